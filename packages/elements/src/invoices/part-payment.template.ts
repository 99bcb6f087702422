import { html, nothing, type TemplateResult } from 'lit';
import { formField } from '../base/form-field.template.ts';
import type { SayInvoices } from './invoices-messages.ts';
import { payButton, type PayView } from './pay-button.template.ts';
import type { Wish } from './payment-wish.ts';

export interface PartPaymentView extends PayView {
  readonly say: SayInvoices;
  /** Any part may be paid, from the least on. */
  readonly isOffered: boolean;
  readonly isOpen: boolean;
  readonly typed: string;
  readonly error: string | undefined;
  readonly least: string;
  readonly most: string;
  /** Undefined while what is typed is no amount that can be paid. */
  readonly wish: Wish | undefined;
  readonly label: string;
  /** A part that is due before the rest: said, and paid in one click. */
  readonly deposit: { readonly sentence: string; readonly wish: Wish; readonly label: string } | undefined;
  onOpen(): void;
  onType(text: string): void;
  onWrong(): void;
}

/** The deposit, and any part between the least and all of it. */
export function partPayment(view: PartPaymentView): TemplateResult {
  const { say, deposit, isOpen } = view;
  return html`
    <div class="part">
      ${deposit ? html`<p>${deposit.sentence}</p><div>${payButton(view, { wish: deposit.wish, label: deposit.label, isPrimary: false })}</div>` : nothing}
      ${!view.isOffered ? nothing : isOpen ? form(view) : html`<button type="button" class="plain" part="button" data-action="part" @click=${() => view.onOpen()}>${say('payPart')}</button>`}
    </div>
  `;
}

function form(view: PartPaymentView): TemplateResult {
  const { say, wish } = view;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (wish) view.onPay(wish);
    else view.onWrong();
  };
  return html`
    <form class="part-form" part="form" novalidate @submit=${submit}>
      ${formField({
        name: 'part-amount', label: say('amount'), value: view.typed, inputMode: 'decimal', isPrivate: true, error: view.error,
        hint: say('partHint', { least: view.least, most: view.most }), onInput: view.onType,
      })}
      <div>${wish ? payButton(view, { wish, label: view.label, isPrimary: false })
        : html`<button type="submit" class="secondary" part="button" data-action="pay">${view.label}</button>`}</div>
    </form>
  `;
}
