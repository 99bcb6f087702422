import type { Booking } from '@portico/contract/bookings/booking.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from './translate.ts';

export interface PastBookings {
  readonly say: Say;
  readonly bookings: readonly Booking[];
  readonly hasMore: boolean;
  readonly isBusy: boolean;
  readonly headingLevel: number;
  onAgain(booking: Booking): void;
  onMore(): void;
}

/** What was: date, duration, type, and the same again in one click. */
export function pastBookings(view: PastBookings): TemplateResult {
  const { say, bookings } = view;
  return html`
    <section class="past" aria-labelledby="past-title">
      <div class="eyebrow" id="past-title" role="heading" aria-level=${view.headingLevel}>${say('past')}</div>
      ${bookings.length === 0 ? html`<p class="hint" part="empty">${say('noPast')}</p>` : html`
        <ul class="rows" role="list" part="list">${bookings.map((booking) => row(view, booking))}</ul>`}
      ${view.hasMore ? html`<button type="button" class="plain" part="button" aria-disabled=${view.isBusy ? 'true' : nothing}
        @click=${() => view.onMore()}>${say('earlier')}</button>` : nothing}
    </section>
  `;
}

function row({ say, onAgain }: PastBookings, booking: Booking): TemplateResult {
  const { service, provider, when, durationMinutes, status } = booking;
  const outcome = status === 'cancelled' ? say('statusCancelled') : status === 'no_show' && say('statusNoShow');
  return html`
    <li part="item" data-booking=${booking.id} data-status=${status}>
      <p><span class="figures ${status === 'cancelled' ? 'struck' : ''}">${when.date}</span> ${outcome ? html`<span class="status">${outcome}</span>` : nothing}
        <br><span class="hint">${service.name} ${say('withProvider', { name: provider.name })} · ${say('minutes', { count: durationMinutes })}</span></p>
      ${booking.canRebook ? html`<button type="button" class="secondary" part="button" data-action="again"
        aria-label=${say('bookAgainFor', { service: service.name })} @click=${() => onAgain(booking)}>${say('bookAgain')}</button>` : nothing}
    </li>
  `;
}
