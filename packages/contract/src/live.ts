/**
 * What live streams carry (server-sent events, read with fetch). Ids only: a page that cares asks for the rest.
 * Free of zod: pages import it.
 */
export type LiveMessage =
  /** Somebody booked, moved, cancelled, or the hours changed: free times between the two instants may differ. Null: anywhere. */
  | { readonly type: 'slots.changed'; readonly providerId: string | null; readonly from: string | null; readonly until: string | null }
  /** To the client whose booking it is, and to staff. */
  | { readonly type: 'booking.changed'; readonly bookingId: string; readonly event: string; readonly startsAt: string; readonly clientId: string }
  /** An invoice, a payment or account credit of that client: to the client and to staff. */
  | { readonly type: 'invoices.changed'; readonly event: string; readonly subjectId: string | null; readonly clientId: string }
  /** A document of that client: to the client and to staff. */
  | { readonly type: 'documents.changed'; readonly event: string; readonly subjectId: string | null; readonly clientId: string }
  /** To staff: something else changed; `event` names the type in the catalogue. */
  | { readonly type: 'business.event'; readonly event: string; readonly subjectId: string | null }
  /** The session ended elsewhere: the stream closes after this. */
  | { readonly type: 'session.ended' };
