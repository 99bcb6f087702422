import type { ClientPackage, PackageEntry } from '@portico/contract/invoices/packages.ts';
import { longDay, plural, shortMoment } from '../ui/formats.ts';

/** How a package stands, in a few words; and whether it needs a look. */
export function standingOf({ state, remaining, sessions, expiresOn }: ClientPackage): { readonly text: string; readonly tone: string } {
  const until = expiresOn ? `, until ${longDay(expiresOn)}` : '';
  if (state === 'active') return { text: `${remaining} of ${plural(sessions, 'session')} left${until}`, tone: '' };
  return {
    awaiting_payment: { text: 'Ordered, waiting for payment', tone: 'warn' }, used_up: { text: 'All used', tone: '' }, expired: { text: expiresOn ? `Ran out on ${longDay(expiresOn)}` : 'Ran out', tone: '' },
    cancelled: { text: 'Taken back with its invoice', tone: '' }, ended: { text: 'Ended', tone: '' },
  }[state];
}

/** What came or went. */
export function entryWords({ kind, booking }: PackageEntry): string {
  const which = booking ? `${booking.service}, ${booking.date}, ${booking.time}` : '';
  return { bought: 'Bought', used: which, returned: `Cancelled in time: ${which}`, expired: 'Ran out', withdrawn: 'Taken back with its invoice', corrected: 'Corrected by hand', ended: 'Ended by hand' }[kind];
}

export const entryMoment = ({ at }: PackageEntry): string => shortMoment(at);
export const signed = (change: number): string => (change > 0 ? `+${change}` : `−${-change}`);
