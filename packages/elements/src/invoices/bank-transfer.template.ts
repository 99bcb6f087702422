import { html, nothing, type TemplateResult } from 'lit';
import { fold } from './fold.template.ts';
import type { SayInvoices } from './invoices-messages.ts';

export interface BankTransfer {
  readonly say: SayInvoices;
  /** As the owner wrote it; empty: not offered. */
  readonly bankDetails: string;
  /** What to write on the transfer. */
  readonly numbers: readonly string[];
  /** There is no other way to pay. */
  readonly isOpen: boolean;
}

/** How to pay without a card. */
export function bankTransfer({ say, bankDetails, numbers, isOpen }: BankTransfer): TemplateResult | typeof nothing {
  if (!bankDetails || numbers.length === 0) return nothing;
  return fold({
    name: 'bank', label: say('byTransfer'), isOpen,
    content: html`<div part="bank"><p class="lines figures">${bankDetails}</p><p class="hint">${say('reference', { number: numbers.join(', ') })}</p></div>`,
  });
}
