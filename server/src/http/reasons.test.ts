import { conflictReasons, errorStatus, fieldReasons, fileReasons, timeReasons, type Problem } from '@portico/contract/errors.ts';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guestBooking, testBusiness, visitor, type TestBusiness } from '../test-support/people.ts';
import { testWorld, type TestWorld } from '../test-support/test-world.ts';

let world: TestWorld;
let at: TestBusiness;
beforeEach(async () => {
  world = await testWorld();
  at = await testBusiness(world);
});
afterEach(() => world.close());

const ten = '2026-11-25T08:00:00.000Z';
const book = (startsAt: string, more: Record<string, unknown> = {}): Promise<Response> =>
  visitor(world, at.origin)('POST', `/v1/businesses/${at.business.key}/bookings`, guestBooking(at, startsAt, more));
const problemOf = async (answer: Promise<Response>): Promise<Problem> => await (await answer).json() as Problem;

describe('what a page must know to say a refusal in its own words', () => {
  it.each([
    ['missing', { name: '' }, 'name'], ['missing', { email: undefined }, 'email'], ['malformed', { email: 'nobody' }, 'email'], ['malformed', { startsAt: 'tomorrow' }, 'startsAt'],
    ['too_long', { note: 'x'.repeat(1001) }, 'note'], ['unknown', { colour: 'red' }, 'colour'],
  ])('%s: %o', async (reason, more, field) => {
    expect((await problemOf(book(ten, more))).fields?.[0]).toEqual({ field, reason, message: expect.any(String) as string });
  });

  it('a time that cannot be had, and a booking that changed meanwhile', async () => {
    const { booking, linkToken } = await (await book(ten)).json() as { booking: { id: string }; linkToken: string };
    expect(await problemOf(book(ten, { email: 'zoe@mail.example' }))).toMatchObject({ code: 'time_not_free', reason: 'taken' });
    expect(await problemOf(book('2026-11-25T03:00:00.000Z'))).toMatchObject({ code: 'time_not_free', reason: 'outside_hours' });
    const cancel = (): Promise<Response> => visitor(world, at.origin)('POST', `/v1/bookings/${booking.id}/cancel`, {}, { authorization: `BookingLink ${linkToken}` });
    await cancel();
    expect(await problemOf(cancel())).toMatchObject({ code: 'conflict', reason: 'already_cancelled' });
  });

  it('is all written down in the contract\'s README', () => {
    const text = readFileSync(new URL('../../../packages/contract/README.md', import.meta.url), 'utf8');
    const missing = [...Object.keys(errorStatus), ...conflictReasons, ...fileReasons, ...timeReasons, ...fieldReasons].filter((name) => !text.includes(`\`${name}\``));
    expect(missing).toEqual([]);
  });
});
