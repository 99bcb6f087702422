import { afterEach, beforeEach, expect, it } from 'vitest';
import { staffCaller, testBusiness, type Caller } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
let owner: Caller;
beforeEach(async () => {
  world = await testWorld();
  owner = await staffCaller(world, await testBusiness(world));
  await owner('POST', '/v1/console/clients', { name: 'Thandi Mokoena', contact: { name: 'Thandi Mokoena', email: 'thandi@mail.example' } });
});
afterEach(() => world.close());

const csv = 'Name;E-Mail;Phone\nPieter Botha;pieter@mail.example;+27 82 555 0101\nThandi M;THANDI@mail.example;\nPieter B;Pieter@mail.example;\n;nobody@mail.example;\nAisha Patel;not an address;\n"Zoë, Ltd";zoe@mail.example;\n';
const names = async (): Promise<string[]> => (await (await owner('GET', '/v1/console/clients?limit=100')).json() as { items: { name: string }[] }).items.map((one) => one.name);

it('names duplicates and what is wrong, by line, and writes nothing', async () => {
  const preview = await (await owner('POST', '/v1/console/clients/import/preview', { csv })).json() as { newCount: number; duplicateCount: number; invalidCount: number; rows: { line: number; outcome: string; reason: string | null }[] };
  expect([preview.newCount, preview.duplicateCount, preview.invalidCount]).toEqual([2, 2, 2]);
  expect(preview.rows.filter((row) => row.outcome !== 'new').map(({ line, outcome }) => [line, outcome])).toEqual([[3, 'already_a_client'], [4, 'duplicate_in_file'], [5, 'invalid'], [6, 'invalid']]);
  expect(preview.rows.find((row) => row.line === 3)?.reason).toContain('Thandi Mokoena');
  expect(await names()).toEqual(['Thandi Mokoena']);
});

it('adds exactly the new ones, and mails invitations only when asked', async () => {
  const result = await (await owner('POST', '/v1/console/clients/import', { csv, invite: true })).json();
  expect(result).toEqual({ imported: 2, skipped: 4, invited: 2 });
  expect(await names()).toEqual(['Pieter Botha', 'Thandi Mokoena', 'Zoë, Ltd']);
  await world.settle();
  expect(world.mails.map((mail) => mail.to.address).sort()).toEqual(['pieter@mail.example', 'zoe@mail.example']);
  expect(await (await owner('POST', '/v1/console/clients/import', { csv })).json()).toEqual({ imported: 0, skipped: 6, invited: 0 });
});

it.each([
  ['nothing', '', 'csv'], ['a headline alone', 'Name\n', 'csv'], ['no column for names', 'Colour\nred\n', 'columns.name'], ['more than two thousand lines', `Name\n${'x\n'.repeat(2001)}`, 'csv'],
])('refuses %s', async (_what, text, field) => {
  const response = await owner('POST', '/v1/console/clients/import/preview', { csv: text });
  expect([response.status, (await response.json() as { fields: { field: string }[] }).fields[0]?.field]).toEqual([422, field]);
});

it('finds people by name, address or number, whatever the accents', async () => {
  await owner('POST', '/v1/console/clients/import', { csv });
  const found = async (search: string): Promise<string[]> => (await (await owner('GET', `/v1/console/clients?search=${encodeURIComponent(search)}`)).json() as { items: { name: string }[] }).items.map((one) => one.name);
  expect([await found('zoe'), await found('PIETER@'), await found('825550101'), await found('%')]).toEqual([['Zoë, Ltd'], ['Pieter Botha'], ['Pieter Botha'], []]);
});
