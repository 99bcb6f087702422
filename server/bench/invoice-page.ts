import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { formatMoneyExact } from '../src/domain/money.ts';
import type { InvoiceRow } from '../src/invoices/invoice-store.ts';

const font = (weight: number): string => readFileSync(createRequire(import.meta.url).resolve(`@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff2`)).toString('base64');

/** The same invoice as a page, with the same fonts embedded, for a browser to print. */
export function invoiceHtml({ number, lines, seller, billing, currency, totalMinor, subtotalMinor, taxMinor }: InvoiceRow): string {
  const money = (minor: number): string => formatMoneyExact(minor, currency, 'en');
  const faces = [400, 600].map((weight) => `@font-face{font-family:Noto;font-weight:${weight};src:url(data:font/woff2;base64,${font(weight)})}`).join('');
  const rows = lines.map((line) => `<tr><td>${line.description}<td>${line.quantityMilli / 1000}<td>${money(line.unitPriceMinor)}<td>${money(line.amountMinor)}`).join('');
  return `<!doctype html><html lang="en"><style>${faces}body{font:9.5pt Noto}h1{font-size:25pt;font-weight:400}table{width:100%;border-collapse:collapse}td{border-bottom:.5pt solid #d5dadc;padding:8pt 0}td+td{text-align:right}</style>
<b>${seller?.name ?? ''}</b><p>${seller?.address ?? ''}<h1>Invoice ${number ?? ''}</h1><p><b>${billing?.name ?? ''}</b><br>${billing?.address ?? ''}<table>${rows}</table><p>${money(subtotalMinor)}<p>${money(taxMinor)}<p><b>${money(totalMinor)}</b><p>${seller?.bankDetails ?? ''}</html>`;
}
