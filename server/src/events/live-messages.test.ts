import { expect, it } from 'vitest';
import { eventCatalogue } from '@portico/contract/events.ts';
import type { EventRow } from './event-store.ts';
import { messagesFor } from './live-messages.ts';

const about = (type: string): EventRow => ({ businessId: 'b', type, subjectId: 'invoice-1', clientId: 'ann', payload: '{}' }) as EventRow;
const client = (clientId: string) => ({ kind: 'client', clientId }) as Parameters<typeof messagesFor>[1];

it('a client hears of its own papers, and nothing of any draft or of reminders held back', () => {
  const drafts = Object.keys(eventCatalogue).filter((type) => type.startsWith('invoice.draft'));
  expect(drafts).toEqual(['invoice.drafted', 'invoice.draft_changed', 'invoice.draft_deleted']);
  for (const type of [...drafts, 'reminders.changed']) {
    expect(messagesFor(about(type), client('ann')), type).toEqual([]);
    expect(messagesFor(about(type), { kind: 'staff' } as Parameters<typeof messagesFor>[1]), type).toHaveLength(1);
  }
  expect(messagesFor(about('invoice.issued'), client('ann'))).toHaveLength(1);
  expect(messagesFor(about('invoice.issued'), client('bob'))).toEqual([]);
});
