import type { Paper } from '../../effects/pdf/paper.ts';
import type { InvoiceRow } from '../invoice-store.ts';
import type { PaperSpeech } from './paper-facts.ts';
import { bottom, contentWidth, ink, margin, size } from './paper-style.ts';
import { filled } from './paper-words.ts';

const width = 268;
const start = margin + contentWidth - width;
const figure = 104;

/** Subtotal, each tax, the total. Answers where it ends. */
export function drawTotals(paper: Paper, y: number, row: InvoiceRow, speech: PaperSpeech): number {
  const lines = [{ label: speech.words.subtotal, value: speech.money(row.subtotalMinor) }, ...row.taxes.map((tax) => ({ label: taxLabel(tax, speech), value: speech.money(tax.amountMinor) }))];
  let at = y + 14;
  if (at + lines.length * 16 + 46 > bottom) {
    paper.addPage();
    at = 60;
  }
  for (const { label, value } of lines) {
    const height = paper.text(label, { x: start, y: at, width: width - figure, size: size.body, colour: ink.muted });
    paper.text(value, { x: start + width - figure, y: at, width: figure, size: size.body, colour: ink.text, align: 'end' });
    at += height + 3;
  }
  paper.rule(at + 3, { x: start, width, colour: ink.text, thickness: 0.75 });
  at += 10;
  paper.text(speech.words.total, { x: start, y: at, width: width - figure - 20, size: size.lead, weight: 600, colour: ink.text });
  at += paper.text(speech.money(row.totalMinor), { x: start + width - figure - 30, y: at, width: figure + 30, size: size.lead, weight: 600, colour: ink.text, align: 'end' });
  return at + 6;
}

function taxLabel({ name, ratePpm, category, baseMinor }: InvoiceRow['taxes'][number], { words, rate, money }: PaperSpeech): string {
  if (category === 'exempt') return filled(words.exemptLine, { name });
  if (category === 'reverse_charge') return filled(words.reverseChargeLine, { name });
  return filled(words.taxLine, { name, rate: rate(ratePpm), base: money(baseMinor) });
}
