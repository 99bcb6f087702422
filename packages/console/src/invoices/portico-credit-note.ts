import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { creditInvoice } from '../api/invoices.ts';
import { priceText } from '../ui/amount-text.ts';
import { saveRow, segmentField, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { fractionDigits, money, theHouse } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { toast } from '../ui/toasts.ts';
import { emptyLine, lineOf, readLines, totalsOf, type LineDraft, type ReadLines } from './invoice-draft.ts';
import { invoiceLines } from './invoice-lines.template.ts';
import { invoicesChanged } from './live-invoices.ts';
import { totalRows } from './totals.template.ts';

interface CreditDraft { extent: string; reason: string; lines: readonly LineDraft[] }

/** Takes an invoice back, whole or in part. Fires `done`. */
export class PorticoCreditNote extends LightElement {
  static override properties = { invoice: { attribute: false } };
  declare invoice: Invoice;
  readonly #form = new FormController<CreditDraft>(this, { extent: 'whole', reason: '', lines: [] });

  override connectedCallback(): void {
    super.connectedCallback();
    const { currency, lines } = this.invoice;
    const price = (minor: number): string => priceText(minor, fractionDigits(currency), theHouse().lang);
    this.#form.fill({ extent: this.#mayBeWhole ? 'whole' : 'part', reason: '', lines: lines.map((line) => lineOf(line, price)) });
  }

  get #mayBeWhole(): boolean {
    return this.invoice.creditedMinor === 0;
  }

  protected override render(): TemplateResult {
    const { number, currency, totalMinor, creditedMinor, paidMinor } = this.invoice;
    const isPart = this.#form.draft.extent === 'part';
    const read = readLines(this.#form.draft.lines, currency);
    const credited = isPart ? this.#totals(read)?.totalMinor ?? 0 : totalMinor;
    return html`<form novalidate @submit=${this.#send}><h3>Credit note for ${number}</h3>
      ${this.#mayBeWhole ? segmentField(this.#form, 'extent', { label: 'Take back', choices: [{ value: 'whole', label: 'All of it' }, { value: 'part', label: 'A part' }] })
        : html`<p class="meta">${money(creditedMinor, currency)} of ${money(totalMinor, currency)} is credited already.</p>`}
      ${isPart ? this.#part(read) : nothing}
      ${textField(this.#form, 'reason', { label: 'Reason', maxlength: 300, hint: 'Printed on the credit note.' })}
      <p class="meta">${paidMinor > 0 ? 'It lowers what is open first. What was paid beyond that becomes account credit: use it for another invoice, or give it back.' : 'So much less is owed.'}</p>
      ${saveRow(this.#form, { label: credited > 0 ? `Credit ${money(credited, currency)}` : 'Credit', rest: html`<button type="button" class="quiet" @click=${this.#done}>Leave it</button>` })}</form>`;
  }

  #part(read: ReadLines): TemplateResult {
    const { currency, taxes } = this.invoice;
    const totals = this.#totals(read);
    const { lines } = this.#form.draft;
    const known = taxes.map((tax) => ({ ...tax, isDefault: false, archived: false }));
    return html`<p class="meta">Leave what is taken back; remove the rest, or lower a quantity or price.</p>
      ${invoiceLines({
        lines, currency, taxes: known, errors: this.#form.errors, totalOf: (place) => totals?.lines[read.places.indexOf(place)],
        onChange: (place, change) => this.#form.set('lines', lines.map((line, at) => (at === place ? { ...line, ...change } : line))),
        onAdd: (after) => this.#form.set('lines', lines.toSpliced(after + 1, 0, { ...emptyLine([], undefined), taxIds: lines[after]?.taxIds ?? [], taxIncluded: lines[after]?.taxIncluded ?? false })),
        onRemove: (place) => this.#form.set('lines', lines.toSpliced(place, 1)),
      })}${this.#form.errors['lines'] ? html`<p class="error" role="alert">${this.#form.errors['lines']}</p>` : nothing}
      ${totals ? totalRows(totals, currency) : nothing}`;
  }

  #totals(read: ReadLines) {
    return totalsOf(read, this.invoice.taxes);
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { extent, lines, reason } = this.#form.draft;
    const read = readLines(lines, this.invoice.currency);
    const wrong = extent === 'part' ? { ...read.errors, ...(read.lines.length === 0 && { 'lines.0.description': 'Say what is taken back.' }) } : {};
    if (this.#form.refuse({ ...wrong, reason: reason.trim() ? '' : 'Say why, in a few words.' })) return;
    const note = await this.#form.send(() => creditInvoice(this.invoice.id, { reason: reason.trim(), ...(extent === 'part' && { lines: [...read.lines] }) }));
    if (!note) return;
    invoicesChanged();
    toast({ text: `${note.number} is issued: ${note.label.total} less.` });
    this.#done();
  };

  readonly #done = (): void => { this.dispatchEvent(new CustomEvent('done', { bubbles: true })); };
}

customElements.define('portico-credit-note', PorticoCreditNote);
