import { contrast, inkOn } from '../domain/contrast.ts';
import { html, type SafeHtml, safeUrl } from '../domain/html.ts';
import type { MailBlock, MailFact, MailLink } from './mail-blocks.ts';
import {
  bare, colourInk, darkPaper, ink, line, paper, tabular, type14, type16, type30,
} from './mail-style.ts';

export const spaceAbove: Readonly<Record<MailBlock['kind'], number>> = {
  paragraph: 14, facts: 24, button: 28, links: 12, code: 24, quote: 20, note: 24,
};

export function blockHtml(block: MailBlock, accent: string): SafeHtml {
  switch (block.kind) {
    case 'paragraph': return html`<p class="ink" style="${type16}">${lines(block.text)}</p>`;
    case 'note': return html`<p class="quiet" style="${type14}">${lines(block.text)}</p>`;
    case 'quote': return quote(block.text);
    case 'code': return html`<p class="ink" style="${type30};${tabular}"><bdi dir="ltr">${block.code}</bdi></p>`;
    case 'facts': return html`<table ${bare} width="100%">${block.facts.map(factRow)}</table>`;
    case 'button': return button(block, accent);
    case 'links': return html`<p style="${type16}">${block.links.map((link) => textLink(link, accent))}</p>`;
  }
}

export function lines(text: string): SafeHtml {
  return html`${text.split(/\r?\n/).map((part, index) => (index === 0 ? part : html`<br>${part}`))}`;
}

function quote(text: string): SafeHtml {
  const edge = html`border-inline-start:${line};border-inline-start-width:2px;padding-inline-start:14px`;
  return html`<div class="ink line" dir="auto" style="${type16};${edge}">${lines(text)}</div>`;
}

/** A name or an address may run the other way than the language of the mail. */
function factRow({ label, value, url }: MailFact): SafeHtml {
  const shown = url
    ? html`<a class="ink" href="${safeUrl(url)}" style="${colourInk}">${lines(value)}</a>`
    : lines(value);
  return html`<tr>
<td class="quiet" valign="baseline" width="84" style="${type14};padding:3px 0;padding-inline-end:16px">${label}</td>
<td class="ink fact" valign="baseline" style="${type16};padding:3px 0;${tabular}"><bdi>${shown}</bdi></td>
</tr>`;
}

function button({ label, url }: MailLink, accent: string): SafeHtml {
  const inTheDark = contrast(accent, darkPaper) < 2 ? 'pale' : '';
  const shape = html`${type16};display:inline-block;padding:12px 22px;border-radius:8px;text-decoration:none`;
  const words = html`font-weight:600;color:${inkOn(accent)}`;
  const link = html`<a href="${safeUrl(url)}" style="${shape};${words}">${label}</a>`;
  return html`<table ${bare}><tr>
<td class="${inTheDark}" bgcolor="${accent}" style="background:${accent};border-radius:8px">${link}</td>
</tr></table>`;
}

/** Padded to a finger's height. A pale accent is for the button only: as text on white nobody could read it. */
function textLink({ label, url }: MailLink, accent: string): SafeHtml {
  const colour = contrast(accent, paper) >= 4.5 ? accent : ink;
  const shape = html`display:inline-block;padding:10px 0;margin-inline-end:24px`;
  return html`<a class="ink" href="${safeUrl(url)}" style="${shape};color:${colour}">${label}</a> `;
}
