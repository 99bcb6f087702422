import type { LitElement } from 'lit';

const mounted = new Set<Element>();

/** Puts markup on the page and answers its first element, updated once. */
export async function mount<T extends HTMLElement>(markup: string, into: Element = document.body): Promise<T> {
  const stage = document.createElement('div');
  stage.innerHTML = markup;
  into.append(stage);
  mounted.add(stage);
  const element = stage.firstElementChild as T;
  await settle(element);
  return element;
}

/** Takes away whatever was mounted; call it after each test. */
export function unmountAll(): void {
  for (const stage of mounted) stage.remove();
  mounted.clear();
  history.replaceState(null, '', location.pathname + location.search);
}

/** Waits for the promises that are due already, then for the element's update. */
export async function settle(element: Element): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => { setTimeout(resolve); });
    await (element as LitElement).updateComplete;
  }
}

/** Waits until something is true (or there), and fails with its name when that takes too long. */
export async function until<T>(what: string, look: () => T | Promise<T>, patience = 3000): Promise<NonNullable<T>> {
  const end = performance.now() + patience;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
    // No animation frames: they stand still in a page that lies behind another.
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}

export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: expected ${other}, got ${one}`);
}

export function ok(value: unknown, what: string): asserts value {
  if (!value) throw new Error(what);
}
