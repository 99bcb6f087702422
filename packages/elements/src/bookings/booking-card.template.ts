import type { Booking } from '@portico/contract/bookings/booking.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.template.ts';
import type { Say } from './translate.ts';

export interface BookingCard {
  readonly say: Say;
  readonly booking: Booking;
  readonly title: string;
  readonly isGood: boolean;
  readonly headingLevel: number;
  /** What happens next, a sentence each. */
  readonly sentences: readonly string[];
  /** Move and Cancel, or why they are not there any more. */
  readonly actions: TemplateResult | typeof nothing;
  readonly onward: string;
  onAnother(): void;
}

/** One booking in words: just made, just moved, or opened from a link. */
export function bookingCard(view: BookingCard): TemplateResult {
  const { say, booking, sentences } = view;
  return html`
    <article class="card" part="item" aria-labelledby="card-title" data-status=${booking.status}>
      <div class="card-title" part="title" id="card-title" role="heading" aria-level=${view.headingLevel} tabindex="-1">
        ${view.isGood ? html`<span class="good">${icon('check')}</span>` : nothing}${view.title}
      </div>
      <dl class="facts">
        <dt>${say('when')}</dt>
        <dd><span class="strong">${booking.when.date}</span><br><span class="figures">${whenLine(say, booking)}</span></dd>
        <dt>${say('what')}</dt>
        <dd>${booking.service.name} ${say('withProvider', { name: booking.provider.name })}
          <br><span class="hint figures">${[say('minutes', { count: booking.durationMinutes }), booking.priceLabel].filter(Boolean).join(' · ')}</span></dd>
        ${whereOf(say, booking)}
      </dl>
      ${sentences.length > 0 ? html`<div class="told">${sentences.map((sentence) => html`<p class="sentence">${sentence}</p>`)}</div>` : nothing}
      <div class="after">
        ${view.actions}
        <button type="button" class="plain" part="button" data-action="another" @click=${() => view.onAnother()}>${view.onward}</button>
      </div>
    </article>
  `;
}

function whenLine(say: Say, { when }: Booking): string {
  const range = say('timeRange', { start: when.time, end: when.endTime });
  return say('inZone', { range, zone: when.zone });
}

function whereOf(say: Say, { placeKind, place }: Booking): TemplateResult | typeof nothing {
  const kind = placeKind === 'video' ? say('onVideo') : placeKind === 'phone' && say('onPhone');
  if (!kind && !place) return nothing;
  const isLink = /^https:\/\/\S+$/.test(place);
  return html`<dt>${say('where')}</dt><dd class="place">${kind && place ? html`${kind}<br>` : kind || nothing}${isLink ? html`<a part="link" href=${place} target="_blank" rel="noopener noreferrer">${place.replace('https://', '')}</a>` : place}</dd>`;
}
