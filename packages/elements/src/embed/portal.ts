/**
 * The loader: a classic script, pasted once, that finds the portal's tags and fetches what they need.
 * It must work under `script-src` with a nonce and under Trusted Types, so it never makes a script: it only imports.
 */
import { bookingStartAddress } from '@portico/client/booking-start-address.ts';
import { loaderConfig, loaderKey } from '../base/loader-config.ts';
import type { LoaderConfig } from '../base/loader-config.ts';
import type { Portal, PortalEvent, PortalEventName } from '../base/portal-events.ts';
import { localeOf } from '../base/locale-of.ts';
import { version } from './version.ts';

/** Tags without their prefix, which are also the names of their chunks. */
const names = ['bookings', 'login'];

const first = loaderConfig();
const script = (document.currentScript ?? document.querySelector('script[data-business][src*="portal"]')) as HTMLScriptElement | null;
if (!first) start(script);
else if (first.version !== version) warn(`${version} was not started: ${first.version} is on this page already.`);

function start(script: HTMLScriptElement | null): void {
  const address = script?.src || location.href;
  const { business, apiUrl } = script?.dataset ?? {};
  const config: LoaderConfig = Object.freeze({
    version, business, apiUrl: (apiUrl ?? new URL(address).origin).replace(/\/+$/, ''), early: new Map(),
  });
  Object.defineProperty(globalThis, loaderKey, { value: config });
  // A page that has a `portal` of its own keeps it.
  if (!Object.hasOwn(globalThis, 'portal')) Object.assign(globalThis, { portal: Object.freeze<Portal>({ version, on }) });
  preconnect(config.apiUrl);

  const found = new Set<string>();
  const scan = (): void => {
    for (const name of names) {
      const element = found.has(name) ? null : document.querySelector(`portal-${name}`);
      if (!element) continue;
      found.add(name);
      if (name === 'bookings') askEarly(config, element);
      void load(name, new URL(`${name}.js`, address).href);
    }
    if (found.size === names.length) observer.disconnect();
  };
  const observer = new MutationObserver(scan);
  observer.observe(document.documentElement, { childList: true, subtree: true });
  scan();
}

/** `portal.on('portal-booking-created', …)`; answers how to stop listening. */
function on<Name extends PortalEventName>(type: Name, listener: (event: PortalEvent<Name>) => void): () => void {
  document.addEventListener(type, listener as EventListener);
  return () => document.removeEventListener(type, listener as EventListener);
}

/** The API call needs a connection of its own: without credentials, so `crossorigin`. */
function preconnect(href: string): void {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href, crossOrigin: '' }));
}

/** Asks for the first screen while the element's code is still on its way. */
function askEarly({ business: byScript, apiUrl, early }: LoaderConfig, element: Element): void {
  const of = (attribute: string): string | undefined => element.getAttribute(attribute) ?? undefined;
  const business = of('business') ?? byScript;
  if (!business || of('api-url')) return;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const url = bookingStartAddress(apiUrl, business, { service: of('service'), provider: of('provider'), timeZone, lang: localeOf(element) });
  const answer = fetch(url, { credentials: 'omit' });
  answer.catch(() => undefined);
  early.set(url, answer);
}

async function load(name: string, url: string): Promise<void> {
  try {
    // A browser remembers a failed module for good: the second try needs another address.
    await import(url).catch(() => import(`${url}?again`));
  } catch (error) {
    for (const element of document.querySelectorAll(`portal-${name}`)) {
      element.setAttribute('data-portal-error', 'unreachable');
      element.dispatchEvent(new CustomEvent('portal-error', {
        bubbles: true, composed: true, detail: Object.freeze({ code: 'unreachable', message: String(error) }),
      }));
    }
  }
}

function warn(text: string): void {
  // oxlint-disable-next-line no-console -- the one place where the page's developer looks
  console.warn(`portal.js ${text}`);
}
