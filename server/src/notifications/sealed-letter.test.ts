import { afterAll, beforeAll, expect, it } from 'vitest';
import { testBusiness, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';
import { findMail, insertMail, newestMails } from './mail-store.ts';
import { queueMail } from './public.ts';
import { openLetter } from './sealed-letter.ts';

let world: TestWorld;
let at: TestBusiness;
beforeAll(async () => {
  world = await testWorld();
  at = await testBusiness(world);
});
afterAll(() => world.close());

const write = (text: string): Promise<string> => world.deps.store.write((tx) => queueMail(world.deps, tx, {
  businessId: at.business.id, to: { address: 'ann@mail.example' }, subject: 'About it',
  content: { business: { name: 'River', url: at.origin }, lang: 'en', title: 'About it', preheader: '', why: '', blocks: [{ kind: 'paragraph', text }] } as never,
}));

it('lies sealed before and after it went out, and goes out as it was written', async () => {
  const id = await write('the heron crossed');
  const kept = async () => (await world.deps.store.read((db) => findMail(db, at.business.id, id)))!;
  for (const when of ['before', 'after']) {
    const { text, html } = await kept();
    expect(`${text}${html}`, when).not.toMatch(/heron/);
    await world.settle();
  }
  const sent = world.mails.find(({ subject }) => subject === 'About it');
  expect([sent?.text, sent?.html]).toEqual([expect.stringContaining('the heron crossed'), expect.stringContaining('the heron crossed')]);
});

it('does not open in another row; one from before letters were sealed does', async () => {
  await write('one');
  const [row] = await world.deps.store.read((db) => newestMails(db, at.scope, { limit: 1 }));
  expect(() => openLetter(world.deps, { ...row!, id: 'another' })).toThrow();
  const plain = { ...row!, id: 'plain', jobId: null, text: 'plain words', html: '<p>plain words</p>' };
  await world.deps.store.write((tx) => insertMail(tx, plain));
  expect(openLetter(world.deps, plain).text).toBe('plain words');
});
