import { findBusiness } from '../business/public.ts';
import { findContact } from '../clients/public.ts';
import { languageFor } from '../domain/letters/voice.ts';
import { systemScope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { RunJob } from '../jobs/worker.ts';
import { queueMail } from '../notifications/public.ts';
import { momentOf } from './booking-events.ts';
import { clientLetter } from './booking-letters.ts';
import { findBooking } from './booking-store.ts';

/** Reminds once, and only of what still holds: a moved or cancelled booking is not reminded of, whatever was queued. */
export const remind: RunJob = async (deps, job, payload) => {
  const { bookingId, startsAt, minutesBefore } = payload as { bookingId: string; startsAt: number; minutesBefore: number };
  const scope = systemScope(job.businessId);
  await deps.store.write(async (tx) => {
    const details = await findBooking(tx, scope, bookingId);
    const business = await findBusiness(tx, job.businessId);
    if (!details || !business || details.booking.status !== 'confirmed' || details.booking.startsAt !== startsAt || startsAt <= deps.now()) return;
    const contact = await findContact(tx, scope, details.booking.contactId);
    if (!contact?.email) return;
    const lang = languageFor(contact.lang, details.booking.lang, business.lang);
    await queueMail(deps, tx, {
      businessId: job.businessId, to: { name: contact.name, address: contact.email },
      ...clientLetter(deps, 'reminder', { business, details, contactName: contact.name, lang }), about: `booking:${bookingId}`,
    });
    await record(deps, tx, scope, { type: 'booking.reminded', subjectId: bookingId, clientId: details.booking.clientId, payload: { ...momentOf(details.booking), minutesBefore } });
  });
};
