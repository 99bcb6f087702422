import { deepStrictEqual } from 'node:assert/strict';
import type { BookedResult, BookingPage } from '@portico/contract/bookings/booking.ts';
import type { SlotMonth } from '@portico/contract/bookings/slots.ts';
import { summed, type BenchRow } from './bench-row.ts';
import type { BareSetUp } from './bare.server.ts';
import { bodyOf, load, requestText, type Load, type Target } from './load.ts';
import type { OurFacts } from './ours.server.ts';
import { startServer, type ServerProcess } from './server-process.ts';

const rounds = 9;
const roundMs = 700;

interface BareFacts {
  readonly url: string;
  readonly token: string;
}

interface Pair {
  readonly ours: ServerProcess<OurFacts>;
  readonly bare: ServerProcess<BareFacts>;
}

/** The product in one process, the floor in another, the client in this one: each pays for its own work only. */
export async function bench(): Promise<readonly BenchRow[]> {
  const ours = await startServer<OurFacts>('./ours.server.ts');
  const paths = pathsOf(ours);
  await paths.list.prepare(3);
  const setUp: BareSetUp = {
    month: JSON.parse(await bodyOf(ours.facts.url, paths.month())) as SlotMonth, list: JSON.parse(await bodyOf(ours.facts.url, paths.list.next())) as BookingPage,
    booked: JSON.parse(await bodyOf(ours.facts.url, paths.guest())) as BookedResult, busy: ours.facts.busy,
  };
  const bare = await startServer<BareFacts>('./bare.server.ts', setUp);
  const pair = { ours, bare };
  const bareMonth = requestText('GET', '/month', {});
  const bareList = requestText('GET', '/bookings', { authorization: `Bearer ${bare.facts.token}` });
  deepStrictEqual(await bodyOf(bare.facts.url, bareMonth), await bodyOf(ours.facts.url, paths.month()));
  deepStrictEqual(await bodyOf(bare.facts.url, bareList), await bodyOf(ours.facts.url, paths.list.next()));

  const month = { request: paths.month, status: 200, atOnce: 4 };
  const list = { request: paths.list.next, status: 200, atOnce: 8 };
  const guest = { request: paths.guest, status: 201, atOnce: 4 };
  const bareBook = { request: bareBooking(ours.facts), status: 201, atOnce: 4 };
  try {
    return [
      // 50 times Easy!Appointments, and its p99 / 30, are 50/103 and 11.5/4.6 of the prototype measured beside it.
      ...await compared(pair, 'a month of free times', month, { ...month, request: () => bareMonth }, { rate: { number: 3, atLeast: 0.49 }, p99: { number: 3, atMost: 2.5 } }),
      ...await compared(pair, 'signed-in list of 20, a proof each', list, { ...list, request: () => bareList }, { rate: { number: 5, atLeast: 0.45 } }, () => paths.list.prepare(4000)),
      ...await compared(pair, 'a signed-in booking, everything on', { ...guest, request: paths.book.next }, bareBook, { rate: { number: 4, atLeast: 0.5 } }, () => paths.book.prepare(1500)),
      ...await compared(pair, 'a guest\'s booking, everything on', guest, bareBook, {}),
      ...await compared(pair, 'the same with its mails delivered meanwhile', guest, bareBook, {}, () => ours.ask('deliver', true)),
    ];
  } finally {
    await ours.close();
    await bare.close();
  }
}

type Asked = Omit<Target, 'url'>;
type Goal = NonNullable<BenchRow['goal']>;

/** Turn and turn about, the first of a round changing, so that noisy neighbours hit both alike. */
async function compared({ ours, bare }: Pair, name: string, ourAsked: Asked, bareAsked: Asked, goals: { rate?: Goal; p99?: Goal }, prepare = async (): Promise<void> => undefined): Promise<BenchRow[]> {
  const rates: number[] = [];
  const p99s: number[] = [];
  const costs: number[] = [];
  let notes: { ours: Measured; bare: Measured } | undefined;
  for (let round = -5; round < rounds; round += 1) {
    await prepare();
    const measureOurs = (): Promise<Measured> => measured(ours, { url: ours.facts.url, ...ourAsked });
    const measureBare = (): Promise<Measured> => measured(bare, { url: bare.facts.url, ...bareAsked });
    const first = round % 2 === 0 ? await measureOurs() : undefined;
    const b = await measureBare();
    const a = first ?? await measureOurs();
    // The first rounds only warm the machine up.
    if (round < 0) continue;
    rates.push(a.perSecond / b.perSecond);
    p99s.push(a.p99 / b.p99);
    costs.push(a.cpu / b.cpu);
    notes = { ours: a, bare: b };
  }
  const say = (pick: (one: Measured) => string): string => notes ? `last round ${pick(notes.ours)} against ${pick(notes.bare)}` : '';
  return [
    { name: `${name}, ${ourAsked.atOnce} at once: rate`, ...summed(rates), ...(goals.rate && { goal: goals.rate }), note: say((one) => `${Math.round(one.perSecond)}/s, p50 ${one.p50.toFixed(2)} ms`) },
    { name: `${name}: p99`, ...summed(p99s), ...(goals.p99 && { goal: goals.p99 }), note: say((one) => `${one.p99.toFixed(1)} ms`) },
    { name: `${name}: processor time`, ...summed(costs), note: say((one) => `${Math.round(one.cpu)} µs a request`) },
  ];
}

interface Measured extends Load {
  /** Microseconds of processor time a request, all threads of the server: hardly feels the neighbours. */
  readonly cpu: number;
}

async function measured(server: ServerProcess<unknown>, target: Target): Promise<Measured> {
  const before = await server.ask<number>('cpu');
  const seen = await load(target, roundMs);
  // What an answer leaves to be done afterwards is part of its price, and must not slow the other side.
  await server.ask('settle');
  const used = await server.ask<number>('cpu') - before;
  return { ...seen, cpu: used / seen.count };
}

/** Requests that were signed beforehand. */
interface Signed {
  prepare(count: number): Promise<void>;
  next(): string;
}

function pathsOf(ours: ServerProcess<OurFacts>): { month(): string; guest(): string; readonly list: Signed; readonly book: Signed } {
  const { facts } = ours;
  const base = `/v1/businesses/${facts.key}`;
  const bodies = bookingBodies(facts);
  let keys = 0;
  const post = (path: string, body: string, headers: Record<string, string> = {}): string => requestText('POST', path, {
    origin: facts.origin, 'content-type': 'application/json', 'idempotency-key': `bench-key-${String(keys += 1).padStart(16, '0')}`, ...headers }, body);
  const monthText = requestText('GET', `${base}/slots?service=${facts.serviceId}&month=2027-03`, { origin: facts.origin });
  return {
    month: () => monthText,
    guest: () => post(`${base}/bookings`, JSON.stringify({ ...bodies(), name: 'Thandi', email: 'thandi@mail.example' })),
    list: signed(ours, 'GET', '/v1/bookings', (headers) => requestText('GET', '/v1/bookings', headers)),
    book: signed(ours, 'POST', '/v1/bookings', (headers) => post('/v1/bookings', JSON.stringify(bodies()), headers)),
  };
}

function signed(ours: ServerProcess<OurFacts>, method: string, path: string, write: (headers: Record<string, string>) => string): Signed {
  let proofs: string[] = [];
  return {
    prepare: async (count) => { proofs = await ours.ask<string[]>('proofs', { count, method, path }); },
    next() {
      const dpop = proofs.pop();
      if (dpop === undefined) throw new Error('sign more proofs beforehand');
      return write({ origin: ours.facts.origin, authorization: `DPoP ${ours.facts.accessToken}`, dpop });
    },
  };
}

/** A free time of a provider, another one with every call. */
function bookingBodies({ bookable: { serviceId, providerIds, starts } }: OurFacts): () => { serviceId: string; providerId: string; startsAt: string; timeZone: string } {
  let turn = -1;
  return () => {
    turn += 1;
    const providerId = providerIds[Math.floor(turn / starts.length)];
    const startsAt = starts[turn % starts.length];
    if (providerId === undefined || startsAt === undefined) throw new Error('add providers: all times are booked');
    return { serviceId, providerId, startsAt: new Date(startsAt).toISOString(), timeZone: 'Europe/London' };
  };
}

/** The floor asks nobody whether a provider exists, and is quick enough to book out those that we have. */
function bareBooking({ bookable, ...facts }: OurFacts): () => string {
  const bodies = bookingBodies({ ...facts, bookable: { ...bookable, providerIds: Array.from({ length: 100 }, (_, n) => `provider-${n}`) } });
  return () => requestText('POST', '/bookings', { 'content-type': 'application/json' }, JSON.stringify(bodies()));
}
