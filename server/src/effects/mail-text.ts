import { safeUrl } from '../domain/html.ts';
import type { MailBlock, MailLetter, MailLink } from './mail-blocks.ts';

/** The text part: the same blocks, for readers without HTML. */
export function mailText({ business, title, blocks, why, footerLinks = [] }: MailLetter): string {
  const footer = [
    business.address ? `${business.name}, ${oneLine(business.address)}` : business.name,
    ...(business.url ? [String(safeUrl(business.url))] : []),
    why,
    ...footerLinks.map(linkText),
  ];
  return `${[title, ...blocks.map(blockText), `-- \n${footer.join('\n')}`].join('\n\n')}\n`;
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'note': return block.text;
    case 'facts': return block.facts.map(({ label, value, url }) =>
      `${label}: ${oneLine(value)}${url && url !== value ? ` (${safeUrl(url)})` : ''}`).join('\n');
    case 'button': return linkText(block);
    case 'links': return block.links.map(linkText).join('\n');
    case 'code': return `    ${block.code}`;
    case 'quote': return block.text.split(/\r?\n/).map((line) => `> ${line}`).join('\n');
  }
}

function linkText({ label, url }: MailLink): string {
  return `${label}: ${safeUrl(url)}`;
}

function oneLine(text: string): string {
  return text.trim().split(/\s*\r?\n\s*/).join(', ');
}
