import type { Block } from '@portico/contract/bookings/hours.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { providers } from '../api/bookings.ts';
import { dayOf, moment, timeRange } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { closeSheet } from '../ui/sheet.ts';
import { dropBlock } from './calendar-changes.ts';

/** Time that is kept free, in the side sheet. */
export class PorticoBlockDetails extends LightElement {
  static override properties = { block: { attribute: false } };
  declare block: Block;
  readonly #providers = new QueryController(this, () => providers);

  protected override render(): TemplateResult {
    const { startsAt, endsAt, providerId, note } = this.block;
    const provider = this.#providers.value?.items.find(({ id }) => id === providerId);
    const isOneDay = dayOf(startsAt) === dayOf(endsAt);
    return html`<div class="booking-facts">
      <p class="booking-when">${isOneDay ? html`${dayOf(startsAt)}<br>${timeRange(startsAt, endsAt)}` : html`${moment(startsAt)} –<br>${moment(endsAt)}`}</p>
      ${provider ? html`<p><portico-swatch .colour=${provider.colour}></portico-swatch>${provider.name}</p>` : nothing}
      ${note ? html`<p class="note">${note}</p>` : html`<p class="meta">Nobody can book this time.</p>`}</div>
      <div class="actions"><button type="button" @click=${() => { closeSheet(); void dropBlock(this.block); }}>Open this time again</button></div>`;
  }
}

customElements.define('portico-block-details', PorticoBlockDetails);
