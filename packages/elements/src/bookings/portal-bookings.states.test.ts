import { axeClean } from '../test-support/axe.ts';
import { find, gallery, stage } from '../test-support/gallery.ts';
import { ok, settle, unmountAll } from '../test-support/mount.ts';

afterEach(() => {
  unmountAll();
  stage.lang = 'en';
  document.body.removeAttribute('style');
});

/** Each state in both languages and both looks. */
describe('<portal-bookings> in every state', () => {
  for (const [index, [name, show]] of Object.entries(gallery).entries()) {
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

describe('<portal-bookings> tells the page its state', () => {
  for (const [name, state] of [['loading', 'loading'], ['failed', 'error'], ['stale', 'error'], ['empty-month', 'empty'], ['signed-in', 'signed-in']] as const) {
    it(`:state(${state}) when ${name}, and only then`, async () => {
      const { element } = await gallery[name]!();
      ok(element.matches(`:state(${state})`), 'the state is not told');
      unmountAll();
      const { element: other } = await gallery['first']!();
      ok(!other.matches(':state(loading), :state(error), :state(empty), :state(signed-in)'), 'it has a state that it is not in');
    });
  }
});

describe('<portal-bookings> at every width', () => {
  for (const [width, columns, isGrid] of [[280, 2, false], [375, 3, false], [800, 4, true]] as const) {
    it(`at ${width} px`, async () => {
      document.body.style.inlineSize = `${width}px`;
      for (const state of ['first', 'chosen', 'done', 'signed-in', 'refused'] as const) {
        const { element } = await gallery[state]!();
        const wide = [...element.shadowRoot!.querySelectorAll('.root *')].filter((at) => !at.closest('.strip, .unseen')
          && at.getBoundingClientRect().width > 0 && at.getBoundingClientRect().right > element.getBoundingClientRect().right + 9);
        ok(wide.length === 0, `${state}: ${wide.map((at) => at.outerHTML.slice(0, 120)).join('\n')}`);
        unmountAll();
      }
      const { element } = await gallery['first']!();
      const slots = getComputedStyle(find(element, '.slots')!).gridTemplateColumns.split(' ').length;
      ok(slots === columns, `${slots} columns of times`);
      const days = [...element.shadowRoot!.querySelectorAll('.day')].map((day) => day.getBoundingClientRect()).filter(({ width: across }) => across > 0);
      ok(days.every(({ width: across, height }) => across >= 43.5 && height >= 43.5), 'a day is too small for a thumb');
      ok((new Set(days.map(({ top }) => top)).size > 1) === isGrid, 'the days are not laid out for this width');
    });
  }
});
