import { numberFrom } from '@portico/contract/invoices/numbers.ts';
import type { InvoiceSettings } from '@portico/contract/invoices/settings.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { learn } from '../api/cache.ts';
import { changeInvoiceSettings, invoiceSettings, nextNumbers } from '../api/invoices.ts';
import { mayAdminister } from '../app/session.ts';
import { checkField, saveRow, segmentField, textArea, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { plural, theHouse } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { picksField } from '../ui/picks-field.template.ts';
import { QueryController } from '../ui/query-controller.ts';
import { waiting } from '../ui/waiting.template.ts';
import { countryField } from './country-field.template.ts';
import { patternTrouble, readSettings, settingsDraftOf, type SettingsDraft } from './settings-draft.ts';

const usualReminders = [-7, -3, -1, 0, 1, 3, 7, 14, 21, 30];
const mostReminders = 8;
const empty: SettingsDraft = {
  legalName: '', legalAddress: '', country: '', taxNumber: '', registration: '', bankDetails: '', footer: '', paymentDays: '', pricesIncludeTax: false, cancelledPaid: 'ask', invoicePattern: '', invoiceDigits: '', invoiceYearly: false,
  creditPattern: '', creditDigits: '', creditYearly: false, reminderDays: [], lateFee: 'none', lateFeeAmount: '', lateFeePercent: '', lateFeeAfter: '',
};

/** What every invoice says, how it is numbered, when it is due, and what happens when it is not paid. */
export class PorticoInvoiceSettings extends LightElement {
  readonly #settings = new QueryController<InvoiceSettings>(this, () => invoiceSettings);
  readonly #numbers = new QueryController(this, () => nextNumbers);
  readonly #form = new FormController<SettingsDraft>(this, empty);
  #filledWith: InvoiceSettings | undefined;

  protected override willUpdate(): void {
    const settings = this.#settings.value;
    // What somebody is typing stays, whatever arrives meanwhile.
    if (!settings || settings === this.#filledWith || this.#form.isDirty) return;
    this.#filledWith = settings;
    this.#form.fill(settingsDraftOf(settings));
  }

  protected override render(): TemplateResult {
    if (!this.#filledWith) return html`${waiting(this.#settings, 8)}`;
    const form = this.#form;
    return html`<div class="title-row"><h2 class="title">Invoices</h2></div><p class="lead">Changes are for the next invoices: those that are issued stay as they are.</p>
      <form novalidate @submit=${this.#save}>
      <div class="group"><h3>Your company on the paper</h3>
        ${textField(form, 'legalName', { label: 'Legal name', isOptional: true, maxlength: 120, width: 'middle', hint: 'Left empty: the name of the business.' })}
        ${textArea(form, 'legalAddress', { label: 'Address', isOptional: true, rows: 3, maxlength: 400 })}
        <div class="pair">${countryField(form)}${textField(form, 'taxNumber', { label: 'Tax number', isOptional: true, maxlength: 40 })}${textField(form, 'registration', { label: 'Registration', isOptional: true, maxlength: 80 })}</div>
        ${textArea(form, 'bankDetails', { label: 'How to pay by transfer', isOptional: true, rows: 3, maxlength: 600, hint: 'Bank, account and branch, as you want clients to read it. Left empty: not offered.' })}
        ${textArea(form, 'footer', { label: 'Under every invoice', isOptional: true, rows: 2, maxlength: 600 })}</div>
      <div class="group"><h3>Numbers</h3>${this.#series('invoice')}${this.#series('credit')}</div>
      <div class="group"><h3>Being paid</h3>${textField(form, 'paymentDays', { label: 'Due after', after: 'days', inputmode: 'numeric', width: 'short', maxlength: 3 })}
        ${checkField(form, 'pricesIncludeTax', 'Prices include tax', 'Of services, and of new lines; each line can differ. Clients are always told what they will pay.')}
        ${segmentField(form, 'cancelledPaid', { label: 'When a booking that was paid online is cancelled in time', choices: [{ value: 'ask', label: 'Ask me' }, { value: 'credit', label: 'Make it account credit' }, { value: 'refund', label: 'Give the money back' }], hint: 'Late cancellations always wait for you.' })}</div>
      <div class="group"><h3>Reminders</h3>${this.#reminders()}</div>
      <div class="group"><h3>Late fee</h3>${this.#lateFee()}</div>
      ${mayAdminister() ? saveRow(form, { label: 'Save' }) : html`<p class="meta">Only administrators can change this.</p>`}</form>`;
  }

  #series(which: 'invoice' | 'credit'): TemplateResult {
    const path = which === 'invoice' ? 'invoiceSeries' : 'creditNoteSeries';
    const name = which === 'invoice' ? 'Invoices' : 'Credit notes';
    const { [`${which}Pattern` as const]: pattern, [`${which}Digits` as const]: digits, [`${which}Yearly` as const]: yearly } = this.#form.draft;
    const next = this.#numbers.value;
    const count = next?.[which === 'invoice' ? 'invoice' : 'creditNote'][yearly ? 'yearly' : 'running'];
    const isFine = !patternTrouble(pattern, yearly) && /^([1-9]|10)$/.test(digits.trim());
    return html`<fieldset class="number-series"><legend>${name}</legend>
      <div class="pair">${textField(this.#form, `${which}Pattern`, { label: 'Pattern', path: `${path}.pattern`, maxlength: 30 })}${textField(this.#form, `${which}Digits`, { label: 'At least so many digits', path: `${path}.digits`, inputmode: 'numeric', maxlength: 2 })}</div>
      ${checkField(this.#form, `${which}Yearly`, 'Start at 1 again each year')}
      <p class="hint" role="status">${next && count !== undefined && isFine ? html`The next one is <strong class="figures next-number">${numberFrom({ pattern: pattern.trim(), digits: Number(digits) }, next.year, count)}</strong>.` : 'Use {number} for the count and {year} for the year.'}</p></fieldset>`;
  }

  #reminders(): TemplateResult {
    const all = [...new Set([...usualReminders, ...this.#form.draft.reminderDays])].sort((a, b) => a - b);
    const words = (days: number): string => (days === 0 ? 'On the day' : `${plural(Math.abs(days), 'day')} ${days < 0 ? 'before' : 'after'}`);
    return picksField(this.#form, 'reminderDays', {
      label: 'Mail a reminder, counted from the due date', choices: all.map((days) => ({ value: days, label: words(days) })), most: mostReminders, hint: 'They stop by themselves when it is paid.',
    });
  }

  #lateFee(): TemplateResult {
    const form = this.#form;
    const { lateFee } = form.draft;
    return html`${segmentField(form, 'lateFee', { label: 'When an invoice stays unpaid', choices: [{ value: 'none', label: 'No fee' }, { value: 'amount', label: 'An amount' }, { value: 'percent', label: 'A share' }] })}
      ${lateFee === 'none' ? nothing : html`<div class="pair">${lateFee === 'amount' ? textField(form, 'lateFeeAmount', { label: 'Fee', path: 'lateFee.minor', before: theHouse().currency, inputmode: 'decimal', maxlength: 20 }) : textField(form, 'lateFeePercent', { label: 'Fee', path: 'lateFee.ppm', after: '% of what is open', inputmode: 'decimal', maxlength: 8 })}
        ${textField(form, 'lateFeeAfter', { label: 'Charged', path: 'lateFee.afterDays', after: 'days after the due date', inputmode: 'numeric', maxlength: 3 })}</div>`}`;
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { input, errors } = readSettings(this.#form.draft);
    if (this.#form.refuse(errors)) return;
    const saved = await this.#form.send(() => changeInvoiceSettings(input));
    if (saved) learn('invoice-settings', saved);
  };
}

customElements.define('portico-invoice-settings', PorticoInvoiceSettings);
