import { html, type TemplateResult } from 'lit';
import { choiceField, dateField, textArea, textField } from '../ui/field.template.ts';
import type { FormController } from '../ui/form-controller.ts';
import { theHouse, today } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import { currencyChoices, languageChoices } from '../ui/place-choices.ts';
import type { ChoiceOption } from '../ui/portico-choice.ts';
import type { InvoiceDraft } from './invoice-draft.ts';

let currencies: readonly ChoiceOption[] | undefined;
let languages: readonly ChoiceOption[] | undefined;

/** When and how it is to be paid, and what else the paper says. */
export function invoiceTerms(form: FormController<InvoiceDraft>, { dueHint, isOpen }: { readonly dueHint: string; readonly isOpen: boolean }): TemplateResult {
  currencies ??= currencyChoices();
  languages ??= languageChoices();
  const { lang, currency } = form.draft;
  const known = languages.some(({ value }) => value === lang) ? languages : languageChoices(lang);
  return html`<h2>Terms</h2>
    <div class="pair">${dateField(form, 'dueOn', { label: 'Due', isOptional: true, min: today(), hint: dueHint })}${textField(form, 'poNumber', { label: 'PO number', isOptional: true, maxlength: 60, hint: 'The client’s own reference for it.' })}</div>
    ${textArea(form, 'note', { label: 'Note', isOptional: true, rows: 3, maxlength: 2000, hint: 'Printed below the total.' })}
    <details class="more-terms" ?open=${isOpen}><summary>${icon('down')} Deposit, least payment, currency, language</summary><div>
    <div class="pair">${textField(form, 'deposit', { label: 'Deposit', path: 'deposit.amountMinor', before: currency, inputmode: 'decimal', isOptional: true, maxlength: 20, hint: 'A part that is due before the rest.' })}
      ${dateField(form, 'depositDueOn', { label: 'Deposit due', path: 'deposit.dueOn', isOptional: true, min: today() })}</div>
    <div class="pair">${textField(form, 'minimum', { label: 'Least payment', path: 'minimumPaymentMinor', before: currency, inputmode: 'decimal', isOptional: true, maxlength: 20, hint: 'The least that a client may pay at once. Left empty: any amount.' })}
      ${choiceField(form, 'currency', { label: 'Currency', choices: currencies, searchable: true })}${choiceField(form, 'lang', { label: 'Language', choices: known, searchable: true, hint: 'Of the paper, its dates and the mail.' })}</div></div></details>`;
}

/** Does something of the rarer terms say more than usual, or need another look? */
export function hasRareTerms({ draft, errors }: FormController<InvoiceDraft>): boolean {
  const { deposit, depositDueOn, minimum, currency, lang } = draft;
  const isWrong = Object.keys(errors).some((field) => /^(deposit|minimum|currency|lang)/.test(field));
  return isWrong || deposit + depositDueOn + minimum !== '' || currency !== theHouse().currency || lang !== theHouse().lang;
}
