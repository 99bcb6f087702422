import type { Booking } from '@portico/contract/bookings/booking.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from './translate.ts';

export interface BookingActions {
  readonly say: Say;
  readonly booking: Booking;
  readonly failure: string | undefined;
  /** Why it cannot be changed any more. */
  readonly tooLate: string | undefined;
  /** Absent where the calendar file is not offered. */
  onCalendar?(booking: Booking): void;
  onMove(booking: Booking): void;
  onAskCancel(booking: Booking): void;
}

/** Move and Cancel. */
export function bookingActions(view: BookingActions): TemplateResult {
  const { say, booking } = view;
  const isChangeable = booking.status === 'confirmed' && booking.canChange;
  const at = { day: booking.when.relativeDay ?? booking.when.date, time: booking.when.time };
  return html`
    <div class="actions">
      ${view.onCalendar && booking.status === 'confirmed' ? html`<button type="button" class="secondary" part="button" data-action="calendar"
        @click=${() => view.onCalendar?.(booking)}>${say('addToCalendar')}</button>` : nothing}
      ${isChangeable ? html`
        <button type="button" class="secondary" part="button" data-action="move"
          aria-label=${say('moveSpoken', at)} @click=${() => view.onMove(booking)}>${say('move')}</button>
        <button type="button" class="secondary" part="button" data-action="cancel"
          aria-label=${say('cancelSpoken', at)} @click=${() => view.onAskCancel(booking)}>${say('cancelShort')}</button>` : nothing}
    </div>
    ${view.failure ? html`<p class="error" part="error" role="alert">${view.failure}</p>` : nothing}
    ${view.tooLate ? html`<p class="hint">${view.tooLate}</p>` : nothing}
  `;
}
