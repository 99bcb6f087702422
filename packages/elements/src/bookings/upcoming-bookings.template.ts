import type { Booking } from '@portico/contract/bookings/booking.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from './translate.ts';

export interface UpcomingBookings {
  readonly say: Say;
  readonly bookings: readonly Booking[];
  readonly headingLevel: number;
  actionsOf(booking: Booking): TemplateResult | typeof nothing;
}

/** The next appointment as a sentence, then the others as rows. */
export function upcomingBookings(view: UpcomingBookings): TemplateResult | typeof nothing {
  const [next, ...later] = view.bookings;
  if (!next) return nothing;
  const { say } = view;
  return html`
    <section class="upcoming" aria-labelledby="next-title">
      <div class="eyebrow" id="next-title" role="heading" aria-level=${view.headingLevel}>${say('next')}</div>
      <div class="next" part="item" data-booking=${next.id}>
        <div>
          <p class="next-when strong">${sayWhen(next)}</p>
          <p class="sentence">${describe(say, next)}</p>
          ${next.place && next.placeKind === 'in_person' ? html`<p class="hint place">${next.place}</p>` : nothing}
        </div>
        ${view.actionsOf(next)}
      </div>
      ${later.length > 0 ? html`
        <div class="eyebrow" role="heading" aria-level=${view.headingLevel}>${say('alsoUpcoming')}</div>
        <ul class="rows" role="list" part="list">${later.map((booking) => html`
          <li part="item" data-booking=${booking.id}>
            <p><span class="strong figures">${sayWhen(booking)}</span><br><span class="hint">${describe(say, booking)}</span></p>
            ${view.actionsOf(booking)}
          </li>`)}</ul>` : nothing}
    </section>
  `;
}

const sayWhen = ({ when }: Booking): string => `${when.relativeDay ?? when.date}, ${when.time}`;

function describe(say: Say, { service, provider, durationMinutes }: Booking): string {
  return `${service.name} ${say('withProvider', { name: provider.name })} · ${say('minutes', { count: durationMinutes })}`;
}
