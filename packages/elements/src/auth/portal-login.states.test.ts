import { authGallery } from '../test-support/auth-gallery.ts';
import { stage } from '../test-support/gallery.ts';
import { ok, unmountAll } from '../test-support/mount.ts';
import { clearStage, passesAxe } from '../test-support/state-promises.ts';

afterEach(clearStage);

passesAxe('portal-login', authGallery);

describe('<portal-login> and the account', () => {
  it('fits into 280 px, in German too, where words are long', async () => {
    document.body.style.inlineSize = '280px';
    stage.lang = 'de';
    for (const name of ['sign-in', 'invitation', 'account', 'account-totp', 'account-codes', 'signed-in']) {
      const element = await authGallery[name]!();
      const panel = element.shadowRoot!.querySelector('portal-account')?.shadowRoot;
      const wide = [...element.querySelectorAll('*'), ...element.shadowRoot!.querySelectorAll('.root *'), ...panel?.querySelectorAll('.root *') ?? []]
        .filter((at) => !at.closest('.unseen, svg') && at.getBoundingClientRect().right > element.getBoundingClientRect().right + 1);
      ok(wide.length === 0, `${name}: ${wide.map((at) => at.outerHTML.slice(0, 120)).join('\n')}`);
      unmountAll();
    }
  });
});
