import { stopClockAt } from '../ui/clock.ts';
import { useHouse } from '../ui/formats.ts';
import { dropToast } from '../ui/toasts.ts';
import { installFakeApi, type FakeApi } from './fake-api.ts';
import { fakeNow, fakeZone } from './fake-business.ts';
import type { FakeOptions } from './fake-routes.ts';
import '../main.ts';

export interface ConsolePage {
  readonly api: FakeApi;
  readonly find: <Found extends HTMLElement = HTMLElement>(selector: string) => Promise<Found>;
}

const addressBefore = location.href;

/** The whole console at an address, over a fake API. */
export async function openConsole(address: string, options: FakeOptions = {}): Promise<ConsolePage> {
  stopClockAt(fakeNow);
  useHouse({ lang: 'en-ZA', timeZone: fakeZone, currency: 'ZAR' });
  // Test files share one origin: each must read its own stream, not wait for another file's.
  navigator.locks.request = ((_name: string, _options: unknown, run: () => unknown) => Promise.resolve(run())) as typeof navigator.locks.request;
  const api = installFakeApi(options);
  document.documentElement.lang = 'en';
  history.replaceState(null, '', address);
  const { forgetAll } = await import('../api/cache.ts');
  document.querySelector('portico-console')?.remove();
  forgetAll();
  document.body.append(document.createElement('portico-console'));
  return { api, find: (selector) => until(() => document.querySelector(selector), selector) };
}

export function closeConsole(page: ConsolePage): void {
  history.replaceState(null, '', addressBefore);
  document.querySelector('portico-console')?.remove();
  dropToast();
  page.api.uninstall();
}

/** Waits for something to become true; asks often, as frames stand still in a window that nobody sees. */
export async function until<Found>(look: () => unknown, what: string): Promise<Found> {
  const deadline = performance.now() + 6000;
  for (;;) {
    const found = look();
    if (found) return found as Found;
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
}
