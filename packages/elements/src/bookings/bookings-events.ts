/** A time that somebody is about to book. */
export interface WantedBooking {
  readonly serviceId: string;
  /** `null`: whoever is free. */
  readonly providerId: string | null;
  /** UTC. */
  readonly startsAt: string;
}

/** A booking; `startsAt` is where it is now, or where it is about to be moved to. */
export interface BookingDetail {
  readonly bookingId: string;
  readonly serviceId: string;
  readonly providerId: string;
  readonly startsAt: string;
}

declare module '../base/portal-events.ts' {
  interface PortalEventDetails {
    'portal-before-book': WantedBooking;
    'portal-before-move': WantedBooking & { readonly bookingId: string };
    'portal-before-cancel': BookingDetail;
    /** A held time is about to be paid for at `url`; prevented, the page goes there by itself. */
    'portal-before-pay-booking': { readonly bookingId: string; readonly url: string };
    'portal-booking-created': BookingDetail;
    'portal-booking-moved': BookingDetail;
    'portal-booking-cancelled': BookingDetail;
  }
}
