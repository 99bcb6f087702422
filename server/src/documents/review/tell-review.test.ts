import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '../../test-support/page-client.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { documentOffice, type DocumentOffice } from '../test-support/document-office.ts';
import { findDocument, updateDocument } from '../document-store.ts';
import { reviewNewVersion } from './ask-for-review.ts';
import { reminderMornings } from '../reminder-mornings.ts';

let world: TestWorld;
let office: DocumentOffice;
let offices = 0;
beforeAll(async () => { world = await testWorld(); });
beforeEach(async () => {
  offices += 1;
  world.setNow('2026-11-23T06:00:00Z');
  office = await documentOffice(world, { name: `Told ${offices}`, origin: `https://told${offices}.example` });
  await world.settle();
  world.mails.length = 0;
});
afterAll(() => world.close());

const mails = (): TestWorld['mails'] => world.mails.filter(({ subject }) => subject.includes(`logo ${offices}.txt`));
const later = async (at: string): Promise<void> => {
  world.setNow(at);
  await world.settle();
};
const minutes = (count: number): string => new Date(world.deps.now() + count * 60_000).toISOString();
const draft = async (): Promise<string> => {
  world.setNow(minutes(1));
  const { id } = await office.upload(office.owner, Buffer.from('one'), { name: logo() });
  await world.settle();
  return id;
};
const ask = async (id: string, body: Readonly<Record<string, unknown>> = {}): Promise<void> => {
  expect((await office.owner('POST', `/v1/console/documents/${id}/review`, body)).status).toBe(200);
  await world.settle();
};
/** Of this test: the businesses of others go on. */
const logo = (): string => `logo ${offices}.txt`;
const subjects = (): string[] => world.mails.map(({ subject }) => subject).filter((subject) => subject.includes(logo())).map((subject) => subject.replace(logo(), 'logo.txt'));

describe('letters about approvals', () => {
  it('ask each person who may decide, once, with the words, the day and the way; and not again that there is a new document', async () => {
    const id = await draft();
    await office.owner('POST', `/v1/console/clients/${office.clientId}/contacts`, { name: 'Looker', email: `looker${offices}@mail.example` });
    const looker = (await office.read(id)).people.find(({ name }) => name === 'Looker')!.contactId;
    await office.owner('PATCH', `/v1/console/documents/${id}/rights`, { contacts: [{ contactId: looker, right: { level: 'view', download: true } }] });
    await ask(id, { message: 'Is the blue right?', dueOn: '2026-11-30' });
    await later(minutes(10));
    expect(subjects()).toEqual(['Please approve: logo.txt', 'A new document for you: logo.txt']);
    for (const text of ['Is the blue right?', '30 November 2026', `#portal/documents/${id}`]) expect(mails()[0]?.text).toContain(text);
    // Who may only look is not asked, and hears of the document as of any other.
    expect(mails()[1]?.to.address).toBe(`looker${offices}@mail.example`);
  });

  it('remind before the day, on it and after, and stop with a decision', async () => {
    const id = await draft();
    await ask(id, { dueOn: '2026-11-30' });
    for (const at of ['2026-11-27T06:59:00Z', '2026-11-27T07:00:00Z', '2026-11-30T07:00:00Z']) await later(at);
    expect(subjects()).toEqual(['Please approve: logo.txt', 'Waiting for your word: logo.txt', 'Waiting for your word: logo.txt']);
    const page = await signIn(world, office.at, mails()[0]!.to.address);
    expect((await page.call('POST', `/v1/documents/${id}/approve`, { version: 1, note: 'Lovely' })).status).toBe(200);
    await later('2026-12-03T07:00:00Z');
    expect(subjects().slice(3)).toEqual(['Quintessa Ltd has approved logo.txt']);
    expect(mails().at(-1)?.text).toContain('Lovely');
  });

  it('without a day remind after three, seven and fourteen; another day plans anew; taken back, nobody is reminded', async () => {
    const id = await draft();
    await ask(id);
    await later('2026-11-26T07:00:00Z');
    expect(subjects()).toEqual(['Please approve: logo.txt', 'Waiting for your word: logo.txt']);
    await ask(id, { dueOn: '2026-12-10' });
    await later('2026-11-30T07:00:00Z');
    expect(subjects().slice(2)).toEqual(['Please approve: logo.txt']);
    await office.owner('POST', `/v1/console/documents/${id}/review/withdraw`, {});
    await later('2026-12-14T07:00:00Z');
    expect(subjects()).toHaveLength(3);
  });

  it('after an outage only the latest speaks', async () => {
    await ask(await draft());
    world.mails.length = 0;
    await later('2026-12-07T08:00:00Z');
    expect(subjects()).toEqual(['Waiting for your word: logo.txt']);
  });

  it('say what to change to the business, and to the client that there is a new version to look at', async () => {
    const id = await draft();
    await ask(id);
    await office.page.call('POST', `/v1/documents/${id}/request-changes`, { version: 1, reason: 'Make it bigger' });
    await later(minutes(10));
    expect(mails().slice(1)).toMatchObject([{ subject: `Quintessa Ltd asks for changes to ${logo()}`, to: { name: `Told ${offices}` } }]);
    expect(mails()[1]?.text).toContain('Make it bigger');
    world.setNow(minutes(1));
    await office.upload(office.owner, Buffer.from('two'), { documentId: id });
    await later(minutes(10));
    expect(subjects().slice(2)).toEqual(['Please approve: logo.txt']);
  });

  it('wait for what waits to be looked at for viruses', async () => {
    const id = await draft();
    const { scope } = office.at;
    await world.deps.store.write((tx) => updateDocument(tx, scope, id, { current: null }));
    await ask(id);
    await world.settle();
    expect(subjects().filter((subject) => subject.startsWith('Please'))).toEqual([]);
    await world.deps.store.write(async (tx) => {
      const document = (await findDocument(tx, scope, id))!;
      await updateDocument(tx, scope, id, { current: 1 });
      await reviewNewVersion(world.deps, tx, scope, document, { number: 1, actor: scope.actor });
    });
    await world.settle();
    expect(subjects().filter((subject) => subject.startsWith('Please'))).toEqual(['Please approve: logo.txt']);
  });

  it('come at nine of a civil day, whatever the clocks do', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3650 * 24 }), fc.constantFrom('Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca'), (hour, zone) => {
      const askedAt = Date.UTC(2020, 0, 1) + hour * 3_600_000;
      const askedOn = Temporal.Instant.fromEpochMilliseconds(askedAt).toZonedDateTimeISO(zone).toPlainDate();
      const there = reminderMornings({ dueOn: null, askedAt }, zone).map((at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime().toString());
      expect(there).toEqual([3, 7, 14].map((days) => `${askedOn.add({ days }).toString()}T09:00:00`));
    }));
  });
});

describe('letters about comments', () => {
  const say = (who: 'owner' | 'client', id: string, text: string): Promise<Response> => (who === 'owner' ? office.owner : office.page.call)('POST', `/v1/${who === 'owner' ? 'console/' : ''}documents/${id}/comments`, { version: 1, text });

  it('gather what one side has said in five minutes for the other, without what was taken back', async () => {
    const id = await draft();
    await later(minutes(6));
    world.mails.length = 0;
    await say('client', id, 'Is it straight?');
    await world.settle();
    world.setNow(minutes(1));
    await say('client', id, 'And blue?');
    world.setNow(minutes(0.1));
    const { threads } = await (await say('client', id, 'Forget this')).json() as { threads: { id: string }[] };
    await office.page.call('POST', `/v1/documents/${id}/comments/${threads[2]!.id}/remove`, {});
    await later(minutes(3.9));
    expect(mails()).toMatchObject([{ subject: `2 new comments on ${logo()}`, to: { name: `Told ${offices}` } }]);
    for (const text of ['Quintessa Ltd', 'Is it straight?', 'And blue?']) expect(mails()[0]?.text).toContain(text);
    expect(mails()[0]?.text).not.toContain('Forget this');
    await say('owner', id, 'It is');
    await world.settle();
    await later(minutes(6));
    expect(mails().slice(1)).toMatchObject([{ subject: `A new comment on ${logo()}`, to: { name: 'Quintessa Ltd' } }]);
  });

  it('leave out who may not see the document', async () => {
    const id = await draft();
    await office.owner('PATCH', `/v1/console/documents/${id}`, { level: 'none' });
    await say('owner', id, 'Between us');
    await world.settle();
    await later(minutes(10));
    expect(subjects()).toEqual([]);
  });
});
