import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Booking } from '@portico/contract/bookings/booking.ts';
import type { Client, ErasePreview } from '@portico/contract/clients.ts';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentOffice, type DocumentOffice } from '../documents/test-support/document-office.ts';
import { openFileKey } from '../documents/client-keys.ts';
import { findVersion } from '../documents/document-store.ts';
import { planOffice } from '../invoices/test-support/plan-office.ts';
import { signIn } from '../test-support/page-client.ts';
import { otherOrigin, staffCaller, testBusiness, visitor, guestBooking } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;

const read = async <T>(answer: Promise<Response>): Promise<T> => await (await answer).json() as T;
const name = 'Quintessa Ltd';
const path = (id: string): string => `/v1/console/clients/${id}/erase`;
/** Every cell of every table that holds this text. */
function placesOf(text: string): string[] {
  const db = new Sqlite(world.config.databasePath, { readonly: true });
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all() as string[];
    return tables.flatMap((table) => (db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[])
      .flatMap((row) => Object.entries(row).filter(([, value]) => typeof value === 'string' && value.toLowerCase().includes(text.toLowerCase())).map(([column]) => `${table}.${column}`)));
  } finally {
    db.close();
  }
}

beforeEach(async () => { world = await testWorld(); });
afterEach(() => world.close());

describe('erasing a client', () => {
  let office: DocumentOffice;
  let email = '';
  const erase = (typed = name): Promise<Response> => office.owner('POST', path(office.clientId), { name: typed });

  beforeEach(async () => {
    office = await documentOffice(world);
    email = (await read<Client>(office.owner('GET', `/v1/console/clients/${office.clientId}`))).contacts[0]?.email ?? '';
    await office.owner('PATCH', `/v1/console/clients/${office.clientId}`, { note: 'Afraid of needles.' });
    await office.owner('PATCH', `/v1/console/clients/${office.clientId}/contacts/${office.contactId}`, { phone: '+27 82 555 0199' });
    for (const startsAt of ['2026-11-25T08:00:00.000Z', '2026-11-27T08:00:00.000Z']) {
      const answer = await office.page.call('POST', '/v1/bookings', { serviceId: office.at.service.id, startsAt, timeZone: 'Africa/Johannesburg', note: 'Ring twice at the blue door.' });
      expect([answer.status, answer.ok ? '' : await answer.text()]).toEqual([201, '']);
    }
  });

  it('leaves nothing of them outside the log, and says what it did', async () => {
    await office.upload(office.owner, Buffer.from('what is in it'), { name: 'diagnosis.txt' });
    await office.owner('POST', '/v1/console/projects', { clientId: office.clientId, name: 'Knee replacement' });
    await office.owner('POST', '/v1/console/document-requests', { clientIds: [office.clientId], title: 'Scan of the knee', why: 'Before we begin' });
    await office.owner('POST', `/v1/console/clients/${office.clientId}/contacts/${office.contactId}/invite`);
    await world.settle();
    world.setNow('2026-11-26T06:00:00Z');
    await world.settle();
    office = { ...office, owner: await staffCaller(world, office.at) };
    const preview = await read<ErasePreview>(office.owner('GET', path(office.clientId)));
    expect(preview).toEqual({ contacts: 1, documents: 1, upcoming: 1, pastBookings: 1, invoices: 0, unsettled: [] });

    expect((await erase()).status).toBe(200);
    const before = world.mails.length;
    await world.settle();
    world.setNow('2026-11-27T07:30:00Z');
    await world.settle();
    expect(world.mails.slice(before).filter(({ to }) => to.address === email)).toEqual([]);
    for (const text of [name, email, '+27 82 555 0199', 'needles', 'blue door', 'diagnosis', 'Scan of the knee', 'Knee replacement']) {
      expect([text, placesOf(text).filter((place) => !['events.payload', 'idempotency_keys.body'].includes(place))]).toEqual([text, []]);
    }
    const audit = await read<{ items: { type: string; text: string }[] }>((await staffCaller(world, office.at))('GET', '/v1/console/audit?limit=100'));
    expect(audit.items.find(({ type }) => type === 'client.erased')?.text).toBe('A client was erased: 1 people, 1 documents, 1 bookings cancelled');
    expect(JSON.stringify(audit)).not.toMatch(/Quintessa|diagnosis|Knee/);
  });

  it('keeps a past time as taken, frees the coming one, and the client is gone everywhere', async () => {
    world.setNow('2026-11-26T06:00:00Z');
    office = { ...office, owner: await staffCaller(world, office.at) };
    expect((await erase()).status).toBe(200);
    const shown = await read<{ bookings: (Booking & { clientName: string; note: string })[] }>(office.owner('GET', '/v1/console/calendar?firstDate=2026-11-23&days=7'));
    expect(shown.bookings.map(({ status, clientName, note }) => [status, clientName, note]).sort()).toEqual([['cancelled', 'Erased client', ''], ['confirmed', 'Erased client', '']]);
    expect((await office.owner('GET', `/v1/console/clients/${office.clientId}`)).status).toBe(404);
    for (const archived of [true, false]) expect((await read<{ items: Client[] }>(office.owner('GET', `/v1/console/clients?archived=${archived}`))).items).toEqual([]);
    expect((await erase()).status).toBe(404);
  });

  it('ends open pages at once; the address is free, and whoever comes with it is somebody new', async () => {
    expect((await office.page.call('GET', '/v1/bookings')).status).toBe(200);
    await erase();
    expect((await office.page.call('GET', '/v1/bookings')).status).toBe(401);
    const again = await visitor(world, office.at.origin)('POST', `/v1/businesses/${office.at.business.key}/bookings`, guestBooking(office.at, '2026-11-24T08:00:00.000Z', { email, name: 'Somebody' }));
    expect(again.status).toBe(201);
    const page = await signIn(world, office.at, email);
    expect((await read<{ items: Booking[] }>(page.call('GET', '/v1/bookings'))).items).toHaveLength(1);
  });

  it('makes files noise, also with their rows from an older copy of the database', async () => {
    const filed = await office.upload(office.owner, Buffer.from('what is in it'));
    await world.settle();
    const version = await world.deps.store.read((db) => findVersion(db, office.at.scope, filed.id, 1));
    if (!version) throw new Error('no version');
    await world.deps.store.read((db) => openFileKey(world.deps, db, version));
    const copy = join(world.config.dataDir, 'before.db');
    new Sqlite(world.config.databasePath).exec('PRAGMA wal_checkpoint(TRUNCATE)').close();
    copyFileSync(world.config.databasePath, copy);
    await erase();
    await expect(world.deps.store.read((db) => openFileKey(world.deps, db, version))).rejects.toThrow('destroyed');
    const old = new Sqlite(copy, { readonly: true });
    const rows = old.prepare('SELECT sealed_key FROM document_versions').all();
    const key = String(old.prepare('SELECT sealed_key FROM client_keys').pluck().get());
    old.close();
    expect(rows).toHaveLength(1);
    expect(placesOf(key)).toEqual([]);
  });

  it('wants the owner, a fresh proof and the name as it is written', async () => {
    for (const role of ['admin', 'member'] as const) expect((await (await staffCaller(world, office.at, role))('POST', path(office.clientId), { name })).status).toBe(403);
    expect((await erase('Quintessa')).status).toBe(422);
    const elsewhere = await testBusiness(world, { origin: otherOrigin, name: 'Night Physio' });
    expect((await (await staffCaller(world, elsewhere))('POST', path(office.clientId), { name })).status).toBe(404);
    world.advance(6);
    const late = await erase();
    expect([late.status, (await late.json() as { code: string }).code]).toEqual([403, 'fresh_proof_required']);
    expect(placesOf(email)).toContain('contacts.email');
  });

  it('takes an account that was merged into it along', async () => {
    const twin = await read<Client>(office.owner('POST', '/v1/console/clients', { name: 'Quinn Other', note: 'Pays late.', contact: { name: 'Quinn Other', email: 'quinn@other.example' } }));
    await office.owner('POST', `/v1/console/clients/${office.clientId}/merge`, { from: twin.id });
    expect((await erase()).status).toBe(200);
    await world.settle();
    for (const text of ['Quinn Other', 'quinn@other.example', 'Pays late']) expect([text, placesOf(text).filter((place) => !['events.payload', 'idempotency_keys.body'].includes(place))]).toEqual([text, []]);
    expect((await office.owner('POST', `/v1/console/clients/${office.clientId}/merge/undo`, { from: twin.id })).status).toBe(404);
  });
});

describe('what must be settled first', () => {
  it('says which: what is owed, what was paid ahead, a plan, sessions that are left', async () => {
    const office = await planOffice(world);
    const unsettled = async (): Promise<readonly string[]> => (await read<ErasePreview>(office.owner('GET', path(office.clientId)))).unsettled;
    const erase = (): Promise<Response> => office.owner('POST', path(office.clientId), { name });
    expect(await unsettled()).toEqual([]);
    const { number } = await office.issued([{ unitPriceMinor: 10_000 }]);
    expect(await unsettled()).toEqual([`Not paid yet: ${number}. Take the money, write a credit note or void it first.`]);
    const refused = await erase();
    expect([refused.status, (await refused.json() as { detail: string }).detail]).toEqual([409, (await unsettled())[0]]);
    await office.pay(12_500);
    expect(await unsettled()).toEqual(['There is money on their account. Give it back first.']);
    const running = await office.start(await office.plan(), { startsOn: '2026-12-20' });
    expect(await unsettled()).toContain('The plan “Monthly care” is running. End it first.');
    expect((await office.owner('POST', `/v1/console/subscriptions/${running.id}/end`, {})).status).toBe(200);
    expect(await unsettled()).toEqual(['There is money on their account. Give it back first.']);
    expect((await erase()).status).toBe(409);
  });

  it('keeps the paid invoice, its paper and the books as they were', async () => {
    const office = await planOffice(world);
    const { id } = await office.issued([{ unitPriceMinor: 10_000 }]);
    await office.draft([{ description: 'Never sent' }]);
    await office.pay(11_500);
    await world.settle();
    const before = await office.read(id);
    const answer = await office.owner('POST', path(office.clientId), { name });
    expect([answer.status, answer.ok ? '' : await answer.text()]).toEqual([200, '']);
    const after = await office.read(id);
    expect({ ...after, clientName: '' }).toEqual({ ...before, clientName: '' });
    expect(placesOf('Never sent')).toEqual([]);
    expect(placesOf(office.email).filter((place) => !place.startsWith('invoices.') && !['events.payload', 'idempotency_keys.body'].includes(place))).toEqual([]);
  });
});
