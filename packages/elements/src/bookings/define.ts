import { define } from '../base/define.ts';
import { PortalBookings } from './portal-bookings.ts';

define('portal-bookings', PortalBookings);

declare global {
  interface HTMLElementTagNameMap {
    'portal-bookings': PortalBookings;
  }
}
