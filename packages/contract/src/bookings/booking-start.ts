import { z } from 'zod';
import { BusinessPage } from '../business.ts';
import { Provider } from './providers.ts';
import { Service } from './services.ts';
import { SlotMonth } from './slots.ts';

/** All that the first screen of `<portal-bookings>` needs, in one answer. */
export const BookingStart = z.object({
  business: BusinessPage,
  services: z.array(Service),
  providers: z.array(Provider),
  /** Null when the business offers nothing yet. */
  month: SlotMonth.nullable(),
}).meta({ id: 'BookingStart' });
export type BookingStart = z.infer<typeof BookingStart>;
