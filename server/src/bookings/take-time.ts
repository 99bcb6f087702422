import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { hashOf, tokenFor } from '../domain/tokens.ts';
import { refusalOf, type WriteDb } from '../storage/store.ts';
import { spansOf, timeNotFree } from './booking-rules.ts';
import { insertBooking, type BookingRow } from './booking-store.ts';
import type { ChosenTime } from './choose-time.ts';

export interface TakenBy {
  readonly clientId: string;
  readonly contactId: string;
  readonly timeZone: string;
  readonly lang: string | null;
  readonly note: string;
  readonly currency: string;
  /** What its client pays. */
  readonly totalMinor: number;
  /** What pays for it. */
  readonly package?: { readonly id: string; readonly name: string } | undefined;
  /** A guest gets a link that opens this one booking. */
  readonly withLink: boolean;
}

export interface Taken {
  readonly row: BookingRow;
  readonly linkToken: string | null;
}

/** Writes the booking. The database has the last word on overlaps, whatever was checked before. */
export async function takeTime(deps: Deps, tx: WriteDb, scope: Scope, chosen: ChosenTime, startsAt: number, by: TakenBy): Promise<Taken> {
  const linkToken = by.withLink ? tokenFor(scope.businessId, deps.randomBytes) : null;
  const row: BookingRow = {
    businessId: scope.businessId, clientId: by.clientId, id: deps.newId(), contactId: by.contactId, serviceId: chosen.service.id, providerId: chosen.provider.id,
    status: 'confirmed', ...spansOf(startsAt, chosen.service), localDate: chosen.localDate, timeZone: by.timeZone, lang: by.lang,
    priceMinor: chosen.service.priceMinor, totalMinor: by.totalMinor, currency: by.currency, note: by.note, packageId: by.package?.id ?? null, packageName: by.package?.name ?? null, packageReturned: false, invoiceId: null, hold: null, cancelReason: null, sequence: 0,
    linkHash: linkToken === null ? null : hashOf(linkToken), mailLinkHash: null, createdAt: deps.now(),
  };
  await refusingOverlap(() => insertBooking(tx, row));
  return { row, linkToken };
}

/** Turns the database's refusal into the one that people get. */
export async function refusingOverlap(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (refusalOf(error) === 'overlap') throw timeNotFree('taken', []);
    throw error;
  }
}
