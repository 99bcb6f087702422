import { expect, it } from 'vitest';
import type { EventRow } from './event-store.ts';
import { eventInWords } from './event-words.ts';

const say = { when: (iso: string) => iso, client: () => 'Thandi' };
const said = (type: string, payload: object): string => eventInWords({
  businessId: 'b', seq: 1, position: 1, id: 'e', type, at: 0, actor: 'staff:s', clientId: 'c', subjectType: 'x', subjectId: null, payload: JSON.stringify(payload), hash: '',
} satisfies EventRow, say);

it('says a day as people do', () => {
  expect(said('plan.started', { name: 'Monthly care', startsOn: '2026-10-24' })).toBe('Plan Monthly care begins on Saturday 24 October 2026');
  expect(said('package.extended', { name: 'Ten visits', expiresOn: '2027-08-19', reason: 'illness' })).toBe('Ten visits can be used until Thursday 19 August 2027: illness');
  expect(said('autopay.announced', { name: 'Monthly care', amountMinor: 42_000, currency: 'EUR', chargeOn: '2026-12-03' })).toBe('Told that €420 for Monthly care is taken on Thursday 3 December 2026');
});

it('says what it has no words for by its name', () => {
  expect(said('kettle.boiled_over', {})).toBe('kettle boiled over');
});
