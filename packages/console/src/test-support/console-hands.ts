import { until } from './console-page.ts';

/** What a person does with a page: reads, types, presses. */
export const ok = (holds: unknown, what: string): void => { if (!holds) throw new Error(what); };

export const textOf = (selector: string): string => document.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';

/** A button by what it says, or by its spoken name; the last one, as sheets come after the page. */
export const button = (label: string): Promise<HTMLElement> => until(() => [...document.querySelectorAll<HTMLElement>('button, a.button')]
  .findLast((one) => one.offsetParent !== null && (one.getAttribute('aria-label') ?? one.textContent?.replaceAll(/\s+/g, ' ').trim()) === label), `the button “${label}”`);

export const says = (text: string): Promise<unknown> => until(() => document.body.textContent?.replaceAll(/\s+/g, ' ').includes(text), `“${text}”`);

/** Nothing moves any more: colours and places are what they will be. What moves for ever stops where it began. */
export function still(): void {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel();
    else animation.finish();
  }
}

export function fill(field: Element | null | undefined, text: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) throw new Error(`there is no field to write “${text}” into`);
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

export function press(key: string, options: KeyboardEventInit = {}): void {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...options }));
}
