import type { Booking } from '@portico/contract/bookings/booking.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from './translate.ts';

export interface CancelQuestion {
  readonly say: Say;
  readonly booking: Booking;
  readonly isBusy: boolean;
  readonly failure: string | undefined;
  readonly reason: string;
  onReason(reason: string): void;
  onCancel(booking: Booking): void;
  onKeep(): void;
}

/** Cancelling asks in place, where it can still be taken back. */
export function cancelQuestion(view: CancelQuestion): TemplateResult {
  const { say, booking, isBusy } = view;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isBusy) view.onCancel(booking);
  };
  const leave = (event: KeyboardEvent): void => { if (event.key === 'Escape' && !isBusy) view.onKeep(); };
  return html`
    <form class="confirm cancel" part="confirm" novalidate aria-busy=${isBusy} @submit=${submit} @keydown=${leave}>
      <p class="strong">${say('cancelQuestion', { day: booking.when.relativeDay ?? booking.when.date, time: booking.when.time })}</p>
      ${booking.package ? html`<p class="hint">${say('sessionComesBack', { name: booking.package.name })}</p>` : nothing}
      <div class="field">
        <label part="label" for="cancel-reason">${say('cancelReason')}</label>
        <textarea part="input" id="cancel-reason" name="reason" rows="2" maxlength="500" data-1p-ignore data-lpignore="true"
          .value=${view.reason} ?readonly=${isBusy} @input=${(event: Event) => view.onReason((event.target as HTMLTextAreaElement).value)}></textarea>
      </div>
      ${view.failure ? html`<p class="error" part="error" role="alert">${view.failure}</p>` : nothing}
      <div class="actions">
        <button type="submit" class="danger" part="button button-danger" aria-disabled=${isBusy ? 'true' : nothing}>
          ${isBusy ? html`<span class="progress" aria-hidden="true"></span>${say('cancelling')}` : say('cancel')}</button>
        <button type="button" class="secondary" part="button" ?disabled=${isBusy} @click=${() => view.onKeep()}>${say('keep')}</button>
      </div>
    </form>
  `;
}
