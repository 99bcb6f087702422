import type { Booking } from '@portico/contract/bookings/booking.ts';
import { html, type nothing, type TemplateResult } from 'lit';
import type { Say } from './translate.ts';

/** What is being moved, and the way out. */
export function movingLine({ say, booking, provider, choices, onKeep }: {
  readonly say: Say;
  readonly booking: Booking;
  /** `with Anna`, perhaps to be changed. */
  readonly provider: TemplateResult;
  readonly choices: TemplateResult | typeof nothing;
  onKeep(): void;
}): TemplateResult {
  const { service, when } = booking;
  return html`
    <div class="summary" part="header">
      <p class="pieces">
        <span class="piece first">${say('movingFrom', { service: service.name })}</span>
        <span class="piece">${provider}</span>
      </p>
      <p class="pieces"><span class="piece hint">${say('movingNow', { day: when.date, time: when.time })}</span>
        <span class="piece"><button type="button" class="plain" part="button" data-action="keep-old" @click=${() => onKeep()}>${say('keepOld')}</button></span></p>
      ${choices}
    </div>
  `;
}
