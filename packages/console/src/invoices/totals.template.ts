import type { Totals } from '@portico/contract/invoices/totals.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { money } from '../ui/formats.ts';
import { taxLabel } from './invoice-lines.template.ts';

export type ShownTotals = Pick<Totals, 'taxes' | 'discountMinor' | 'subtotalMinor' | 'totalMinor'>;
interface Row { readonly name: string; readonly amountMinor: number; readonly isFinal?: boolean }

/** Subtotal, taxes, total; then whatever was paid. */
export function totalRows({ taxes, discountMinor, subtotalMinor, totalMinor }: ShownTotals, currency: string, rest: readonly Row[] = []): TemplateResult {
  const rows: readonly Row[] = [
    ...(taxes.length > 0 ? [{ name: 'Without tax', amountMinor: subtotalMinor }] : []),
    ...taxes.map((tax) => ({ name: taxLabel(tax), amountMinor: tax.amountMinor })),
    { name: 'Total', amountMinor: totalMinor, isFinal: true }, ...rest,
  ];
  return html`<dl class="totals figures">${rows.map(({ name, amountMinor, isFinal }) => html`<div class=${isFinal ? 'is-final' : ''}><dt>${name}</dt><dd>${money(amountMinor, currency)}</dd></div>`)}</dl>
    ${discountMinor > 0 ? html`<p class="meta totals-note">${money(discountMinor, currency)} taken off.</p>` : nothing}`;
}
