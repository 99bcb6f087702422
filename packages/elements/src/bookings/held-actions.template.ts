import type { Booking } from '@portico/contract/bookings/booking.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { AppointmentsView } from './appointments-view.ts';

/** A held time is paid for, or let go. */
export function heldActions({ say, flow, appointments: { isBusy, failure } }: AppointmentsView, booking: Booking, amount: string): TemplateResult {
  return html`
    <div class="actions">
      <button type="button" class="primary" part="button button-primary" data-action="pay" aria-disabled=${isBusy ? 'true' : nothing}
        @click=${() => void flow.act((acts) => acts.pay(booking))}>${isBusy ? html`<span class="progress" aria-hidden="true"></span>` : nothing}${say('payNow', { amount })}</button>
      <button type="button" class="secondary" part="button" data-action="let-go" ?disabled=${isBusy}
        @click=${() => void flow.act((acts) => acts.cancel(booking))}>${say('letGo')}</button>
    </div>
    ${failure ? html`<p class="error" part="error" role="alert">${failure}</p>` : nothing}
  `;
}
