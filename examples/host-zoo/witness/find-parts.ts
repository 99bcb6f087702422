/** Every element of a tag on the page, in shadow roots of the page's own too. */
export function allOf(tag: string, root: Document | ShadowRoot = document): HTMLElement[] {
  const here = [...root.querySelectorAll<HTMLElement>(tag)];
  const inside = [...root.querySelectorAll('*')].flatMap(({ localName, shadowRoot }) => (shadowRoot && !localName.startsWith('portal-') ? allOf(tag, shadowRoot) : []));
  return [...here, ...inside];
}

export function part(tag: string, selector: string): HTMLElement | null {
  return allOf(tag)[0]?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

/** The first element for a selector whose spaces look into shadow roots as well. */
export function find(selector: string): HTMLElement | undefined {
  let places: (Document | ShadowRoot | Element)[] = [document];
  for (const hop of selector.replaceAll(' > ', '>').split(' ')) places = places.flatMap((place) => [...within(place, hop)]);
  return places.find((place): place is HTMLElement => place instanceof HTMLElement && place.checkVisibility());
}

function* within(place: Document | ShadowRoot | Element, hop: string): Generator<Element> {
  yield* place.querySelectorAll(hop);
  const roots = [place, ...place.querySelectorAll('*')].flatMap((one) => (one instanceof Element && one.shadowRoot ? [one.shadowRoot] : []));
  for (const root of roots) yield* within(root, hop);
}

/** Where a pointer meets an element, once it lies still in the window and nothing lies over it. */
export function reach(selector: string): { readonly x: number; readonly y: number } | undefined {
  const element = find(selector);
  if (!element) return undefined;
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const place = `${left} ${top} ${width} ${height}`;
  if (lastPlace.get(element) !== place) return void lastPlace.set(element, place);
  const [x, y] = [left + width / 2, top + height / 2];
  return isOver(element, x, y) ? { x, y } : undefined;
}

const lastPlace = new WeakMap<Element, string>();

/** Whether what lies at a point is the element or a part of it. */
export function isOver(element: Element, x: number, y: number): boolean {
  let at = document.elementFromPoint(x, y);
  for (let inner = at?.shadowRoot?.elementFromPoint(x, y); inner && inner !== at; inner = at?.shadowRoot?.elementFromPoint(x, y)) at = inner;
  for (let one: Node | null = at; one; one = one.parentNode ?? (one instanceof ShadowRoot ? one.host : null)) if (one === element) return true;
  return false;
}
