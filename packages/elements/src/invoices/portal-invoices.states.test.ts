import { axeClean } from '../test-support/axe.ts';
import { stage } from '../test-support/gallery.ts';
import { invoicesGallery } from '../test-support/invoices-gallery.ts';
import { ok, settle, unmountAll } from '../test-support/mount.ts';

afterEach(() => {
  unmountAll();
  stage.lang = 'en';
  document.body.removeAttribute('style');
});

/** Each state in both languages and both looks. */
describe('<portal-invoices> in every state', () => {
  for (const [index, [name, show]] of Object.entries(invoicesGallery).entries()) {
    for (const [lang, mode] of index % 2 ? [['en', 'light'], ['ar', 'dark']] as const : [['en', 'dark'], ['ar', 'light']] as const) {
      const [background, colour] = mode === 'light' ? ['#fff', '#222'] : ['#17191c', '#eee'];
      it(`axe finds nothing: ${name}, ${mode}, ${lang}`, async () => {
        Object.assign(document.body.style, { background, color: colour });
        stage.lang = lang;
        const { element } = await show();
        // Axe would judge colours in the middle of a fade.
        for (const animation of element.shadowRoot!.getAnimations()) animation.cancel();
        await settle(element);
        await axeClean(element, `${name}, ${mode}`);
      });
    }
  }
});

describe('<portal-invoices> tells the page its state', () => {
  for (const [name, state] of [['loading', 'loading'], ['failed', 'error'], ['stale', 'error'], ['empty', 'empty']] as const) {
    it(`:state(${state}) when ${name}, and only then`, async () => {
      const { element } = await invoicesGallery[name]!();
      ok(element.matches(`:state(${state})`), 'the state is not told');
      unmountAll();
      const { element: other } = await invoicesGallery['first']!();
      ok(!other.matches(':state(loading), :state(error), :state(empty)') && other.matches(':state(signed-in)'), 'it has a state that it is not in');
    });
  }
});

describe('<portal-invoices> at every width', () => {
  for (const width of [280, 375, 800]) {
    it(`at ${width} px nothing is cut, and a thumb finds every button`, async () => {
      document.body.style.inlineSize = `${width}px`;
      for (const state of ['first', 'chosen', 'opened-partly', 'part', 'paid', 'billing', 'receipts', 'loading'] as const) {
        const { element } = await invoicesGallery[state]!();
        const wide = [...element.shadowRoot!.querySelectorAll('.root *')].filter((at) => !at.closest('.unseen, .pick')
          && at.getBoundingClientRect().width > 0 && at.getBoundingClientRect().right > element.getBoundingClientRect().right + 9);
        ok(wide.length === 0, `${state}: ${wide.map((at) => at.outerHTML.slice(0, 120)).join('\n')}`);
        const small = [...element.shadowRoot!.querySelectorAll<HTMLElement>('button:not(.title), summary, .pick input, a')].filter((at) => at.offsetParent && at.getBoundingClientRect().height < 43.5);
        ok(small.length === 0, `${state}: too small for a thumb: ${small.map((at) => at.outerHTML.slice(0, 120)).join('\n')}`);
        unmountAll();
      }
    });
  }
});
