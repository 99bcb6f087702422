import { bookingStartAddress } from '@portico/client/booking-start-address.ts';
import type { LoaderConfig } from '../base/loader-config.ts';

/** Asks for the first screen while the element's code is still on its way. */
export function askEarly({ business, apiUrl, early }: LoaderConfig, element: Element): void {
  const of = (attribute: string): string | undefined => element.getAttribute(attribute) ?? undefined;
  const named = of('business') ?? business;
  if (!named || of('api-url')) return;
  const url = bookingStartAddress(apiUrl, named, {
    service: of('service'), provider: of('provider'), month: of('month'),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, lang: langOf(element),
  });
  const answer = fetch(url, { credentials: 'omit' });
  answer.catch(() => undefined);
  early.set(url, answer);
}

/** As `localeOf` has it, for what the loader sees. Where they differ the element asks for itself. */
const langOf = (element: Element): string => element.closest<HTMLElement>('[lang]')?.lang || navigator.language;
