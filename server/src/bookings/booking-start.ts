import type { BookingStart } from '@portico/contract/bookings/booking-start.ts';
import type { SlotMonthQuery } from '@portico/contract/bookings/slots.ts';
import { findBusiness, toBusinessPage } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { clientPrices, takesCards } from '../invoices/public.ts';
import { toService } from './booking-view.ts';
import { readSlots } from './read-slots.ts';
import { offersOf, providersOf, servicesOf } from './service-store.ts';

/** All that the first screen of `<portal-bookings>` needs, in one answer. */
export async function bookingStart(deps: Deps, scope: Scope, query: SlotMonthQuery): Promise<BookingStart> {
  return deps.store.read(async (db) => {
    const business = await findBusiness(db, scope.businessId);
    if (!business) throw notFound();
    const lang = query.lang ?? business.lang;
    const providers = (await providersOf(db, scope)).filter((provider) => !provider.archived);
    const bookable = new Set(providers.map((provider) => provider.id));
    const offers = (await offersOf(db, scope)).filter((offer) => bookable.has(offer.providerId));
    const selling = { takesCards: await takesCards(db, scope.businessId), priced: await clientPrices(db, scope.businessId) };
    const services = (await servicesOf(db, scope)).filter((service) => !service.archived)
      .map((service) => toService(service, business, offers.filter((offer) => offer.serviceId === service.id).map((offer) => offer.providerId), lang, selling))
      .filter((service) => service.providerIds.length > 0);
    // An attribute that names something gone must not leave the page empty.
    const service = services.find((one) => one.id === query.service) ?? services[0];
    const provider = service?.providerIds.find((id) => id === query.provider);
    const month = service && await readSlots(db, scope, { now: deps.now(), businessZone: business.timeZone, lang, service: service.id, provider, month: query.month, timeZone: query.timeZone });
    return { business: toBusinessPage(deps.config, business), services, providers: providers.map(({ id, name }) => ({ id, name })), month: month ?? null };
  });
}
