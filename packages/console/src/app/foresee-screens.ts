import { peek, refresh, type Source } from '../api/cache.ts';
import { calendar, providers, services } from '../api/bookings.ts';
import { business } from '../api/business.ts';
import { clients } from '../api/clients.ts';
import { invoices, receivables } from '../api/invoices.ts';
import { firstWeekday, today } from '../ui/formats.ts';
import { startOfWeek } from '../ui/civil-time.ts';
import { screens } from './screens.ts';

/** Fetches the likely next screens while nothing else happens, so that the second one needs no waiting. */
export function foreseeScreens(): void {
  whenIdle(() => {
    for (const { load } of Object.values(screens)) void load().catch(() => {});
    const likely: readonly Source<unknown>[] = [calendar(startOfWeek(today(), firstWeekday()), 7), clients({}), invoices({ state: 'all', limit: 30 }), receivables, services, providers, business];
    for (const next of likely) if (peek(next.key).value === undefined) void refresh(next);
  });
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 3000 });
  else setTimeout(work, 1200);
}
