import type { Booking } from '@portico/contract/bookings/booking.ts';
import type { CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import type { Service } from '@portico/contract/bookings/services.ts';
import { isoOf } from '../domain/civil-time.ts';
import { momentIn } from '../domain/moments.ts';
import { formatMoney, moneyLabel } from '../domain/money.ts';
import { zoneOf } from '../domain/zones.ts';
import { changeUntil } from './booking-rules.ts';
import type { BookingDetails } from './booking-store.ts';
import { prepaidMinor } from './hold-rules.ts';
import type { ServiceRow } from './service-store.ts';

export interface Reader {
  readonly now: number;
  readonly lang: string;
  /** The zone the reader asked for; in-person sessions are told in the business's. */
  readonly timeZone: string | undefined;
  readonly businessZone: string;
  /** Where sessions in person happen unless the service says otherwise. */
  readonly businessAddress: string | null;
}

/** How somebody who asked in a language and a zone is told about bookings of a business. */
export const readerOf = (business: { timeZone: string; lang: string; address: string | null }, now: number, asked: { lang?: string | null | undefined; timeZone?: string | undefined } = {}): Reader =>
  ({ now, lang: asked.lang ?? business.lang, timeZone: asked.timeZone, businessZone: business.timeZone, businessAddress: business.address });

export function toBooking({ booking, service, provider }: BookingDetails, reader: Reader): Booking {
  const timeZone = service.placeKind === 'in_person' ? reader.businessZone : reader.timeZone ?? booking.timeZone;
  const start = momentIn({ instant: booking.startsAt, timeZone, locale: reader.lang });
  const end = momentIn({ instant: booking.endsAt, timeZone, locale: reader.lang });
  const until = changeUntil(booking.startsAt, service.cancelCutoffMinutes);
  const paidMinor = booking.totalMinor ?? booking.priceMinor;
  return {
    id: booking.id, status: booking.status, startsAt: isoOf(booking.startsAt), endsAt: isoOf(booking.endsAt),
    durationMinutes: Math.round((booking.endsAt - booking.startsAt) / 60_000),
    service: { id: booking.serviceId, name: service.name }, provider: { id: booking.providerId, name: provider.name },
    priceMinor: paidMinor, currency: booking.currency, priceLabel: moneyLabel(paidMinor, booking.currency, reader.lang),
    package: booking.packageId === null ? null : { id: booking.packageId, name: booking.packageName ?? '', isReturned: booking.packageReturned },
    hold: booking.hold && { until: isoOf(booking.hold.until), time: momentIn({ instant: booking.hold.until, timeZone, locale: reader.lang }).time, amountMinor: booking.hold.nowMinor, label: formatMoney(booking.hold.nowMinor, booking.currency, reader.lang) },
    placeKind: service.placeKind, place: service.place || (service.placeKind === 'in_person' ? reader.businessAddress ?? '' : ''), note: booking.note, timeZone: booking.timeZone,
    when: { date: start.date, time: start.time, endTime: end.time, zone: start.zone, relativeDay: relativeDay(booking.startsAt, reader.now, timeZone, reader.lang) },
    canChange: booking.status === 'confirmed' && reader.now <= until,
    changeUntil: isoOf(until), canRebook: !service.archived, cancelReason: booking.cancelReason,
  };
}

/** `today`, `tomorrow`, in the reader's language; null further away. */
function relativeDay(instant: number, now: number, timeZone: string, lang: string): string | null {
  const zone = zoneOf(timeZone);
  const days = zone.civilOf(instant).day - zone.civilOf(now).day;
  if (days < 0 || days > 1) return null;
  return relativeFormat(lang).format(days, 'day');
}

const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

function relativeFormat(lang: string): Intl.RelativeTimeFormat {
  let format = relativeFormats.get(lang);
  if (!format) {
    format = new Intl.RelativeTimeFormat([lang, 'en'], { numeric: 'auto' });
    if (relativeFormats.size < 100) relativeFormats.set(lang, format);
  }
  return format;
}

export function toCalendarBooking({ booking, service }: BookingDetails, names: { client: string; contact: string }): CalendarBooking {
  return {
    id: booking.id, status: booking.status, startsAt: isoOf(booking.startsAt), endsAt: isoOf(booking.endsAt), busyFrom: isoOf(booking.busyFrom), busyUntil: isoOf(booking.busyUntil),
    providerId: booking.providerId, serviceId: booking.serviceId, serviceName: service.name, clientId: booking.clientId, clientName: names.client,
    contactName: names.contact, note: booking.note, priceMinor: booking.priceMinor, cancelReason: booking.cancelReason, packageName: booking.packageName,
  };
}

/** How a business is paid for what it offers. */
export interface Selling {
  readonly takesCards: boolean;
  /** What clients pay for a price as the owner writes it. */
  readonly priced: (priceMinor: number) => number;
}

export function toService(row: ServiceRow, business: { currency: string; lang: string }, providerIds: readonly string[] = [], lang = business.lang, { takesCards, priced }: Selling = { takesCards: false, priced: (minor) => minor }): Service {
  const priceMinor = priced(row.priceMinor);
  const now = takesCards ? prepaidMinor(priceMinor, row.prepayment) : 0;
  return {
    id: row.id, name: row.name, description: row.description, durationMinutes: row.durationMinutes, priceMinor, currency: business.currency,
    priceLabel: priceMinor === 0 ? null : moneyLabel(priceMinor, business.currency, lang), placeKind: row.placeKind,
    prepay: now === 0 ? null : { amountMinor: now, label: formatMoney(now, business.currency, lang), isDeposit: now < priceMinor }, providerIds: [...providerIds],
  };
}
