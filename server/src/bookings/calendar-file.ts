import type { BusinessRow } from '../business/public.ts';
import { portalLink } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { icsCalendar, type IcsEvent } from '../domain/ics.ts';
import { voiceIn } from '../domain/letters/voice.ts';
import type { BookingDetails } from './booking-store.ts';

export const prodId = '-//Portico//Portico 1//EN';

export interface Invited {
  readonly name: string;
  readonly address: string;
}

export interface Entry {
  readonly business: BusinessRow;
  readonly details: BookingDetails;
  /** The reader's. */
  readonly lang: string;
  readonly attendee?: Invited;
}

/** One booking as a calendar entry. The UID never changes, SEQUENCE grows: calendars update what they have. */
export function bookingEvent(deps: Pick<Deps, 'config' | 'now'>, { business, details: { booking, service, provider }, lang, attendee }: Entry): IcsEvent {
  const { say } = voiceIn(lang, business);
  const link = portalLink(deps, business, `#portal/bookings/${booking.id}`);
  const place = service.place || business.address || '';
  return {
    uid: `${booking.id}@${new URL(deps.config.publicUrl).hostname}`, sequence: booking.sequence, stampedAt: deps.now(), startsAt: booking.startsAt, endsAt: booking.endsAt,
    summary: `${service.name} · ${business.name}`,
    description: [say('entryWith', { name: provider.name }), service.placeKind === 'video' && service.place ? say('entryJoin', { url: service.place }) : '', say('entryChange', { url: link })].filter(Boolean).join('\n'),
    ...(place && { location: place }), url: link,
    status: booking.status === 'cancelled' ? 'CANCELLED' : booking.status === 'held' ? 'TENTATIVE' : 'CONFIRMED',
    organizer: { name: business.name, address: deps.config.mailFrom },
    ...(attendee && { attendees: [attendee] }),
  };
}

export function bookingFile(deps: Pick<Deps, 'config' | 'now'>, entry: Entry): string {
  return icsCalendar({ method: 'PUBLISH', prodId, name: entry.business.name, events: [bookingEvent(deps, entry)] });
}

