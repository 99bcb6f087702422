import type { DocumentStart } from '@portico/contract/documents/document.ts';
import type { DocumentRequest, DocumentRequestPage } from '@portico/contract/documents/request.ts';
import type { Upload } from '@portico/contract/documents/upload.ts';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addClientWithContact } from '../../clients/public.ts';
import { dateAfter } from '../../domain/civil-dates.ts';
import { morningAfter } from '../../domain/mornings.ts';
import { signIn } from '../../test-support/page-client.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { documentOffice, type DocumentOffice } from '../test-support/document-office.ts';

let world: TestWorld;
let office: DocumentOffice;
let offices = 0;
/** What others were asked for would be reminded of here. */
beforeEach(async () => {
  world = await testWorld();
  offices += 1;
  world.setNow('2026-11-23T06:00:00Z');
  office = await documentOffice(world, { name: `Requests ${offices}`, origin: `https://requests${offices}.example` });
  await world.settle();
  world.mails.length = 0;
});
afterEach(() => world.close());

/** What is made in one millisecond has no order. */
const tick = (): void => world.setNow(new Date(world.deps.now() + 1000).toISOString());
const path = '/v1/console/document-requests';
const ask = async (input: Readonly<Record<string, unknown>> = {}): Promise<DocumentRequest> => {
  tick();
  const answer = await office.owner('POST', path, { clientIds: [office.clientId], title: 'Your passport', ...input });
  expect(answer.status).toBe(201);
  return (await answer.json() as { items: DocumentRequest[] }).items[0]!;
};
const act = async (id: string, what: string, body: Readonly<Record<string, unknown>> = {}): Promise<DocumentRequest> => {
  const answer = await office.owner('POST', `${path}/${id}/${what}`, body);
  expect(answer.status).toBe(200);
  return await answer.json() as DocumentRequest;
};
const wanted = async (): Promise<DocumentRequest[]> => (await (await office.page.call('GET', '/v1/documents/start')).json() as DocumentStart).requests;
const list = async (query = ''): Promise<DocumentRequestPage> => await (await office.owner('GET', `${path}${query}`)).json() as DocumentRequestPage;
const answerIt = (requestId: string, name = 'passport.txt'): Promise<{ id: string; category: string }> => {
  tick();
  return office.upload(office.page.call, Buffer.from('me'), { name, requestId });
};
const mailed = (): string[] => world.mails.map(({ subject }) => subject);

describe('asking for a document', () => {
  it('reaches the client, who answers it with a file that is filed where it belongs, and the owner accepts', async () => {
    const { id, state } = await ask({ why: 'For your file', category: 'contracts', dueOn: '2026-11-27' });
    expect(state).toBe('open');
    expect(await wanted()).toMatchObject([{ id, title: 'Your passport', why: 'For your file', dueOn: '2026-11-27', state: 'open', isOverdue: false, label: { dueOn: 'Friday' } }]);
    const filed = await answerIt(id);
    expect(filed.category).toBe('contracts');
    expect(await wanted()).toMatchObject([{ id, state: 'submitted', documents: [{ id: filed.id, name: 'passport.txt' }] }]);
    expect((await act(id, 'accept')).state).toBe('accepted');
    expect((await act(id, 'accept')).state).toBe('accepted');
    expect(await wanted()).toEqual([]);
    expect((await list()).counts).toEqual({ waiting: 0, overdue: 0, submitted: 0, asked: 1, arrived: 1 });
  });

  it('again says why, and takes another file; a second one for the same adds to it', async () => {
    const { id } = await ask();
    await answerIt(id);
    expect(await act(id, 'return', { reason: 'The photo is cut off' })).toMatchObject({ state: 'returned', reason: 'The photo is cut off' });
    expect(await wanted()).toMatchObject([{ state: 'returned', reason: 'The photo is cut off' }]);
    await answerIt(id, 'again.txt');
    await answerIt(id, 'back.txt');
    expect(await wanted()).toMatchObject([{ state: 'submitted', reason: null, documents: [{ name: 'passport.txt' }, { name: 'again.txt' }, { name: 'back.txt' }] }]);
  });

  it('of several is one for each, or none', async () => {
    const other = await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, office.at.scope, { name: 'Other', email: `other${offices}@mail.example` }, 'staff'));
    await ask({ clientIds: [office.clientId, other.clientId, office.clientId] });
    expect((await list()).items.map(({ clientName }) => clientName).sort()).toEqual(['Other', 'Quintessa Ltd']);
    const before = (await list()).items.length;
    expect((await office.owner('POST', path, { clientIds: [office.clientId, '01aaaaaaaaaaaaaaaaaaaaaaaa'], title: 'x' })).status).toBe(404);
    expect((await list()).items.length).toBe(before);
  });

  it('lists what waits, what came and what is settled, page by page', async () => {
    const made = [];
    for (const title of ['one', 'two', 'three']) made.push(await ask({ title }));
    await answerIt(made[0]!.id);
    await act(made[1]!.id, 'cancel');
    const titles = async (query: string): Promise<string[]> => (await list(query)).items.map(({ title }) => title);
    expect([await titles('?state=waiting'), await titles('?state=submitted'), await titles('?state=settled')]).toEqual([['three'], ['one'], ['two']]);
    const first = await list('?limit=2');
    expect((await list(`?limit=2&cursor=${first.nextCursor}`)).items.map(({ title }) => title)).toEqual(['one']);
    expect(await titles(`?client=${office.clientId}`)).toHaveLength(3);
  });
});

describe('what is refused', () => {
  it('a day that has passed, nobody to ask, too many, nothing to ask for', async () => {
    for (const input of [{ dueOn: '2026-11-22' }, { dueOn: '2026-02-29' }, { clientIds: [] }, { clientIds: Array.from({ length: 51 }, (_, at) => `01${String(at).padStart(24, '0')}`) }, { title: ' ' }, { category: 'invoices' }, { state: 'accepted' }]) {
      expect((await office.owner('POST', path, { clientIds: [office.clientId], title: 'x', ...input })).status, JSON.stringify(input)).toBe(422);
    }
    expect((await list()).items).toEqual([]);
  });

  it('deciding about what has not come, without a reason, or once it is settled', async () => {
    const { id } = await ask();
    expect((await office.owner('POST', `${path}/${id}/accept`, {})).status).toBe(409);
    await answerIt(id);
    expect((await office.owner('POST', `${path}/${id}/return`, { reason: ' ' })).status).toBe(422);
    await act(id, 'accept');
    expect((await office.owner('POST', `${path}/${id}/return`, { reason: 'x' })).status).toBe(409);
    expect((await office.owner('POST', `${path}/${id}/cancel`, {})).status).toBe(409);
  });

  it('answering what is settled, somebody else\'s, or with the hands of staff', async () => {
    const [{ id }, cancelled] = [await ask(), await ask()];
    await act(cancelled.id, 'cancel');
    const start = (who: typeof office.owner, at: string, requestId: string) => who('POST', at, { name: 'a.txt', size: 1, requestId });
    expect((await start(office.page.call, '/v1/uploads', cancelled.id)).status).toBe(404);
    const email = `stranger${offices}@mail.example`;
    await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, office.at.scope, { name: 'Stranger', email }, 'staff'));
    expect((await start((await signIn(world, office.at, email)).call, '/v1/uploads', id)).status).toBe(404);
    expect((await office.owner('POST', '/v1/console/uploads', { name: 'a.txt', size: 1, clientId: office.clientId, requestId: id })).status).toBeGreaterThanOrEqual(400);
  });

  it('a file whose request was cancelled on the way is filed all the same, and changes nothing of it', async () => {
    const { id } = await ask();
    const upload = await (await office.page.call('POST', '/v1/uploads', { name: 'late.txt', size: 0, requestId: id })).json() as Upload;
    await act(id, 'cancel');
    expect((await office.page.call('POST', `/v1/uploads/${upload.id}/complete`, {})).status).toBe(200);
    expect((await list()).items).toMatchObject([{ state: 'cancelled' }]);
  });
});

describe('changing what is asked for', () => {
  it('tells the client by itself, and plans the reminders anew', async () => {
    const { id } = await ask({ dueOn: '2026-11-25' });
    await world.settle();
    const answer = await office.owner('PATCH', `${path}/${id}`, { title: 'Your passport, both sides', dueOn: '2026-12-10' });
    expect([answer.status, await answer.json()]).toMatchObject([200, { title: 'Your passport, both sides', dueOn: '2026-12-10', why: '' }]);
    expect(await wanted()).toMatchObject([{ title: 'Your passport, both sides', dueOn: '2026-12-10' }]);
    await world.settle();
    const before = mailed().length;
    for (const at of ['2026-11-25T07:00:00Z', '2026-11-28T07:00:00Z', '2026-12-07T07:00:00Z']) {
      world.setNow(at);
      await world.settle();
    }
    expect(mailed().slice(before).filter((subject) => subject.includes('both sides'))).toEqual(['Still needed: Your passport, both sides']);
  });

  it('is refused for a day that has passed, and once something has come', async () => {
    const { id } = await ask();
    expect((await office.owner('PATCH', `${path}/${id}`, { dueOn: '2026-11-22' })).status).toBe(422);
    expect((await office.owner('PATCH', `${path}/${id}`, { category: 'invoices' })).status).toBe(422);
    await answerIt(id);
    expect((await office.owner('PATCH', `${path}/${id}`, { title: 'Other' })).status).toBe(409);
    expect((await list()).items).toMatchObject([{ title: 'Your passport' }]);
  });
});

describe('a reminder by hand', () => {
  it('goes out at once, not twice within twelve hours, and not about what has come', async () => {
    const { id } = await ask();
    await world.settle();
    expect((await office.owner('POST', `${path}/${id}/remind`, {})).status).toBe(409);
    world.setNow('2026-11-23T18:01:00Z');
    expect(await act(id, 'remind')).toMatchObject({ remindedAt: '2026-11-23T18:01:00.000Z' });
    await world.settle();
    expect(mailed()).toEqual(['Please send us: Your passport', 'Still needed: Your passport']);
    expect((await office.owner('POST', `${path}/${id}/remind`, {})).status).toBe(409);
    await act(id, 'cancel');
    world.setNow('2026-11-25T18:01:00Z');
    expect((await office.owner('POST', `${path}/${id}/remind`, {})).status).toBe(409);
  });
});

describe('a checklist', () => {
  const lists = '/v1/console/checklists';
  const items = [{ title: 'Your passport', dueInDays: 7 }, { title: 'Proof of address', why: 'A bill will do' }, { title: 'Intake form', category: 'contracts' }];
  const save = async (): Promise<string> => {
    const answer = await office.owner('POST', lists, { name: 'New client', items });
    expect(answer.status).toBe(201);
    return (await answer.json() as { id: string }).id;
  };

  it('asks each client for everything at once, in one letter, with days counted from today', async () => {
    const id = await save();
    const email = `second${offices}@mail.example`;
    const other = await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, office.at.scope, { name: 'Second', email }, 'staff'));
    tick();
    const asked = await (await office.owner('POST', `${lists}/${id}/ask`, { clientIds: [office.clientId, other.clientId] })).json() as { items: DocumentRequest[] };
    expect(asked.items).toHaveLength(6);
    expect(new Set(asked.items.map(({ batchId }) => batchId)).size).toBe(1);
    expect((await wanted()).map(({ title, dueOn, category }) => [title, dueOn, category])).toEqual([['Your passport', '2026-11-30', 'correspondence'], ['Proof of address', null, 'correspondence'], ['Intake form', null, 'contracts']]);
    await world.settle();
    expect(mailed()).toEqual(['Please send us 3 documents', 'Please send us 3 documents']);
    for (const { title } of items) expect(world.mails[0]?.text).toContain(title);
  });

  it('asks nobody when one of them is not there, or when it lies in the archive', async () => {
    const id = await save();
    expect((await office.owner('POST', `${lists}/${id}/ask`, { clientIds: [office.clientId, '01aaaaaaaaaaaaaaaaaaaaaaaa'] })).status).toBe(404);
    expect((await office.owner('PATCH', `${lists}/${id}`, { archived: true })).status).toBe(200);
    expect((await office.owner('POST', `${lists}/${id}/ask`, { clientIds: [office.clientId] })).status).toBe(409);
    expect((await list()).items).toEqual([]);
  });

  it('is changed, listed, and limited', async () => {
    const id = await save();
    for (const input of [{ name: ' ' }, { items: [] }, { items: [{ title: 'x', dueInDays: 366 }] }, { items: [{ title: 'x', category: 'invoices' }] }, { items: Array.from({ length: 21 }, () => ({ title: 'x' })) }]) expect((await office.owner('PATCH', `${lists}/${id}`, input)).status, JSON.stringify(input).slice(0, 60)).toBe(422);
    expect(await (await office.owner('PATCH', `${lists}/${id}`, { name: 'Newcomers', items: [{ title: 'Only this' }] })).json()).toEqual({ id, name: 'Newcomers', archived: false, items: [{ title: 'Only this', why: '', category: 'correspondence', dueInDays: null }] });
    for (let n = 1; n < 50; n += 1) expect((await office.owner('POST', lists, { name: `List ${n}`, items: [{ title: 'x' }] }, { 'idempotency-key': `checklist-number-${offices}-${n}` })).status).toBe(201);
    expect((await office.owner('POST', lists, { name: 'One more', items: [{ title: 'x' }] })).status).toBe(409);
    expect((await (await office.owner('GET', lists)).json() as { items: unknown[] }).items).toHaveLength(50);
  });
});

describe('letters about what is asked for', () => {
  it('ask, remind before, on and after the day at nine, and stop when it has come', async () => {
    const { id } = await ask({ dueOn: '2026-11-30' });
    await world.settle();
    expect(mailed()).toEqual(['Please send us: Your passport']);
    expect(world.mails[0]?.text).toContain(`#portal/documents/requests/${id}`);
    for (const at of ['2026-11-27T06:59:00Z', '2026-11-27T07:00:00Z', '2026-11-30T07:00:00Z']) {
      world.setNow(at);
      await world.settle();
    }
    const theirs = world.mails.filter(({ to }) => to.address === world.mails[0]?.to.address).map(({ subject }) => subject);
    expect(theirs.slice(1)).toEqual(['Still needed: Your passport', 'Still needed: Your passport']);
    const later = await signIn(world, office.at, world.mails[0]!.to.address);
    const upload = await (await later.call('POST', '/v1/uploads', { name: 'passport.txt', size: 0, requestId: id })).json() as Upload;
    expect((await later.call('POST', `/v1/uploads/${upload.id}/complete`, {})).status).toBe(200);
    await world.settle();
    world.mails.length = 0;
    world.setNow('2026-12-03T07:00:00Z');
    await world.settle();
    expect(mailed().filter((subject) => subject.includes('passport'))).toEqual([]);
  });

  it('without a day remind after three, seven and fourteen, counted anew when it is asked for again; after an outage only the latest', async () => {
    const { id } = await ask();
    await world.settle();
    const subjects = (): string[] => mailed().filter((subject) => subject.startsWith('Still needed'));
    for (const at of ['2026-11-26T06:59:00Z', '2026-11-26T07:00:00Z']) {
      world.setNow(at);
      await world.settle();
    }
    expect(subjects()).toHaveLength(1);
    const later = await signIn(world, office.at, world.mails[0]!.to.address);
    const upload = await (await later.call('POST', '/v1/uploads', { name: 'passport.txt', size: 0, requestId: id })).json() as Upload;
    await later.call('POST', `/v1/uploads/${upload.id}/complete`, {});
    world.setNow('2026-11-28T06:00:00Z');
    await act(id, 'return', { reason: 'Cut off' });
    await world.settle();
    world.setNow('2026-11-30T07:00:00Z');
    await world.settle();
    expect(subjects()).toHaveLength(1);
    world.setNow('2026-12-13T08:00:00Z');
    await world.settle();
    expect(subjects()).toHaveLength(2);
  });

  it('say what was wrong when it is asked for again', async () => {
    const { id } = await ask();
    await answerIt(id);
    await act(id, 'return', { reason: 'The photo is cut off' });
    await world.settle();
    const letter = world.mails.find(({ subject }) => subject.startsWith('Please send it again'));
    expect(letter?.text).toContain('The photo is cut off');
  });

  it('come on the civil day, whatever the clocks do', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3650 }), fc.constantFrom(-3, 0, 3), fc.constantFrom('Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca'), (day, after, zone) => {
      const dueOn = dateAfter('2020-01-01', day);
      const there = Temporal.Instant.fromEpochMilliseconds(morningAfter(dueOn, after, zone)).toZonedDateTimeISO(zone);
      expect(there.toPlainDateTime().toString()).toBe(`${dateAfter(dueOn, after)}T09:00:00`);
    }));
  });
});
