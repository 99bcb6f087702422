import { bookForDemo } from '../bookings/book-for-demo.ts';
import { updateBooking, type BookingRow } from '../bookings/booking-store.ts';
import { providersFor, type ServiceRow } from '../bookings/service-store.ts';
import type { BusinessRow } from '../business/public.ts';
import { mainContact } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { todayIn } from '../domain/civil-dates.ts';
import { DAY, formatDate } from '../domain/civil-time.ts';
import type { Scope } from '../domain/scope.ts';
import { zoneOf } from '../domain/zones.ts';
import { findPackage, type PackageRow } from '../invoices/packages/package-store.ts';
import { addProduct } from '../invoices/packages/products.ts';
import { sellPackage } from '../invoices/packages/sell-package.ts';
import { takeSession } from '../invoices/packages/use-package.ts';
import { recordPayment } from '../invoices/record-payment.ts';
import { refusalOf, type WriteDb } from '../storage/store.ts';
import type { DemoPackage } from './demo-businesses.ts';

interface Seeding {
  readonly packages: readonly DemoPackage[];
  readonly services: readonly ServiceRow[];
  readonly clientId: string;
  readonly taxId: string;
}

const backThen = (deps: Deps, daysAgo: number): Deps => ({ ...deps, now: () => deps.now() - daysAgo * DAY });

/** What is on offer; and one that the first client bought long ago, paid, and has mostly used. */
export async function seedPackages(deps: Deps, tx: WriteDb, scope: Scope, business: BusinessRow, { packages, services, clientId, taxId }: Seeding): Promise<void> {
  for (const { offer, pays, sold } of packages) {
    const covered = services.filter(({ name }) => pays.includes(name));
    const product = await addProduct(deps, tx, scope, { ...offer, taxIncluded: true, taxIds: [taxId], serviceIds: covered.map(({ id }) => id), onSale: true, usableAtOnce: false });
    if (!sold) continue;
    const then = backThen(deps, sold.daysAgo);
    const bought = await sellPackage(then, tx, scope, clientId, { productId: product.id });
    await recordPayment(then, tx, scope, { clientId, amountMinor: product.priceMinor, method: 'card_terminal', receivedOn: todayIn(business.timeZone, then.now()), reference: '', allocations: [{ invoiceId: bought.invoiceId, amountMinor: product.priceMinor }] });
    const found = await findPackage(tx, scope, bought.id);
    const [service] = covered;
    for (const daysAgo of sold.visitsDaysAgo) if (found && service) await visit(deps, tx, scope, business, { paidBy: found.row, service, daysAgo });
  }
}

/** A visit of the past that the package paid for, at the first time that is nobody else's. */
async function visit(deps: Deps, tx: WriteDb, scope: Scope, business: BusinessRow, { paidBy, service, daysAgo }: { readonly paidBy: PackageRow; readonly service: ServiceRow; readonly daysAgo: number }): Promise<void> {
  const zone = zoneOf(business.timeZone);
  const contact = await mainContact(tx, scope, paidBy.clientId);
  const [provider] = await providersFor(tx, scope, service.id);
  const day = zone.civilOf(deps.now()).day - daysAgo;
  if (!contact || !provider) return;
  for (let minute = 9 * 60; minute < 17 * 60; minute += service.intervalMinutes) {
    const startsAt = zone.instantAtOrAfter(day, minute);
    const booked = await bookForDemo(deps, tx, scope, business, { service, providerId: provider.id, startsAt, localDate: formatDate(day), ...contact, status: 'done' }).catch(notIfTaken);
    if (!booked) continue;
    await updateBooking(tx, booked, { packageId: paidBy.id, packageName: paidBy.name });
    return takeSession({ ...deps, now: () => booked.createdAt }, tx, scope, paidBy, booked.id);
  }
}

function notIfTaken(error: unknown): BookingRow | undefined {
  if (refusalOf(error) === 'overlap') return undefined;
  throw error;
}
