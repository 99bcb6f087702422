import type { BookForClientInput, Calendar, CalendarBooking, CalendarFeed } from '@portico/contract/bookings/calendar.ts';
import type { AddClosureInput, Block, Closure } from '@portico/contract/bookings/hours.ts';
import type { AddProviderInput, ChangeProviderInput, ProviderSettings } from '@portico/contract/bookings/providers.ts';
import type { ChangeServiceInput, ServiceSettings } from '@portico/contract/bookings/services.ts';
import type { SlotMonth } from '@portico/contract/bookings/slots.ts';
import { source, type Source } from './cache.ts';
import { create, patch, post, remove, withQuery } from './http.ts';

interface List<Item> { readonly items: readonly Item[] }

export const calendar = (firstDate: string, days: number): Source<Calendar> => source(withQuery('calendar', { firstDate, days }));
export const booking = (id: string): Source<CalendarBooking> => source(`bookings/${id}`);
export const slots = (service: string, provider: string | undefined, month: string | undefined): Source<SlotMonth> =>
  source(withQuery('slots', { service, provider, month }));

export const bookForClient = (input: BookForClientInput): Promise<CalendarBooking> => create('bookings', input);
export const moveForClient = (id: string, input: { startsAt: string; providerId?: string; tellClient: boolean }): Promise<CalendarBooking> =>
  create(`bookings/${id}/move`, input);
export const cancelForClient = (id: string, input: { reason: string; tellClient: boolean; returnSession?: boolean }): Promise<CalendarBooking> =>
  create(`bookings/${id}/cancel`, input);
export const markBooking = (id: string, status: 'confirmed' | 'done' | 'no_show'): Promise<CalendarBooking> => post(`bookings/${id}/mark`, { status });

export const addBlock = (input: { providerId: string; startsAt: string; endsAt: string; note: string }): Promise<Block> => create('blocks', input);
export const moveBlock = (id: string, input: { providerId?: string; startsAt: string; endsAt: string; note?: string }): Promise<Block> => post(`blocks/${id}/move`, input);
export const removeBlock = (id: string): Promise<unknown> => remove(`blocks/${id}`);

export const services = source<List<ServiceSettings>>('services');
export const addService = (input: ChangeServiceInput): Promise<ServiceSettings> => create('services', input);
export const changeService = (id: string, input: ChangeServiceInput): Promise<ServiceSettings> => patch(`services/${id}`, input);

export const providers = source<List<ProviderSettings>>('providers');
export const addProvider = (input: AddProviderInput): Promise<ProviderSettings> => create('providers', input);
export const changeProvider = (id: string, input: ChangeProviderInput): Promise<ProviderSettings> => patch(`providers/${id}`, input);

export const closures = source<List<Closure>>('closures');
export const addClosure = (input: AddClosureInput): Promise<Closure> => create('closures', input);
export const removeClosure = (id: string): Promise<unknown> => remove(`closures/${id}`);

export const feed = source<CalendarFeed>('feed');
export const makeFeed = (): Promise<CalendarFeed> => post('feed');
export const revokeFeed = (): Promise<CalendarFeed> => post('feed/revoke');
