import { findBusiness } from '../business/public.ts';
import { findContact } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { languageFor } from '../domain/letters/voice.ts';
import type { Scope } from '../domain/scope.ts';
import { bookingFile } from './calendar-file.ts';
import { ownBooking } from './own-booking.ts';

/** One booking for any calendar, in its client's language. */
export async function readCalendarFile(deps: Deps, scope: Scope, id: string): Promise<string> {
  return deps.store.read(async (db) => {
    const details = await ownBooking(db, scope, id);
    const business = await findBusiness(db, scope.businessId);
    if (!business) throw notFound();
    const contact = await findContact(db, scope, details.booking.contactId);
    return bookingFile(deps, { business, details, lang: languageFor(contact?.lang, details.booking.lang, business.lang) });
  });
}
