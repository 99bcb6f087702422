/** Everything about a page that is not ours to change, as lines by place. */
export type Snapshot = ReadonlyMap<string, string>;

/** Ours: the tags, the login form and the slot that leads to it where a shadow root lies between. */
const ours = 'portal-bookings, portal-login, form[data-portal-form], slot[data-portal-form]';
/** What the loader asks the browser to prepare; documented, and nothing that a page could see. */
const hint = 'link[rel="preconnect"], link[rel="modulepreload"], link[rel="preload"]';
/** These follow from the room that a page gives its guest. */
const laidOut = /^(block-size|inline-size|height|width|perspective-origin|transform-origin|inset.*|top|bottom|left|right|grid-template.*|margin.*)$/;
/** lit's version marks, so that two copies on a page can warn of each other; and what the visit itself brings along. */
const marks = /^(lit|reactiveElement)\w*(Versions|Metadata)$|^(axe|__core-js_shared__|__ariaQuerySelector(All)?)$|^portal$/;
const natives = { Object, Array, String, Promise, Map, Function, Element, HTMLElement, Node, Document, Window, EventTarget, Event, History, Storage, CSSStyleSheet };

export function takeSnapshot(): Snapshot {
  const lines = new Map<string, string>();
  elements(document.documentElement, 'html', lines);
  const globals = Object.getOwnPropertyNames(globalThis).filter((name) => !marks.test(name) && !/^\d+$/.test(name));
  lines.set('globals', globals.sort().join(' '));
  for (const [name, native] of Object.entries(natives)) {
    lines.set(`prototype of ${name}`, Reflect.ownKeys(native.prototype).map(String).sort().join(' '));
    lines.set(`statics of ${name}`, Reflect.ownKeys(native).map(String).sort().join(' '));
  }
  lines.set('document', [document.title, document.cookie, location.href, document.styleSheets.length, document.designMode].join(' | '));
  lines.set('storage', Object.keys(readable(() => localStorage)).concat(Object.keys(readable(() => sessionStorage))).join(' '));
  return lines;
}

function elements(element: Element, path: string, lines: Map<string, string>): void {
  const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort().join(' ');
  const children = [...element.children].filter((child) => !child.matches(ours) && !(child.matches(hint) && element === document.head));
  const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent?.trim()).join('');
  lines.set(path, `${attributes} | ${children.map(({ localName }) => localName).join(' ')} | ${text}`);
  if (document.body.contains(element)) lines.set(`computed style of ${path}`, computed(element));
  children.forEach((child, index) => elements(child, `${path} > ${child.localName}${child.id ? `#${child.id}` : `:${index}`}`, lines));
}

function computed(element: Element): string {
  const style = getComputedStyle(element);
  return [...style].filter((property) => !laidOut.test(property)).map((property) => `${property}: ${style.getPropertyValue(property)}`).join('\n');
}

function readable(read: () => Storage): Record<string, unknown> {
  try {
    return { ...read() };
  } catch {
    return {};
  }
}

/** What is not as it was, one line each. */
export function differences(before: Snapshot, after: Snapshot): string[] {
  const found: string[] = [];
  for (const place of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(place), after.get(place)];
    if (was === is) continue;
    const [old, now] = [new Set(was?.split(/\n| /)), new Set(is?.split(/\n| /))];
    found.push(`${place}: was [${[...old].filter((one) => !now.has(one)).join(' ')}], is [${[...now].filter((one) => !old.has(one)).join(' ')}]`);
  }
  return [...found, ...foreignRules()];
}

/** The one sheet that we adopt in a page's own tree speaks of nothing but our form, and names its motion as ours. */
function foreignRules(): string[] {
  const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).flatMap((rule) => (rule instanceof CSSGroupingRule && !(rule instanceof CSSStyleRule) ? [...rule.cssRules] : [rule]));
  const isOwnMotion = (rule: CSSRule): boolean => rule instanceof CSSKeyframesRule && rule.name.startsWith('portal-');
  const selectors = rules.filter((rule) => !isOwnMotion(rule)).flatMap((rule) => (rule instanceof CSSStyleRule ? splitSelectors(rule.selectorText) : [rule.cssText]));
  return selectors.filter((selector) => !selector.trim().startsWith('form[data-portal-form]')).map((selector) => `a rule about the page: ${selector}`);
}

const splitSelectors = (text: string): string[] => text.split(/,(?![^(]*\))/);
