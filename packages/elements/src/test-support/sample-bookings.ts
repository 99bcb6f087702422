import type { BookingStart } from '@portico/contract/bookings/booking-start.ts';
import type { Booking } from '@portico/contract/bookings/booking.ts';
import type { Provider } from '@portico/contract/bookings/providers.ts';
import type { Service } from '@portico/contract/bookings/services.ts';
import type { SlotDay, SlotMonth, SlotTime } from '@portico/contract/bookings/slots.ts';

/** A physiotherapist in Johannesburg, on Saturday 21 November 2026: what the server would say about her times. */
export const today = '2026-11-21';
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export const anna: Provider = { id: 'provider-anna-00000001', name: 'Anna' };
export const sipho: Provider = { id: 'provider-sipho-0000001', name: 'Sipho' };

const service = (id: string, name: string, durationMinutes: number, priceMinor: number, rest: Partial<Service> = {}): Service => ({
  id, name, description: '', durationMinutes, priceMinor, currency: 'ZAR', priceLabel: `R ${priceMinor / 100}`, placeKind: 'in_person', prepay: null,
  providerIds: [anna.id, sipho.id], ...rest,
});
export const consultation = service('service-consultation-1', 'Initial consultation', 45, 65_000, { description: 'We look at what hurts, and make a plan.' });
export const massage = service('service-massage-00001', 'Sports massage', 60, 72_000, { providerIds: [sipho.id] });
export const videoCall = service('service-video-0000001', 'Follow-up by video', 30, 40_000, { placeKind: 'video', description: 'For exercises and questions.' });

const instant = (date: string, time: string): string => new Date(`${date}T${time}:00+02:00`).toISOString();
export const slotAt = (date: string, time: string): string => instant(date, time);

const times = ['08:00', '08:45', '09:30', '10:15', '11:00', '11:45', '13:00', '13:45', '14:30', '15:15', '16:00', '17:15'];

/** Taken times in a pattern that looks like life; weekends and the past are closed. */
function timesOf(date: string, weekday: number, { taken = [], own }: MonthOptions): SlotTime[] {
  if (weekday > 5 || date <= today) return [];
  const dayOfMonth = Number(date.slice(8));
  return times.filter((_, index) => weekday < 5 || index < 8).map((label, index) => {
    const isOwn = instant(date, label) === own;
    const isFree = !isOwn && (dayOfMonth * 7 + index * 5) % 4 !== 0 && !taken.includes(instant(date, label));
    const hour = Number(label.slice(0, 2));
    const who = index % 3 === 0 ? [anna.id] : [anna.id, sipho.id];
    return {
      startsAt: instant(date, label), label, free: isFree, providerIds: isFree ? who : [],
      part: hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening', ...(isOwn && { own: true }),
    };
  });
}

export interface MonthOptions {
  readonly serviceId?: string;
  readonly providerId?: string | null;
  readonly taken?: readonly string[];
  /** Where the booking that is being moved stands now. */
  readonly own?: string | undefined;
  readonly isEmpty?: boolean;
  readonly timeZone?: string;
  readonly timeZoneLabel?: string;
}

export function sampleMonth(month = '2026-11', options: MonthOptions = {}): SlotMonth {
  const [year = 2026, number = 11] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const days: SlotDay[] = Array.from({ length }, (_, index) => {
    const date = `${month}-${String(index + 1).padStart(2, '0')}`;
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
    const name = weekdays[weekday - 1] ?? '';
    return {
      date, name: `${name} ${index + 1} ${months[number - 1] ?? ''}`, weekday: name.slice(0, 3), dayOfMonth: index + 1,
      times: options.isEmpty ? [] : timesOf(date, weekday, options),
    };
  });
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
  const previous = new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7);
  return {
    serviceId: options.serviceId ?? consultation.id, providerId: options.providerId ?? null, month, monthName: `${months[number - 1] ?? ''} ${year}`,
    weekdays: weekdays.map((long) => ({ short: long.slice(0, 2), long })), firstWeekday: 1, today,
    timeZone: options.timeZone ?? 'Africa/Johannesburg', timeZoneLabel: options.timeZoneLabel ?? 'Johannesburg (GMT+2)', days,
    nextFree: options.isEmpty ? { date: '2027-01-04', month: '2027-01', name: 'Monday 4 January' } : null,
    previousMonth: month > today.slice(0, 7) ? previous : null, nextMonth: month < '2027-01' ? next : null,
  };
}

export function sampleStart(change: Partial<BookingStart> = {}): BookingStart {
  return {
    business: {
      key: 'river-physio', name: 'River Physio', logoUrl: null, accent: '#1f6f5c', lang: 'en', timeZone: 'Africa/Johannesburg', currency: 'ZAR', words: {},
      signInOn: 'page', hostedUrl: 'https://api.portico.test/p/river-physio', phoneRequired: false,
    },
    services: [consultation, massage, videoCall], providers: [anna, sipho], month: sampleMonth(), ...change,
  };
}

/** A confirmed booking of Anna's, on a Friday afternoon. */
export function sampleBooking(change: Partial<Booking> = {}): Booking {
  return {
    id: 'booking-000000000000001', status: 'confirmed', startsAt: slotAt('2026-11-27', '10:15'), endsAt: slotAt('2026-11-27', '11:00'), durationMinutes: 45,
    service: { id: consultation.id, name: consultation.name }, provider: anna, priceMinor: 65_000, currency: 'ZAR', priceLabel: 'R 650', package: null, hold: null,
    placeKind: 'in_person', place: 'The Mill House, 12 River Road\nParkhurst, Johannesburg', note: '', timeZone: 'Africa/Johannesburg',
    when: { date: 'Friday 27 November 2026', time: '10:15', endTime: '11:00', zone: 'Johannesburg (GMT+2)', relativeDay: null },
    canChange: true, changeUntil: slotAt('2026-11-26', '10:15'), canRebook: true, cancelReason: null, ...change,
  };
}

const was = (id: string, date: string, name: string, minutes: number, change: Partial<Booking> = {}): Booking => sampleBooking({
  id: `booking-past-0000000000${id}`, status: 'done', durationMinutes: minutes, service: { id: consultation.id, name }, canChange: false,
  when: { date, time: '09:30', endTime: '10:15', zone: 'Johannesburg (GMT+2)', relativeDay: null }, ...change,
});

export const upcoming: readonly Booking[] = [
  sampleBooking({ when: { date: 'Monday 23 November 2026', time: '14:30', endTime: '15:15', zone: 'Johannesburg (GMT+2)', relativeDay: 'Monday' }, startsAt: slotAt('2026-11-23', '14:30') }),
  sampleBooking({
    id: 'booking-000000000000002', service: { id: massage.id, name: massage.name }, provider: sipho, durationMinutes: 60, startsAt: slotAt('2026-12-04', '11:00'),
    when: { date: 'Friday 4 December 2026', time: '11:00', endTime: '12:00', zone: 'Johannesburg (GMT+2)', relativeDay: null },
  }),
];
export const past: readonly Booking[] = [
  was('1', 'Friday 30 October 2026', 'Initial consultation', 45),
  was('2', 'Tuesday 13 October 2026', 'Sports massage', 60, { service: { id: massage.id, name: massage.name }, provider: sipho }),
  was('3', 'Monday 5 October 2026', 'Dry needling', 30, { canRebook: false }),
  was('4', 'Wednesday 16 September 2026', 'Initial consultation', 45, { status: 'cancelled' }),
];
