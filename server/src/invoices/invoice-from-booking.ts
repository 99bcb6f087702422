import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import { bookingForStaff } from '../bookings/public.ts';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { dateLabel, todayIn } from '../domain/civil-dates.ts';
import { notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import type { WriteDb } from '../storage/store.ts';
import { addDraft } from './draft-invoice.ts';
import { invoiceOfSource } from './invoice-store.ts';
import { readInvoiceForStaff } from './read-invoice.ts';
import { usualTax } from './usual-tax.ts';

/** Drafts the invoice of a booking. A booking is invoiced once: asked again, it answers the invoice that is there. */
export async function invoiceFromBooking(deps: Deps, tx: WriteDb, scope: Scope, bookingId: string): Promise<Invoice> {
  requireStaff(scope);
  const booking = await bookingForStaff(tx, scope, bookingId);
  const business = await findBusiness(tx, scope.businessId);
  if (!booking || !business) throw notFound();
  const before = await invoiceOfSource(tx, scope, 'booking', booking.id);
  const id = before?.id ?? await addDraft(deps, tx, scope, {
    clientId: booking.clientId,
    lines: [{
      description: `${booking.serviceName}, ${dateLabel(todayIn(business.timeZone, Date.parse(booking.startsAt)), business.lang)}`,
      quantityMilli: 1000, unitPriceMinor: booking.priceMinor, discount: null, ...await usualTax(tx, scope.businessId),
    }],
  }, { kind: 'booking', id: booking.id });
  return readInvoiceForStaff(tx, scope, id, deps.now());
}
