import { axeClean } from './axe.ts';
import { stage } from './gallery.ts';
import { ok, settle, unmountAll } from './mount.ts';

type Shown = HTMLElement | { readonly element: HTMLElement };
export type Gallery = Readonly<Record<string, () => Promise<Shown>>>;

export const elementOf = (shown: Shown): HTMLElement => ('element' in shown ? shown.element : shown);

/** After each test: the stage is empty, light and English again. */
export function clearStage(): void {
  unmountAll();
  stage.lang = 'en';
  document.body.removeAttribute('style');
}

/** Each state in two languages and both looks, in turns. */
export function passesAxe(tag: string, gallery: Gallery): void {
  describe(`<${tag}> in every state`, () => {
    for (const [index, [name, show]] of Object.entries(gallery).entries()) {
      for (const [lang, mode] of index % 2 ? [['en', 'light'], ['ar', 'dark']] as const : [['en', 'dark'], ['ar', 'light']] as const) {
        const [background, color] = mode === 'light' ? ['#fff', '#222'] : ['#17191c', '#eee'];
        it(`axe finds nothing: ${name}, ${mode}, ${lang}`, async () => {
          Object.assign(document.body.style, { background, color });
          stage.lang = lang;
          const element = elementOf(await show());
          // Axe would judge colours in the middle of a fade.
          for (const animation of document.getAnimations()) animation.cancel();
          for (const animation of element.shadowRoot!.getAnimations()) animation.cancel();
          await settle(element);
          await axeClean(element, `${name}, ${mode}, ${lang}`);
        });
      }
    }
  });
}

/** `:state(…)` of the element is what it shows, and in the state `usual` only that of `still`, if any. */
export function tellsStates(tag: string, gallery: Gallery, pairs: readonly (readonly [name: string, state: string])[], usual: string, still?: string): void {
  describe(`<${tag}> tells the page its state`, () => {
    for (const [name, state] of pairs) {
      it(`:state(${state}) when ${name}, and only then`, async () => {
        const element = elementOf(await gallery[name]!());
        ok(element.matches(`:state(${state})`), 'the state is not told');
        unmountAll();
        const other = elementOf(await gallery[usual]!());
        const all = ['loading', 'error', 'empty', 'signed-in'].filter((one) => other.matches(`:state(${one})`));
        ok(all.join() === (still ?? ''), `it is in ${all.join()}`);
      });
    }
  });
}

/** What reaches out of the element's room; `except`: what may. */
export function tooWide(element: HTMLElement, except: string): string {
  const end = element.getBoundingClientRect().right + 9;
  return [...element.shadowRoot!.querySelectorAll('.root *')]
    .filter((at) => !at.closest(except) && at.getBoundingClientRect().width > 0 && at.getBoundingClientRect().right > end)
    .map((at) => at.outerHTML.slice(0, 120)).join('\n');
}
