import type { Block } from '@portico/contract/bookings/hours.ts';
import { html } from 'lit';
import { openSheet } from '../ui/sheet.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { calendarStyles } from './calendar.styles.ts';
import './portico-block-details.ts';
import './portico-book.ts';
import './portico-booking-details.ts';

export interface BookStart {
  readonly startsAt?: string | undefined;
  readonly endsAt?: string | undefined;
  readonly providerId?: string | undefined;
  readonly serviceId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly clientName?: string | undefined;
  /** Drawn on the calendar: offers to keep the time free for something else. */
  readonly mayBlock?: boolean;
}

let booksOpened = 0;

export function openBookSheet(start: BookStart): void {
  adoptStyles(calendarStyles);
  booksOpened += 1;
  openSheet({ name: `book-${booksOpened}`, title: start.mayBlock ? 'Book or block' : 'Book for a client', body: html`<portico-book .start=${start}></portico-book>` });
}

export function openBookingSheet(id: string, mode: 'look' | 'move' = 'look'): void {
  adoptStyles(calendarStyles);
  openSheet({ name: `booking-${id}`, title: 'Booking', body: html`<portico-booking-details .bookingId=${id} .mode=${mode}></portico-booking-details>` });
}

export function openBlockSheet(block: Block): void {
  adoptStyles(calendarStyles);
  openSheet({ name: `block-${block.id}`, title: 'Blocked time', body: html`<portico-block-details .block=${block}></portico-block-details>` });
}
