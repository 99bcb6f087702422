import type { ClientPackage, PackageEntry } from '@portico/contract/invoices/packages.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { clientPackages } from '../api/invoices.ts';
import { mayAdminister } from '../app/session.ts';
import { openBookingSheet } from '../bookings/open-booking-sheets.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { waiting } from '../ui/waiting.template.ts';
import { openInvoiceSheet } from './open-invoice-sheets.ts';
import { packageMarks } from './package-marks.template.ts';
import { entryMoment, entryWords, signed, standingOf } from './package-words.ts';
import './portico-change-package.ts';

type Act = 'correct' | 'extend' | 'end';
const acts: readonly { readonly act: Act; readonly label: string }[] = [{ act: 'correct', label: 'Correct' }, { act: 'extend', label: 'Change the last day' }, { act: 'end', label: 'End it' }];

/** One package of a client: what is left, every session that came and went, and what can be done about it. */
export class PorticoPackageDetails extends LightElement {
  static override properties = { packageId: { attribute: false }, clientId: { attribute: false }, act: { state: true } };
  declare packageId: string;
  declare clientId: string;
  declare act: Act | undefined;
  readonly #packages = new QueryController(this, () => clientPackages(this.clientId));

  protected override render(): TemplateResult {
    const one = this.#packages.value?.items.find(({ id }) => id === this.packageId);
    if (!one) return html`${waiting(this.#packages, 5)}`;
    const { text, tone } = standingOf(one);
    const { invoiceId, invoiceNumber, isPaid } = one;
    return html`<div class="invoice-facts"><p class="package-standing"><span class="status ${tone}">${text}</span></p>${one.state === 'active' ? packageMarks(one) : nothing}
        <p class="meta"><button type="button" class="link" @click=${() => openInvoiceSheet(invoiceId, invoiceNumber ?? '')}>${invoiceNumber}</button>, ${isPaid ? 'paid' : one.state === 'cancelled' ? 'taken back' : 'not paid yet'}</p></div>
      ${this.act ? html`<portico-change-package .one=${one} .act=${this.act} @done=${() => { this.act = undefined; }}></portico-change-package>` : this.#acts(one)}
      <section class="sheet-section"><h3>Every session</h3>${one.entries.length === 0 ? html`<p class="meta">They come with the payment.</p>` : html`<ul class="rows package-entries">${one.entries.toReversed().map(entryRow)}</ul>`}</section>`;
  }

  #acts({ state }: ClientPackage): TemplateResult | typeof nothing {
    if (state === 'awaiting_payment' || state === 'cancelled' || state === 'ended') return nothing;
    return html`<div class="actions">${acts.filter(({ act }) => act !== 'end' || mayAdminister()).map(({ act, label }) => html`<button type="button" class=${act === 'end' ? 'quiet' : ''} data-act=${act} @click=${() => { this.act = act; }}>${label}</button>`)}</div>`;
  }
}

function entryRow(entry: PackageEntry): TemplateResult {
  const { bookingId, change, reason } = entry;
  const words = entryWords(entry);
  return html`<li><span class="grow"><span>${bookingId ? html`<button type="button" class="link" @click=${() => openBookingSheet(bookingId)}>${words}</button>` : words}</span>
    <span class="meta">${entryMoment(entry)} ${reason ? html`· ${reason}` : nothing}</span></span> <span class="figures">${signed(change)}</span></li>`;
}

customElements.define('portico-package-details', PorticoPackageDetails);
