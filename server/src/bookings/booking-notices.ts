import { issueInvitation } from '../auth/public.ts';
import { findBusiness } from '../business/public.ts';
import { findContact } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { MINUTE } from '../domain/civil-time.ts';
import { icsCalendar } from '../domain/ics.ts';
import { languageFor } from '../domain/letters/voice.ts';
import { systemScope } from '../domain/scope.ts';
import { hashOf, tokenFor } from '../domain/tokens.ts';
import type { EventRow } from '../events/event-store.ts';
import type { HandleEvent } from '../events/log-reader.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { cancelJobsAbout } from '../jobs/job-store.ts';
import { queueMail } from '../notifications/public.ts';
import type { WriteDb } from '../storage/store.ts';
import { clientLetter, ownerLetter, type LetterFacts } from './booking-letters.ts';
import { findBooking, setMailLink, type BookingRow } from './booking-store.ts';
import { confirmPaid } from './hold-booking.ts';
import { bookingEvent, prodId } from './calendar-file.ts';
import { findService } from './service-store.ts';

interface BookingPayload {
  readonly bookingId: string;
  readonly tellClient: boolean;
  readonly newClient?: boolean;
  readonly lang: string | null;
}

type Occasion = 'created' | 'moved' | 'cancelled';

/** Tells both parties, and sets or stops the reminders. Runs once for each event, in the reader's transaction. */
const notice = (occasion: Occasion): HandleEvent => async (deps, tx, event) => {
  const payload = JSON.parse(event.payload) as BookingPayload;
  const scope = systemScope(event.businessId);
  const business = await findBusiness(tx, event.businessId);
  const details = await findBooking(tx, scope, payload.bookingId);
  const contact = details && await findContact(tx, scope, details.booking.contactId);
  if (!business || !details || !contact) return;
  const about = `booking:${details.booking.id}`;
  await cancelJobsAbout(tx, event.businessId, about, ['booking.remind']);
  if (occasion !== 'cancelled') await setReminders(deps, tx, details.booking);

  const facts: LetterFacts = { business, details, contactName: contact.name, lang: languageFor(contact.lang, payload.lang, business.lang) };
  const owner = ownerLetter(deps, occasion, facts);
  await queueMail(deps, tx, { businessId: event.businessId, to: { name: business.name, address: business.email }, ...owner, ...(contact.email && { replyTo: contact.email }), about });
  if (!payload.tellClient || contact.email === null) return;
  const linkToken = await freshLink(deps, tx, event, details.booking, occasion);
  const invitationToken = payload.newClient ? (await issueInvitation(deps, tx, event.businessId, contact.id)).token : undefined;
  const attendee = { name: contact.name, address: contact.email };
  const method = occasion === 'cancelled' ? 'CANCEL' as const : 'REQUEST' as const;
  await queueMail(deps, tx, {
    businessId: event.businessId, to: attendee, ...clientLetter(deps, occasion, { ...facts, linkToken, invitationToken }),
    calendar: { method, content: icsCalendar({ method, prodId, events: [bookingEvent(deps, { business, details, lang: facts.lang, attendee })] }) },
    sort: invitationToken || linkToken ? 'secret' : 'ordinary', about,
  });
};

/** A guest's mail opens the booking. The token handed out on the page keeps working until the mail brings its own. */
async function freshLink(deps: Deps, tx: WriteDb, event: EventRow, booking: BookingRow, occasion: Occasion): Promise<string | undefined> {
  if (booking.linkHash === null || occasion === 'cancelled') return undefined;
  const token = tokenFor(event.businessId, deps.randomBytes);
  await setMailLink(tx, booking, hashOf(token));
  return token;
}

async function setReminders(deps: Deps, tx: WriteDb, booking: BookingRow): Promise<void> {
  const service = await findService(tx, systemScope(booking.businessId), booking.serviceId);
  for (const minutesBefore of service?.reminderMinutes ?? []) {
    const runAt = booking.startsAt - minutesBefore * MINUTE;
    // Too late to be a reminder: the confirmation has just said it.
    if (runAt <= deps.now()) continue;
    await enqueue(deps, tx, {
      businessId: booking.businessId, kind: 'booking.remind', payload: { bookingId: booking.id, startsAt: booking.startsAt, minutesBefore }, runAt,
      about: `booking:${booking.id}`, dedupeKey: `remind:${booking.id}:${booking.sequence}:${minutesBefore}`,
    });
  }
}

export const bookingNotices: Readonly<Record<string, HandleEvent>> = {
  'payment.received': confirmPaid,
  'booking.created': notice('created'),
  'booking.moved': notice('moved'),
  'booking.cancelled': notice('cancelled'),
};
