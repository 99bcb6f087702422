import { html, nothing, type TemplateResult } from 'lit';
import type { SayInvoices } from './invoices-messages.ts';
import { wishKey, type Wish } from './payment-wish.ts';

/** What every button needs that leads to paying. */
export interface PayView {
  readonly say: SayInvoices;
  /** A card can be used here. */
  readonly canPay: boolean;
  readonly busy: string | undefined;
  readonly failure: { readonly of: string; readonly text: string } | undefined;
  onPay(wish: Wish): void;
}

export interface PayButton {
  readonly wish: Wish;
  readonly label: string;
  readonly spoken?: string;
  readonly isPrimary: boolean;
}

/** Pays in one click; while the provider is asked it says so itself, and what went wrong stands below. */
export function payButton(view: PayView, { wish, label, spoken, isPrimary }: PayButton): TemplateResult {
  const { say, busy, failure } = view;
  const of = wishKey(wish);
  const isBusy = busy === of;
  return html`
    <button type="button" class=${isPrimary ? 'primary' : 'secondary'} part=${isPrimary ? 'button button-primary' : 'button'} data-action="pay"
      aria-label=${spoken && !isBusy ? spoken : nothing} aria-busy=${isBusy ? 'true' : nothing} aria-disabled=${busy ? 'true' : nothing}
      @click=${() => view.onPay(wish)}>${isBusy ? html`<span class="progress" aria-hidden="true"></span>${say('paying')}` : label}</button>
    ${failure?.of === of ? html`<p class="error" part="error" role="alert">${failure.text}</p>` : nothing}
  `;
}
