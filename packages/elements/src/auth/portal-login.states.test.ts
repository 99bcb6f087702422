import { axeClean } from '../test-support/axe.ts';
import { authGallery } from '../test-support/auth-gallery.ts';
import { stage } from '../test-support/gallery.ts';
import { ok, settle, unmountAll } from '../test-support/mount.ts';

afterEach(() => {
  unmountAll();
  stage.lang = 'en';
  document.body.removeAttribute('style');
});

/** Each state in both languages and both looks. */
describe('<portal-login> and the account in every state', () => {
  for (const [index, [name, show]] of Object.entries(authGallery).entries()) {
    for (const [lang, mode] of index % 2 ? [['en', 'light'], ['ar', 'dark']] as const : [['en', 'dark'], ['ar', 'light']] as const) {
      const [background, color] = mode === 'light' ? ['#fff', '#222'] : ['#17191c', '#eee'];
      it(`axe finds nothing: ${name}, ${mode}, ${lang}`, async () => {
        Object.assign(document.body.style, { background, color });
        stage.lang = lang;
        const element = await show();
        for (const animation of document.getAnimations()) animation.cancel();
        await settle(element);
        await axeClean(element, `${name}, ${lang}`);
      });
    }
  }

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
