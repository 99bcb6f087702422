import { invoicesGallery } from '../test-support/invoices-gallery.ts';
import { ok, unmountAll } from '../test-support/mount.ts';
import { clearStage, passesAxe, tellsStates, tooWide } from '../test-support/state-promises.ts';

afterEach(clearStage);

passesAxe('portal-invoices', invoicesGallery);
tellsStates('portal-invoices', invoicesGallery, [['loading', 'loading'], ['failed', 'error'], ['stale', 'error'], ['empty', 'empty']], 'first', 'signed-in');

describe('<portal-invoices> at every width', () => {
  for (const width of [280, 375, 800]) {
    it(`at ${width} px nothing is cut, and a thumb finds every button`, async () => {
      document.body.style.inlineSize = `${width}px`;
      for (const state of ['first', 'chosen', 'opened-partly', 'part', 'paid', 'billing', 'receipts', 'loading'] as const) {
        const { element } = await invoicesGallery[state]!();
        const wide = tooWide(element, '.unseen, .pick');
        ok(!wide, `${state}: ${wide}`);
        const small = [...element.shadowRoot!.querySelectorAll<HTMLElement>('button:not(.title), summary, .pick input, a')].filter((at) => at.offsetParent && at.getBoundingClientRect().height < 43.5);
        ok(small.length === 0, `${state}: too small for a thumb: ${small.map((at) => at.outerHTML.slice(0, 120)).join('\n')}`);
        unmountAll();
      }
    });
  }
});
