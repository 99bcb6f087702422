import type { LiveMessage } from '@portico/contract/live.ts';
import type { EventRow } from './event-store.ts';

export type Audience = { readonly kind: 'visitor' } | { readonly kind: 'client'; readonly clientId: string } | { readonly kind: 'staff' };

/** Notes for the audit trail change nothing that a page shows; telling them would make the screen that caused them ask again. */
const isNote = (type: string): boolean => type === 'client.read' || type === 'access.denied';

interface BookingFacts {
  readonly bookingId: string;
  readonly providerId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly previousStartsAt?: string;
  readonly previousProviderId?: string;
}

/** What one event tells one audience. Visitors learn only that free times changed; clients only of their own bookings. */
export function messagesFor(event: EventRow, audience: Audience): readonly LiveMessage[] {
  if (isNote(event.type)) return [];
  if (event.type.startsWith('booking.')) return bookingMessages(event, audience);
  if (isAboutInvoices(event.type) && event.clientId) return invoiceMessages(event, event.clientId, audience);
  if (event.type.startsWith('document.') && event.clientId) return documentMessages(event, event.clientId, audience);
  const messages: LiveMessage[] = [];
  if (event.type === 'availability.changed' || event.type === 'service.changed' || event.type === 'business.changed') {
    messages.push({ type: 'slots.changed', providerId: null, from: null, until: null });
  }
  if (audience.kind === 'staff') messages.push({ type: 'business.event', event: event.type, subjectId: event.subjectId });
  return messages;
}

const isAboutInvoices = (type: string): boolean => /^(invoice|reminders|deposit|credit_note|payment|payment_method|credit|billing|package|plan|autopay)\./.test(type);

/** A draft is the business's own paper, made, changed or thrown away: its client learns of it when it is issued. Nor is it told who waits for its money. */
const isForStaff = (type: string): boolean => /^(invoice\.draft|reminders\.)/.test(type);

function invoiceMessages(event: EventRow, clientId: string, audience: Audience): readonly LiveMessage[] {
  const ownsIt = audience.kind === 'client' && audience.clientId === clientId && !isForStaff(event.type);
  if (audience.kind !== 'staff' && !ownsIt) return [];
  return [{ type: 'invoices.changed', event: event.type, subjectId: event.subjectId, clientId }];
}

/** Who opened what is for the business; what waits to be checked is the sender's, who knows. */
function documentMessages(event: EventRow, clientId: string, audience: Audience): readonly LiveMessage[] {
  const ownsIt = audience.kind === 'client' && audience.clientId === clientId && event.type !== 'document.opened';
  if (audience.kind !== 'staff' && !ownsIt) return [];
  return [{ type: 'documents.changed', event: event.type, subjectId: event.subjectId, clientId }];
}

function bookingMessages(event: EventRow, audience: Audience): readonly LiveMessage[] {
  const facts = JSON.parse(event.payload) as BookingFacts;
  const messages: LiveMessage[] = [];
  if (event.type !== 'booking.reminded' && event.type !== 'booking.marked') messages.push(...slotMessages(facts));
  const ownsIt = audience.kind === 'client' && audience.clientId === event.clientId;
  if ((audience.kind === 'staff' || ownsIt) && event.clientId) {
    messages.push({ type: 'booking.changed', bookingId: facts.bookingId, event: event.type, startsAt: facts.startsAt, clientId: event.clientId });
  }
  return messages;
}

function slotMessages(facts: BookingFacts): readonly LiveMessage[] {
  const now: LiveMessage = { type: 'slots.changed', providerId: facts.providerId, from: facts.startsAt, until: facts.endsAt };
  if (facts.previousStartsAt === undefined || facts.previousProviderId === undefined) return [now];
  const length = Date.parse(facts.endsAt) - Date.parse(facts.startsAt);
  const before = Date.parse(facts.previousStartsAt);
  return [{ type: 'slots.changed', providerId: facts.previousProviderId, from: facts.previousStartsAt, until: new Date(before + length).toISOString() }, now];
}
