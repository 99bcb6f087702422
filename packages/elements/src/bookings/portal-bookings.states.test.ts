import { find, gallery } from '../test-support/gallery.ts';
import { ok, unmountAll } from '../test-support/mount.ts';
import { clearStage, passesAxe, tellsStates, tooWide } from '../test-support/state-promises.ts';

afterEach(clearStage);

passesAxe('portal-bookings', gallery);
tellsStates('portal-bookings', gallery, [['loading', 'loading'], ['failed', 'error'], ['stale', 'error'], ['empty-month', 'empty'], ['signed-in', 'signed-in']], 'first');

describe('<portal-bookings> at every width', () => {
  for (const [width, columns, isGrid] of [[280, 2, false], [375, 3, false], [800, 4, true]] as const) {
    it(`at ${width} px`, async () => {
      document.body.style.inlineSize = `${width}px`;
      for (const state of ['first', 'chosen', 'done', 'signed-in', 'refused', 'asks-sign-in'] as const) {
        const { element } = await gallery[state]!();
        const wide = tooWide(element, '.strip, .unseen');
        ok(!wide, `${state}: ${wide}`);
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
