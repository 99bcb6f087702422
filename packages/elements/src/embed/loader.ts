/**
 * The loader: pasted once, it finds the portal's tags and fetches what they need.
 * It must work under `script-src` with a nonce and under Trusted Types, so it never makes a script: it only imports.
 */
import { loaderConfig, loaderKey } from '../base/loader-config.ts';
import type { LoaderConfig } from '../base/loader-config.ts';
import { askEarly, langOf } from './ask-early.ts';
import { elementNames } from './element-names.ts';
import type { ElementName } from './element-names.ts';
import { ownScript } from './own-script.ts';
import { openQueue } from './portal-queue.ts';
import { version } from './version.ts';

/**
 * Fetches one element: `base` is the folder that we came from, `again` is empty or makes the address a new one,
 * `language` is what it will most likely speak.
 */
export type FetchElement = (name: ElementName, base: string, again: string, language: string) => Promise<unknown>;

export function startLoader(fetchElement: FetchElement): void {
  const { address, business, apiUrl } = ownScript();
  const first = loaderConfig();
  if (first) return meet(first, business);
  if (!address) return warn('needs data-api-url.');
  const config: LoaderConfig = Object.freeze({
    version, business, apiUrl: (apiUrl ?? address.origin).replace(/\/+$/, ''), early: new Map<string, Promise<Response>>(), met: new Set<string>(),
  });
  Object.defineProperty(globalThis, loaderKey, { value: config });
  openQueue();
  preconnect(config.apiUrl);

  const awaited = new Set<ElementName>(elementNames);
  const base = new URL('.', address).href;
  const scan = (): void => {
    for (const name of awaited) {
      const element = document.querySelector(`portal-${name}`);
      if (!element) continue;
      awaited.delete(name);
      const lang = langOf(element);
      void load(name, (again) => fetchElement(name, base, again, lang.slice(0, 2)));
      // Second, because asking an older browser for its time zone costs a slow phone a quarter of a second.
      if (name === 'bookings') askEarly(config, element, lang);
    }
  };
  // The root element stays where Turbo and view transitions change everything in it.
  new MutationObserver(scan).observe(document.documentElement, { childList: true, subtree: true });
  scan();
}

/** The first on a page wins. Pasted twice is harmless; only who meant something else is told, once. */
function meet(first: LoaderConfig, business: string | undefined): void {
  const ours = `${version} (${business ?? first.business})`;
  const theirs = `${first.version} (${first.business})`;
  if (ours === theirs || first.met.has(ours)) return;
  first.met.add(ours);
  warn(`${ours} did not start: ${theirs} is here.`);
}

/** The API call needs a connection of its own: without credentials, so `crossorigin`. */
function preconnect(href: string): void {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href, crossOrigin: '' }));
}

const patience = 1000;

/** Tries twice, then says so and tries again when the connection is back: what is inside the tag stays visible. */
async function load(name: ElementName, fetchIt: (again: string) => Promise<unknown>, attempt = 0): Promise<void> {
  const event = 'portal-error';
  const mark = `data-${event}`;
  const code = 'unreachable';
  const each = (act: (element: Element) => unknown): void => document.querySelectorAll(`portal-${name}`).forEach(act);
  try {
    // A browser remembers a failed module for good: another try needs another address.
    await fetchIt(attempt ? `?again=${attempt}` : '');
    each((element) => element.removeAttribute(mark));
  } catch (error) {
    const again = (): Promise<void> => load(name, fetchIt, attempt + 1);
    if (!attempt) return void setTimeout(again, patience);
    addEventListener('online', again, { once: true });
    each((element) => {
      element.setAttribute(mark, code);
      element.dispatchEvent(new CustomEvent(event, { bubbles: true, detail: Object.freeze({ code, message: `${error}` }) }));
    });
  }
}

function warn(text: string): void {
  // oxlint-disable-next-line no-console -- the one place where the page's developer looks
  console.warn(`portal.js ${text}`);
}
