import { BookForClientInput, Calendar, CalendarBooking, CalendarFeed, CalendarQuery, CancelForClientInput, MarkBookingInput, MoveForClientInput } from '@portico/contract/bookings/calendar.ts';
import { AddBlockInput, AddClosureInput, Block, Closure, ClosureList, MoveBlockInput } from '@portico/contract/bookings/hours.ts';
import { AddProviderInput, ChangeProviderInput, ProviderSettings, ProviderSettingsList } from '@portico/contract/bookings/providers.ts';
import { AddServiceInput, ChangeServiceInput, ServiceSettings, ServiceSettingsList } from '@portico/contract/bookings/services.ts';
import { SlotMonth, SlotMonthQuery } from '@portico/contract/bookings/slots.ts';
import { Id, Nothing } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { invalidField, notFound } from '../domain/errors.ts';
import { route, writeRoute, type DeclaredRoute } from '../http/route.ts';
import { addBlock, moveBlock, removeBlock } from './blocks.ts';
import { addClosure, listClosures, removeClosure } from './closures.ts';
import { createFeed, readFeedState, revokeFeed } from './feeds.ts';
import { ownBooking } from './own-booking.ts';
import { addProvider, changeProvider, listProviders } from './providers.ts';
import { readCalendar } from './read-calendar.ts';
import { readForStaff } from './read-for-staff.ts';
import { readSlots } from './read-slots.ts';
import { addService, changeService, listServices, readService } from './services.ts';
import { bookForClient, cancelForClient, markBooking, moveForClient } from './staff-bookings.ts';

const ById = z.strictObject({ id: Id });

export function consoleBookingRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [...calendarRoutes(deps), ...settingsRoutes(deps)];
}

function calendarRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/console/calendar', access: 'member', summary: 'Bookings, blocks and hours of some days', query: CalendarQuery, output: Calendar }, ({ scope, query }) => readCalendar(deps, scope, query)),
    route({ method: 'get', path: '/v1/console/slots', access: 'member', summary: 'A month of start times', query: SlotMonthQuery, output: SlotMonth },
      ({ scope, query }) => deps.store.read(async (db) => {
        const business = await findBusiness(db, scope.businessId);
        if (!business) throw notFound();
        if (query.service === undefined) throw invalidField('service', 'Say which service.');
        return readSlots(db, scope, { ...query, service: query.service, now: deps.now(), businessZone: business.timeZone, lang: query.lang ?? business.lang, moving: query.moving === undefined ? undefined : (await ownBooking(db, scope, query.moving)).booking });
      })),
    writeRoute({ method: 'post', path: '/v1/console/bookings', access: 'member', summary: 'Book for a client', body: BookForClientInput, output: CalendarBooking, status: 201, idempotent: true }, ({ scope, body }, tx) => bookForClient(deps, tx, scope, body)),
    route({ method: 'get', path: '/v1/console/bookings/{id}', access: 'member', summary: 'One booking', params: ById, output: CalendarBooking }, ({ scope, params }) => deps.store.read((db) => readForStaff(db, scope, params.id))),
    writeRoute({ method: 'post', path: '/v1/console/bookings/{id}/move', access: 'member', summary: 'Move a booking', params: ById, body: MoveForClientInput, output: CalendarBooking, idempotent: true }, ({ scope, params, body }, tx) => moveForClient(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: '/v1/console/bookings/{id}/cancel', access: 'member', summary: 'Cancel a booking', params: ById, body: CancelForClientInput, output: CalendarBooking, idempotent: true }, ({ scope, params, body }, tx) => cancelForClient(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: '/v1/console/bookings/{id}/mark', access: 'member', summary: 'Done, no-show, or back', params: ById, body: MarkBookingInput, output: CalendarBooking }, ({ scope, params, body }, tx) => markBooking(deps, tx, scope, params.id, body.status)),
    writeRoute({ method: 'post', path: '/v1/console/blocks', access: 'member', summary: 'Block time', body: AddBlockInput, output: Block, status: 201, idempotent: true }, ({ scope, body }, tx) => addBlock(deps, tx, scope, body)),
    writeRoute({ method: 'post', path: '/v1/console/blocks/{id}/move', access: 'member', summary: 'Move blocked time', params: ById, body: MoveBlockInput, output: Block }, ({ scope, params, body }, tx) => moveBlock(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'delete', path: '/v1/console/blocks/{id}', access: 'member', summary: 'Unblock time', params: ById, output: Nothing }, ({ scope, params }, tx) => removeBlock(deps, tx, scope, params.id)),
    route({ method: 'get', path: '/v1/console/feed', access: 'member', summary: 'Is there a calendar feed?', output: CalendarFeed }, ({ scope }) => readFeedState(deps, scope)),
    writeRoute({ method: 'post', path: '/v1/console/feed', access: 'member', summary: 'A new calendar feed address', output: CalendarFeed }, ({ scope }, tx) => createFeed(deps, tx, scope)),
    writeRoute({ method: 'post', path: '/v1/console/feed/revoke', access: 'member', summary: 'End the calendar feed', output: CalendarFeed }, ({ scope }, tx) => revokeFeed(deps, tx, scope)),
  ];
}

function settingsRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/console/services', access: 'member', summary: 'Services', output: ServiceSettingsList }, ({ scope }) => listServices(deps, scope)),
    writeRoute({ method: 'post', path: '/v1/console/services', access: 'admin', summary: 'Add a service', body: AddServiceInput, output: ServiceSettings, status: 201, idempotent: true },
      async ({ scope, body }, tx) => readService(tx, scope, (await addService(deps, tx, scope, body)).id)),
    writeRoute({ method: 'patch', path: '/v1/console/services/{id}', access: 'admin', summary: 'Change a service', params: ById, body: ChangeServiceInput, output: ServiceSettings }, ({ scope, params, body }, tx) => changeService(deps, tx, scope, params.id, body)),
    route({ method: 'get', path: '/v1/console/providers', access: 'member', summary: 'Providers and their hours', output: ProviderSettingsList }, ({ scope }) => listProviders(deps, scope)),
    writeRoute({ method: 'post', path: '/v1/console/providers', access: 'admin', summary: 'Add a provider', body: AddProviderInput, output: ProviderSettings, status: 201, idempotent: true }, ({ scope, body }, tx) => addProvider(deps, tx, scope, body)),
    writeRoute({ method: 'patch', path: '/v1/console/providers/{id}', access: 'admin', summary: 'Change a provider or the hours', params: ById, body: ChangeProviderInput, output: ProviderSettings }, ({ scope, params, body }, tx) => changeProvider(deps, tx, scope, params.id, body)),
    route({ method: 'get', path: '/v1/console/closures', access: 'member', summary: 'Closed periods', output: ClosureList }, ({ scope }) => listClosures(deps, scope)),
    writeRoute({ method: 'post', path: '/v1/console/closures', access: 'admin', summary: 'Add a closed period', body: AddClosureInput, output: Closure, status: 201, idempotent: true }, ({ scope, body }, tx) => addClosure(deps, tx, scope, body)),
    writeRoute({ method: 'delete', path: '/v1/console/closures/{id}', access: 'admin', summary: 'Remove a closed period', params: ById, output: Nothing }, ({ scope, params }, tx) => removeClosure(deps, tx, scope, params.id)),
  ];
}
