import type { Session, StaffMember } from '@portico/contract/auth.ts';
import type { CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import type { Block, Closure, WeeklyHours } from '@portico/contract/bookings/hours.ts';
import type { ProviderSettings } from '@portico/contract/bookings/providers.ts';
import type { ServiceSettings } from '@portico/contract/bookings/services.ts';
import type { BusinessSettings } from '@portico/contract/business.ts';
import type { Client, TimelineEntry } from '@portico/contract/clients.ts';
import type { AuditEntry } from '@portico/contract/events.ts';
import type { Job, Mail } from '@portico/contract/notifications.ts';
import { addDays, addMinutes, civilOf, instantOf, startOfWeek, weekdayOf } from '../ui/civil-time.ts';

/** A practice by a river, on a Tuesday morning in November. */
export const fakeNow = '2026-11-24T08:42:00Z';
export const fakeZone = 'Africa/Johannesburg';

export interface FakeBusiness {
  business: BusinessSettings;
  services: ServiceSettings[];
  providers: ProviderSettings[];
  closures: Closure[];
  bookings: CalendarBooking[];
  blocks: Block[];
  clients: Client[];
  staff: StaffMember[];
  sessions: Session[];
  mails: Mail[];
  jobs: Job[];
  audit: AuditEntry[];
  timelines: Map<string, TimelineEntry[]>;
}

export const fakeId = (kind: string, number: number): string => `${kind}${String(number).padStart(24 - kind.length, '0')}`;

const week = (from: number, until: number, days: readonly number[] = [1, 2, 3, 4, 5]): WeeklyHours[] =>
  days.map((weekday) => ({ weekday, startMinute: from * 60, endMinute: until * 60 }));

const names = ['Thandi Nkosi', 'Pieter van Wyk', 'Lerato Mokoena', 'Aisha Patel', 'Johan Botha', 'Nomsa Dlamini', 'Sarah Jacobs', 'Sipho Khumalo', 'Emma Thompson', 'Kabelo Molefe',
  'Riverside Rowing Club', 'Fatima Adams', 'Daniel Naidoo', 'Zanele Zulu', 'Michael O’Brien', 'Anele Ngcobo', 'Grace Mthembu', 'Hendrik Pretorius', 'Lindiwe Sithole', 'Oliver Smith',
  'Yusuf Ebrahim', 'Chantal du Plessis', 'Bongani Radebe', 'Katherine Featherstonehaugh-Wolmarans'];

export function makeFakeBusiness(): FakeBusiness {
  const providers = makeProviders();
  const services = makeServices(providers.map(({ id }) => id));
  const clients = names.map(makeClient);
  const bookings = makeBookings(services, providers, clients);
  for (const [index, client] of clients.entries()) clients[index] = withBookings(client, bookings);
  return {
    business: makeBusiness(), services, providers, clients, bookings, blocks: makeBlocks(providers),
    closures: [{ id: fakeId('closure', 1), providerId: null, firstDate: '2026-12-24', lastDate: '2027-01-03', reason: 'Summer holidays' }],
    staff: makeStaff(), sessions: makeSessions(), mails: makeMails(), jobs: makeJobs(), audit: makeAudit(), timelines: new Map(),
  };
}

/** A business on its first day: nothing is set up. */
export function makeEmptyBusiness(): FakeBusiness {
  const full = makeFakeBusiness();
  return {
    ...full, services: full.services.slice(0, 1), providers: full.providers.slice(0, 1).map((provider) => ({ ...provider, weeklyHours: [], overrides: [] })), clients: [], bookings: [], blocks: [],
    closures: [], mails: [], jobs: [], business: { ...full.business, allowedOrigins: [], portalUrl: null },
  };
}

function makeBusiness(): BusinessSettings {
  return {
    key: 'river-physio', name: 'River Physio', email: 'hello@river-physio.example', phone: '+27 21 555 0100', address: '4 Mill Lane, Newlands, Cape Town', logoUrl: null, accent: '#0b6e5f',
    lang: 'en-ZA', timeZone: fakeZone, currency: 'ZAR', words: { booking: 'visit', bookings: 'visits' }, portalUrl: 'https://river-physio.example/visits',
    allowedOrigins: ['https://river-physio.example', 'https://www.river-physio.example'], signInOn: 'page', totpRequired: 'staff', phoneRequired: false,
    hostedUrl: 'https://portico.example/p/river-physio', scriptUrl: 'https://portico.example/v1/portal.js',
  };
}

function makeProviders(): ProviderSettings[] {
  const provider = (number: number, name: string, colour: string, weeklyHours: WeeklyHours[]): ProviderSettings =>
    ({ id: fakeId('provider', number), name, colour, staffId: null, maxPerDay: null, archived: false, position: number, weeklyHours, overrides: [] });
  return [
    { ...provider(1, 'Anna Meyer', '#0b6e5f', [...week(8, 13), ...week(14, 17)]), overrides: [{ date: '2026-12-16', ranges: [] }, { date: '2026-11-28', ranges: [{ startMinute: 540, endMinute: 720 }] }] },
    provider(2, 'Ben Okafor', '#8a4fbf', week(9, 17, [1, 2, 3, 4])),
    provider(3, 'Treatment pool', '#c2741a', week(7, 12, [2, 4, 6])),
  ];
}

function makeServices(providerIds: string[]): ServiceSettings[] {
  const service = (number: number, name: string, durationMinutes: number, priceMinor: number, rest: Partial<ServiceSettings>): ServiceSettings => ({
    id: fakeId('service', number), name, description: '', durationMinutes, priceMinor, placeKind: 'in_person', place: '4 Mill Lane, Newlands, Cape Town', bufferBeforeMinutes: 0, bufferAfterMinutes: 0,
    intervalMinutes: 15, minNoticeMinutes: 120, maxDaysAhead: 60, maxPerDay: null, cancelCutoffMinutes: 1440, reminderMinutes: [1440, 60], prepayment: null, providerIds: providerIds.slice(0, 2), archived: false, position: number, ...rest,
  });
  return [
    service(1, 'Initial consultation', 45, 65_000, { description: 'A first look, an assessment and a plan.', bufferAfterMinutes: 15, intervalMinutes: 30 }),
    service(2, 'Follow-up', 30, 42_000, { bufferAfterMinutes: 10 }),
    service(3, 'Sports massage', 60, 78_050, { bufferAfterMinutes: 15 }),
    service(4, 'Pool session', 50, 52_000, { providerIds: providerIds.slice(2), bufferBeforeMinutes: 10 }),
    service(5, 'Video check-in', 20, 0, { placeKind: 'video', place: 'https://meet.river-physio.example/room' }),
  ];
}

function makeClient(name: string, index: number): Client {
  const isCompany = name.includes('Club');
  const contact = isCompany ? 'Claire Hendricks' : name;
  const address = `${contact.split(' ')[0]?.toLowerCase() ?? 'client'}@example.com`;
  return {
    id: fakeId('client', index + 1), kind: isCompany ? 'company' : 'person', name, note: index === 0 ? 'Left knee, after a half marathon. Prefers mornings.' : '', archived: false, createdAt: '2026-03-02T09:00:00Z',
    contacts: [{
      id: fakeId('contact', index + 1), name: contact, email: index === 5 ? null : address, phone: index % 3 === 0 ? '+27 82 555 01' + String(index).padStart(2, '0') : null,
      access: index % 4 === 0 ? 'active' : index % 4 === 1 ? 'invited' : 'none', lastSeenAt: index % 4 === 0 ? '2026-11-20T17:12:00Z' : null,
    }], nextBookingAt: null, lastBookingAt: null, bookingCount: 0,
  };
}

type Plan = readonly [day: number, minute: number, provider: number, service: number, client: number];
const plans: readonly Plan[] = [
  [0, 480, 0, 0, 1], [0, 570, 0, 1, 2], [0, 660, 0, 2, 3], [0, 855, 0, 1, 4], [0, 930, 0, 1, 14], [0, 570, 1, 0, 5], [0, 690, 1, 1, 6], [0, 840, 1, 2, 7],
  [1, 480, 0, 1, 0], [1, 540, 0, 0, 8], [1, 660, 0, 1, 9], [1, 855, 0, 2, 11], [1, 960, 0, 4, 12], [1, 540, 1, 2, 13], [1, 660, 1, 1, 15], [1, 780, 1, 0, 23], [1, 900, 1, 1, 17], [1, 430, 2, 3, 10], [1, 510, 2, 3, 18], [1, 600, 2, 3, 19],
  [2, 510, 0, 0, 20], [2, 600, 0, 2, 21], [2, 840, 0, 1, 22], [2, 600, 1, 1, 16], [2, 720, 1, 0, 12], [2, 930, 1, 1, 3],
  [3, 480, 0, 1, 5], [3, 555, 0, 0, 6], [3, 870, 0, 0, 7], [3, 570, 1, 2, 8], [3, 690, 1, 1, 0], [3, 450, 2, 3, 10], [3, 560, 2, 3, 1],
  [4, 495, 0, 2, 9], [4, 630, 0, 1, 11], [4, 840, 0, 0, 13], [5, 540, 2, 3, 10],
  [8, 540, 0, 1, 0], [9, 600, 1, 2, 2], [-6, 600, 0, 1, 0], [-13, 600, 0, 0, 0], [-5, 660, 1, 2, 3], [10, 480, 0, 0, 4],
];

function makeBookings(services: readonly ServiceSettings[], providers: readonly ProviderSettings[], clients: readonly Client[]): CalendarBooking[] {
  const monday = startOfWeek(civilOf(fakeNow, fakeZone).date, 1);
  return plans.map(([day, minute, provider, service, client], index) => {
    const startsAt = instantOf(addDays(monday, day), minute, fakeZone);
    return makeBooking({ number: index + 1, startsAt, service: services[service]!, providerId: providers[provider]!.id, client: clients[client]!, note: index === 9 ? 'Shoulder, cannot lift the arm above the head.' : '' });
  });
}

export interface NewBooking {
  readonly number: number;
  readonly startsAt: string;
  readonly service: ServiceSettings;
  readonly providerId: string;
  readonly client: Client;
  readonly note?: string;
}

export function makeBooking({ number, startsAt, service, providerId, client, note = '' }: NewBooking): CalendarBooking {
  const endsAt = addMinutes(startsAt, service.durationMinutes);
  const isPast = endsAt < fakeNow;
  const isYesterday = civilOf(startsAt, fakeZone).date < civilOf(fakeNow, fakeZone).date;
  return {
    id: fakeId('booking', number), status: isPast && isYesterday ? (number === 6 ? 'no_show' : 'done') : number === 9 ? 'done' : 'confirmed', startsAt, endsAt, busyFrom: addMinutes(startsAt, -service.bufferBeforeMinutes), busyUntil: addMinutes(endsAt, service.bufferAfterMinutes),
    providerId, serviceId: service.id, serviceName: service.name, clientId: client.id, clientName: client.name, contactName: client.contacts[0]?.name ?? client.name, note, priceMinor: service.priceMinor, cancelReason: null, packageName: null,
  };
}

function withBookings(client: Client, bookings: readonly CalendarBooking[]): Client {
  const own = bookings.filter(({ clientId }) => clientId === client.id).map(({ startsAt }) => startsAt).sort();
  return { ...client, bookingCount: own.length, nextBookingAt: own.find((at) => at > fakeNow) ?? null, lastBookingAt: own.filter((at) => at <= fakeNow).at(-1) ?? null };
}

function makeBlocks(providers: readonly ProviderSettings[]): Block[] {
  return [
    { id: fakeId('block', 1), providerId: providers[1]!.id, startsAt: instantOf('2026-11-24', 960, fakeZone), endsAt: instantOf('2026-11-24', 1020, fakeZone), note: 'Physio course' },
    { id: fakeId('block', 2), providerId: providers[0]!.id, startsAt: instantOf('2026-11-26', 600, fakeZone), endsAt: instantOf('2026-11-26', 720, fakeZone), note: 'School concert' },
  ];
}

function makeStaff(): StaffMember[] {
  return [
    { id: fakeId('staff', 1), name: 'Anna Meyer', email: 'anna@river-physio.example', role: 'owner', status: 'active', hasTotp: true, lastSeenAt: fakeNow },
    { id: fakeId('staff', 2), name: 'Ben Okafor', email: 'ben@river-physio.example', role: 'member', status: 'active', hasTotp: false, lastSeenAt: '2026-11-23T15:10:00Z' },
    { id: fakeId('staff', 3), name: 'Marelize Kotze', email: 'desk@river-physio.example', role: 'admin', status: 'invited', hasTotp: false, lastSeenAt: null },
  ];
}

function makeSessions(): Session[] {
  return [
    { id: fakeId('session', 1), current: true, createdAt: '2026-11-24T05:50:00Z', lastUsedAt: fakeNow, expiresAt: '2026-12-01T05:50:00Z', origin: null, device: 'Firefox on Windows' },
    { id: fakeId('session', 2), current: false, createdAt: '2026-11-19T05:50:00Z', lastUsedAt: '2026-11-23T16:20:00Z', expiresAt: '2026-12-01T05:50:00Z', origin: null, device: 'Safari on iPhone' },
  ];
}

function makeMails(): Mail[] {
  const mail = (number: number, to: string, subject: string, state: Mail['state'], createdAt: string, lastError: string | null = null): Mail =>
    ({ id: fakeId('mail', number), to, subject, state, createdAt, sentAt: state === 'sent' ? createdAt : null, lastError, attempts: lastError ? 8 : 1, jobId: fakeId('job', number) });
  return [
    mail(1, 'thandi@example.com', 'Your visit tomorrow at 08:00', 'sent', '2026-11-23T06:00:00Z'), mail(2, 'johan@exmaple.com', 'Booked: Initial consultation, Monday 23 November', 'failed', '2026-11-21T14:12:00Z', '550 5.1.1 No such mailbox here'),
    mail(3, 'aisha@example.com', 'Your visit has moved', 'waiting', '2026-11-24T08:41:00Z'), mail(4, 'pieter@example.com', 'Booked: Follow-up, Tuesday 24 November', 'sent', '2026-11-22T11:03:00Z'),
  ];
}

function makeJobs(): Job[] {
  return [
    { id: fakeId('job', 2), kind: 'mail.send', state: 'dead', runAt: '2026-11-21T20:00:00Z', attempts: 8, maxAttempts: 8, lastError: '550 5.1.1 No such mailbox here', createdAt: '2026-11-21T14:12:00Z', about: null, mail: { to: 'johan@exmaple.com', subject: 'Booked: Initial consultation, Monday 23 November' }, booking: null },
    { id: fakeId('job', 3), kind: 'mail.send', state: 'waiting', runAt: '2026-11-24T08:43:00Z', attempts: 1, maxAttempts: 8, lastError: 'Connection timed out', createdAt: '2026-11-24T08:41:00Z', about: null, mail: { to: 'aisha@example.com', subject: 'Your visit has moved' }, booking: null },
  ];
}

function makeAudit(): AuditEntry[] {
  const entry = (seq: number, type: string, at: string, actor: string, text: string): AuditEntry => ({ seq, type, at, actor, clientId: null, subjectType: 'booking', subjectId: null, text });
  return [
    entry(412, 'booking.created', '2026-11-24T08:30:00Z', 'Lindiwe Sithole', 'Booked Pool session for Thursday 26 November, 09:20'), entry(411, 'identity.signed_in', '2026-11-24T05:50:00Z', 'Anna Meyer', 'Signed in with password and authenticator app'),
    entry(410, 'booking.moved', '2026-11-23T15:02:00Z', 'Ben Okafor', 'Moved Anele Ngcobo from 10:00 to 11:00'), entry(409, 'service.changed', '2026-11-20T10:11:00Z', 'Anna Meyer', 'Changed the service Sports massage'),
  ];
}

export function openOn(provider: ProviderSettings, date: string, closures: readonly Closure[]): readonly { startMinute: number; endMinute: number }[] {
  if (closures.some(({ providerId, firstDate, lastDate }) => (!providerId || providerId === provider.id) && firstDate <= date && date <= lastDate)) return [];
  return provider.overrides.find((override) => override.date === date)?.ranges ?? provider.weeklyHours.filter(({ weekday }) => weekday === weekdayOf(date));
}
