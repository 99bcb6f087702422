import { documentsGallery } from '../test-support/documents-gallery.ts';
import { ok, unmountAll } from '../test-support/mount.ts';
import { clearStage, passesAxe, tellsStates, tooWide } from '../test-support/state-promises.ts';

afterEach(clearStage);

passesAxe('portal-documents', documentsGallery);
tellsStates('portal-documents', documentsGallery, [['loading', 'loading'], ['failed', 'error'], ['empty', 'empty']], 'first', 'signed-in');

describe('<portal-documents> at every width', () => {
  for (const width of [280, 375, 800]) {
    it(`at ${width} px nothing is cut, and a thumb finds every button`, async () => {
      document.body.style.inlineSize = `${width}px`;
      for (const state of ['first', 'asked', 'to-review', 'found', 'sending', 'not-sent', 'empty', 'loading'] as const) {
        const { element } = await documentsGallery[state]!();
        const wide = tooWide(element, '.unseen, .chips');
        ok(!wide, `${state}: ${wide}`);
        const small = [...element.shadowRoot!.querySelectorAll<HTMLElement>('button:not(.title), label, a')].filter((at) => at.offsetParent && at.getBoundingClientRect().height < 43.5);
        ok(small.length === 0, `${state}: too small for a thumb: ${small.map((at) => at.outerHTML.slice(0, 120)).join('\n')}`);
        unmountAll();
      }
    });
  }
});
