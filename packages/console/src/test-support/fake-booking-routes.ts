import type { CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import type { Block } from '@portico/contract/bookings/hours.ts';
import type { ProviderSettings } from '@portico/contract/bookings/providers.ts';
import type { SlotDay } from '@portico/contract/bookings/slots.ts';
import { addDays, addMinutes, civilOf, instantOf, minutesBetween } from '../ui/civil-time.ts';
import type { FakeRoutes, FakeState } from './fake-routes.ts';
import { FakeRefusal } from './fake-routes.ts';
import { fakeId, fakeNow, fakeZone, makeBooking, openOn } from './fake-business.ts';

const at = (instant: string): string => instant.replace('.000Z', 'Z');

export function bookingRoutes(state: FakeState): FakeRoutes {
  const { data } = state;
  const byId = (id: string | undefined): CalendarBooking => {
    const booking = data.bookings.find((each) => each.id === id);
    if (!booking) throw new FakeRefusal(404, 'not_found', 'This booking does not exist.');
    return booking;
  };
  const tell = (booking: CalendarBooking, event: string): CalendarBooking => {
    state.tell({ type: 'booking.changed', bookingId: booking.id, event, startsAt: booking.startsAt, clientId: booking.clientId });
    return booking;
  };
  const needFree = (providerId: string, busyFrom: string, busyUntil: string, except?: string): void => {
    const taken = data.bookings.filter((each) => each.id !== except && each.status === 'confirmed' && each.providerId === providerId && each.busyFrom < busyUntil && each.busyUntil > busyFrom);
    if (taken.length === 0) return;
    const after = taken.map((each) => each.busyUntil).sort().at(-1)!;
    throw new FakeRefusal(409, 'time_not_free', 'That time is taken.', { nearest: [after, addMinutes(after, 30), addMinutes(after, 60)] });
  };
  return {
    'GET calendar': ({ query }) => calendarOf(state, query),
    'GET slots': ({ query }) => slotsOf(state, query),
    'POST bookings': ({ body }) => {
      const service = data.services.find(({ id }) => id === body['serviceId'])!;
      const startsAt = at(String(body['startsAt']));
      needFree(String(body['providerId']), addMinutes(startsAt, -service.bufferBeforeMinutes), addMinutes(startsAt, service.durationMinutes + service.bufferAfterMinutes));
      const client = data.clients.find(({ id }) => id === body['clientId']) ?? addClient(state, body['newClient'] as { name: string; email?: string });
      const booking = makeBooking({ number: data.bookings.length + 100, startsAt, service, providerId: String(body['providerId']), client, note: String(body['note'] ?? '') });
      data.bookings.push(booking);
      return tell(booking, 'booking.created');
    },
    'GET bookings/*': ({ params: [id] }) => byId(id),
    'POST bookings/*/move': ({ params: [id], body }) => {
      const booking = byId(id);
      const shift = minutesBetween(booking.startsAt, String(body['startsAt']));
      const providerId = String(body['providerId'] ?? booking.providerId);
      const moved = { providerId, startsAt: addMinutes(booking.startsAt, shift), endsAt: addMinutes(booking.endsAt, shift), busyFrom: addMinutes(booking.busyFrom, shift), busyUntil: addMinutes(booking.busyUntil, shift) };
      needFree(providerId, moved.busyFrom, moved.busyUntil, id);
      return tell(Object.assign(booking, moved), 'booking.moved');
    },
    'POST bookings/*/cancel': ({ params: [id], body }) => tell(Object.assign(byId(id), { status: 'cancelled', cancelReason: body['reason'] || null }), 'booking.cancelled'),
    'POST bookings/*/mark': ({ params: [id], body }) => tell(Object.assign(byId(id), { status: body['status'] }), 'booking.marked'),
    'POST blocks': ({ body }) => {
      const block = { ...body, id: fakeId('block', data.blocks.length + 10) } as unknown as Block;
      data.blocks.push(block);
      return block;
    },
    'POST blocks/*/move': ({ params: [id], body }) => Object.assign(data.blocks.find((block) => block.id === id)!, body),
    'DELETE blocks/*': ({ params: [id] }) => { data.blocks = data.blocks.filter((block) => block.id !== id); return {}; },
  };
}

export function addClient(state: FakeState, { name, email, phone }: { name: string; email?: string; phone?: string }) {
  const number = state.data.clients.length + 1;
  const client = {
    id: fakeId('client', number), kind: 'person' as const, name, note: '', archived: false, createdAt: fakeNow, nextBookingAt: null, lastBookingAt: null, bookingCount: 0,
    contacts: email || phone ? [{ id: fakeId('contact', number), name, email: email ?? null, phone: phone ?? null, access: 'none' as const, lastSeenAt: null }] : [],
  };
  state.data.clients.push(client);
  return client;
}

function calendarOf({ data }: FakeState, query: URLSearchParams) {
  const firstDate = query.get('firstDate')!;
  const dates = Array.from({ length: Number(query.get('days') ?? 7) }, (_, index) => addDays(firstDate, index));
  const from = instantOf(firstDate, 0, fakeZone);
  const until = instantOf(addDays(firstDate, dates.length), 0, fakeZone);
  const inside = (each: { startsAt: string; endsAt: string }): boolean => each.startsAt < until && each.endsAt > from;
  const openOf = (provider: ProviderSettings) => dates.flatMap((date) => openOn(provider, date, data.closures)
    .map(({ startMinute, endMinute }) => ({ startsAt: instantOf(date, startMinute, fakeZone), endsAt: instantOf(date, endMinute, fakeZone) })));
  return {
    timeZone: fakeZone, firstDate,
    days: dates.map((date) => ({ date, name: date, startsAt: instantOf(date, 0, fakeZone), endsAt: instantOf(addDays(date, 1), 0, fakeZone) })),
    providers: data.providers.filter(({ archived }) => !archived).map((provider) => ({ id: provider.id, name: provider.name, colour: provider.colour, open: openOf(provider) })),
    bookings: data.bookings.filter(inside), blocks: data.blocks.filter(inside),
  };
}

function slotsOf({ data }: FakeState, query: URLSearchParams) {
  const month = query.get('month') ?? fakeNow.slice(0, 7);
  const service = data.services.find(({ id }) => id === query.get('service'))!;
  const wanted = query.get('provider');
  const providers = data.providers.filter(({ id }) => service.providerIds.includes(id) && (!wanted || id === wanted));
  const isFree = (providerId: string, startsAt: string): boolean => {
    const busyUntil = addMinutes(startsAt, service.durationMinutes + service.bufferAfterMinutes);
    return startsAt > fakeNow && !data.bookings.some((each) => each.status === 'confirmed' && each.providerId === providerId && each.busyFrom < busyUntil && each.busyUntil > startsAt);
  };
  const dayOf = (date: string): SlotDay => {
    const minutes = new Set(providers.flatMap((provider) => openOn(provider, date, data.closures).flatMap(({ startMinute, endMinute }) =>
      Array.from({ length: Math.max(0, Math.floor((endMinute - startMinute - service.durationMinutes) / service.intervalMinutes) + 1) }, (_, index) => startMinute + index * service.intervalMinutes))));
    const times = [...minutes].sort((a, b) => a - b).map((minute) => {
      const startsAt = instantOf(date, minute, fakeZone);
      const providerIds = providers.filter(({ id }) => isFree(id, startsAt)).map(({ id }) => id);
      const label = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      return { startsAt, label, free: providerIds.length > 0, providerIds, part: minute < 720 ? 'morning' as const : 'afternoon' as const };
    });
    return { date, name: date, weekday: '', dayOfMonth: Number(date.slice(8)), times };
  };
  const length = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return {
    serviceId: service.id, providerId: wanted, month, monthName: month, weekdays: [], firstWeekday: 1, today: civilOf(fakeNow, fakeZone).date, timeZone: fakeZone, timeZoneLabel: 'Johannesburg (GMT+2)',
    days: Array.from({ length }, (_, index) => dayOf(`${month}-${String(index + 1).padStart(2, '0')}`)), nextFree: null, previousMonth: null, nextMonth: null,
  };
}
