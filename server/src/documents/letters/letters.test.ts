import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { documentOffice, type DocumentOffice } from '../test-support/document-office.ts';

let world: TestWorld;
let office: DocumentOffice;
let offices = 0;
beforeAll(async () => { world = await testWorld(); });
beforeEach(async () => {
  offices += 1;
  office = await documentOffice(world, { name: `Letters ${offices}`, origin: `https://letters${offices}.example` });
  await world.settle();
  world.mails.length = 0;
});
afterAll(() => world.close());

/** Lets what was gathered go out. */
async function later(): Promise<void> {
  await world.settle();
  world.advance(5);
  await world.settle();
}
const subjects = (): string[] => world.mails.map(({ to, subject }) => `${to.address}: ${subject}`).sort();
const file = (text: string): Buffer => Buffer.from(text);

describe('letters about documents', () => {
  it('tell a client of several files at once, with a way to them', async () => {
    await office.upload(office.owner, file('one'), { name: 'Findings.txt', note: 'What we found' });
    await office.upload(office.owner, file('two'), { name: 'Plan.txt' });
    await world.settle();
    expect(world.mails).toEqual([]);
    await later();
    expect(world.mails).toHaveLength(1);
    const [letter] = world.mails;
    expect(letter?.subject).toBe('2 new documents for you');
    for (const part of ['Findings.txt', 'What we found', 'Plan.txt', '#portal/documents']) expect(letter?.text).toContain(part);
    await later();
    expect(world.mails).toHaveLength(1);
  });

  it('name the only one, and lead to it; a new version is news, too', async () => {
    const { id } = await office.upload(office.owner, file('three'), { name: 'Letter.txt' });
    await later();
    expect(world.mails.map(({ subject }) => subject)).toEqual(['A new document for you: Letter.txt']);
    expect(world.mails[0]?.text).toContain(`#portal/documents/${id}`);
    await office.upload(office.owner, file('three, again'), { name: 'Letter.txt', documentId: id, note: 'Corrected' });
    await later();
    expect(world.mails).toHaveLength(2);
    expect(world.mails[1]?.text).toContain('Corrected');
  });

  it('do not tell who has opened it already, may not see it, or would look for what is archived', async () => {
    const opened = await office.upload(office.owner, file('four'), { name: 'opened.txt' });
    const closed = await office.upload(office.owner, file('five'), { name: 'closed.txt' });
    const archived = await office.upload(office.owner, file('six'), { name: 'archived.txt' });
    await office.download(office.page.call, opened.id);
    await office.owner('PATCH', `/v1/console/documents/${closed.id}`, { level: 'none' });
    await office.owner('PATCH', `/v1/console/documents/${archived.id}`, { archived: true });
    await later();
    expect(world.mails).toEqual([]);
  });

  it('tell the business of what a client sends, and not the client', async () => {
    await office.upload(office.page.call, file('seven'), { name: 'photo.txt' });
    await office.upload(office.page.call, file('eight'), { name: 'more.txt' });
    await later();
    expect(subjects()).toEqual([expect.stringMatching(/: Quintessa Ltd has sent 2 files$/)]);
    expect(world.mails[0]?.text).toContain('/console/#/documents');
  });

  it('come twice for what comes in two goes, each with its own', async () => {
    await office.upload(office.owner, file('nine'), { name: 'early.txt' });
    await later();
    await office.upload(office.owner, file('ten'), { name: 'late.txt' });
    await later();
    expect(world.mails.map(({ subject }) => subject)).toEqual(['A new document for you: early.txt', 'A new document for you: late.txt']);
  });
});
