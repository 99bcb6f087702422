import type { Paper } from '../../effects/pdf/paper.ts';
import type { InvoiceRow } from '../invoice-store.ts';
import type { SellerDetails } from '../tables.ts';
import type { PaperSpeech } from './paper-facts.ts';
import { bottom, contentWidth, ink, margin, size } from './paper-style.ts';
import { filled } from './paper-words.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Who writes, and what it is. Answers where it ends. */
export function drawLetterhead(paper: Paper, seller: SellerDetails, speech: PaperSpeech): number {
  paper.bar({ x: margin, y: 48, width: 28, height: 3, colour: seller.accent });
  const half = contentWidth / 2 - 12;
  const left = paper.text(seller.name, { x: margin, y: 62, width: half, size: 15, weight: 600, colour: ink.text, leading: 1.25 });
  const lines = [seller.address, speech.country(seller.country), [seller.email, seller.phone].filter(Boolean).join(' · '), seller.taxNumber && `${speech.words.taxNumber}: ${seller.taxNumber}`].filter(Boolean);
  const right = paper.text(lines.join('\n'), { x: margin + contentWidth / 2 + 12, y: 62, width: half, size: size.small, colour: ink.muted, align: 'end' });
  return 62 + Math.max(left, right) + 30;
}

/** The title, to whom it goes, and its dates. Answers where it ends. */
export function drawAddressee(paper: Paper, y: number, parts: { readonly title: string; readonly label: string; readonly billing: NonNullable<InvoiceRow['billing']>; readonly facts: readonly Fact[]; readonly speech: PaperSpeech }): number {
  const { billing, facts, speech } = parts;
  let at = y + paper.text(parts.title, { x: margin, y, width: contentWidth, size: size.title, colour: ink.text, leading: 1.2 }) + 18;
  const column = contentWidth / 2 - 12;
  let left = at + paper.text(parts.label, { x: margin, y: at, width: column, size: size.small, colour: ink.muted });
  left += paper.text(billing.name, { x: margin, y: left, width: column, size: size.body + 1, weight: 600, colour: ink.text });
  const address = [billing.address, speech.country(billing.country), billing.taxNumber && `${speech.words.taxNumber}: ${billing.taxNumber}`].filter(Boolean).join('\n');
  if (address) left += paper.text(address, { x: margin, y: left, width: column, size: size.body, colour: ink.text });
  for (const { label, value } of facts) {
    const start = margin + contentWidth / 2 + 12;
    const height = Math.max(
      paper.text(label, { x: start, y: at, width: 86, size: size.body, colour: ink.muted }),
      paper.text(value, { x: start + 90, y: at, width: column - 90, size: size.body, colour: ink.text, align: 'end' }),
    );
    at += height + 2;
  }
  return Math.max(left, at) + 22;
}

/** What stands at the foot of every page. */
export function drawFooters(paper: Paper, seller: SellerDetails, title: string, { words }: PaperSpeech): void {
  const small = [seller.footer, seller.registration].filter(Boolean).join(' · ').replaceAll('\n', ' · ');
  paper.onEveryPage((page, pages) => {
    paper.rule(bottom + 20, { x: margin, width: contentWidth, colour: ink.line });
    paper.text(small, { x: margin, y: bottom + 28, width: contentWidth - 150, size: 7.5, colour: ink.muted });
    paper.text(`${title} · ${filled(words.page, { page: String(page), pages: String(pages) })}`, { x: margin + contentWidth - 220, y: bottom + 28, width: 220, size: 7.5, colour: ink.muted, align: 'end' });
  });
}
