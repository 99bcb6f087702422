import type { Paper } from '../../effects/pdf/paper.ts';
import type { InvoiceRow } from '../invoice-store.ts';
import type { PaperSpeech } from './paper-facts.ts';
import { bottom, contentWidth, ink, margin, size } from './paper-style.ts';

// Description gets what the figures leave.
const columns = { quantity: 58, unitPrice: 92, amount: 96 };
const wide = contentWidth - columns.quantity - columns.unitPrice - columns.amount;
const places = { description: margin, quantity: margin + wide, unitPrice: margin + wide + columns.quantity, amount: margin + contentWidth - columns.amount };

/** The table of lines, over as many pages as it needs. Answers where it ends. */
export function drawLines(paper: Paper, y: number, row: InvoiceRow, speech: PaperSpeech): number {
  let at = drawHeader(paper, y, speech);
  for (const line of row.lines) {
    const text = descriptionOf(line, speech);
    const height = paper.heightOf(line.description, { width: wide - 16, size: size.body }) + (text.small ? paper.heightOf(text.small, { width: wide - 16, size: size.small }) : 0);
    if (at + height + 16 > bottom) {
      paper.addPage();
      at = drawHeader(paper, 60, speech);
    }
    drawLine(paper, at + 8, line, text.small, speech);
    at += height + 16;
    paper.rule(at, { x: margin, width: contentWidth, colour: ink.line });
  }
  return at;
}

function drawHeader(paper: Paper, y: number, { words }: PaperSpeech): number {
  const style = { y, size: size.small, colour: ink.muted } as const;
  paper.text(words.description, { ...style, x: places.description, width: wide });
  paper.text(words.quantity, { ...style, x: places.quantity, width: columns.quantity, align: 'end' });
  paper.text(words.unitPrice, { ...style, x: places.unitPrice, width: columns.unitPrice, align: 'end' });
  paper.text(words.amount, { ...style, x: places.amount, width: columns.amount, align: 'end' });
  paper.rule(y + 16, { x: margin, width: contentWidth, colour: ink.text, thickness: 0.75 });
  return y + 16;
}

type Line = InvoiceRow['lines'][number];

/** Beneath the description: what is special about the price. */
function descriptionOf(line: Line, { words, money, rate }: PaperSpeech): { small: string } {
  const discount = line.discountMinor === 0 ? '' : `${words.discount} ${line.discount?.kind === 'percent' ? `${rate(line.discount.ppm ?? 0)} · ` : ''}${money(-line.discountMinor)}`;
  return { small: [discount, line.taxIncluded && line.taxIds.length > 0 ? words.taxIncluded : ''].filter(Boolean).join(' · ') };
}

function drawLine(paper: Paper, y: number, line: Line, small: string, { money, quantity }: PaperSpeech): void {
  const style = { y, size: size.body, colour: ink.text } as const;
  const height = paper.text(line.description, { ...style, x: places.description, width: wide - 16 });
  if (small) paper.text(small, { x: places.description, y: y + height, width: wide - 16, size: size.small, colour: ink.muted });
  paper.text(quantity(line.quantityMilli), { ...style, x: places.quantity, width: columns.quantity, align: 'end' });
  paper.text(money(line.unitPriceMinor), { ...style, x: places.unitPrice, width: columns.unitPrice, align: 'end' });
  paper.text(money(line.amountMinor), { ...style, x: places.amount, width: columns.amount, align: 'end' });
}
