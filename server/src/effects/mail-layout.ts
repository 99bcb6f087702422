import { hexColour } from '../domain/contrast.ts';
import { html, render, type SafeHtml, safeUrl } from '../domain/html.ts';
import { blockHtml, lines, spaceAbove } from './mail-block-html.ts';
import type { MailBusiness, MailLetter } from './mail-blocks.ts';
import { bare, colourInk, colourQuiet, ink, line, onPaper, styles, type13, type17, type22 } from './mail-style.ts';
import { mailText } from './mail-text.ts';

/** One letter, twice, from the same blocks: HTML and text cannot disagree. */
export function mailParts(letter: MailLetter): { readonly html: string; readonly text: string } {
  return { html: render(mailHtml(letter)), text: mailText(letter) };
}

function mailHtml(letter: MailLetter): SafeHtml {
  const { business, lang, preheader, title, blocks } = letter;
  const dir = isRightToLeft(lang) ? 'rtl' : 'ltr';
  const accent = hexColour(business.accent) ?? ink;
  return html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
${styles}
</head>
<body class="paper" style="margin:0;padding:0;${onPaper};${colourInk};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;opacity:0">${preheader}${gap}</div>
<table ${bare} width="100%" class="paper" style="${onPaper}">
<tr><td align="center" style="padding:32px 20px">
<table ${bare} width="100%" dir="${dir}" style="max-width:560px;text-align:start">
<tr><td class="line" style="padding:0 0 14px;border-bottom:${line}">${letterhead(business)}</td></tr>
<tr><td style="padding:32px 0 0"><h1 class="ink" style="${type22}">${title}</h1></td></tr>
${blocks.map((block) => html`<tr>
<td style="padding:${spaceAbove[block.kind]}px 0 0">${blockHtml(block, accent)}</td>
</tr>
`)}<tr><td style="padding:40px 0 0">${footer(letter)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

/** Keeps what follows in the mail out of the inbox's preview line. */
const gap = html`${Array.from({ length: 40 }, () => html`&zwnj;&nbsp;`)}`;

/** The name stands where the logo is not shown. */
function letterhead({ name, logoUrl, url }: MailBusiness): SafeHtml {
  const shape = html`display:block;height:36px;max-width:240px;border:0`;
  const mark = logoUrl
    ? html`<img src="${safeUrl(logoUrl)}" alt="${name}" height="36" class="ink" style="${type17};${shape}">`
    : html`<bdi class="ink" style="${type17}">${name}</bdi>`;
  return url ? html`<a class="ink" href="${safeUrl(url)}" style="${colourInk};text-decoration:none">${mark}</a>` : mark;
}

function footer({ business, why, footerLinks = [] }: MailLetter): SafeHtml {
  const who = business.address ? html`${business.name}<br>${lines(business.address)}` : business.name;
  const links = footerLinks.map(({ label, url }) =>
    html` <a class="quiet" href="${safeUrl(url)}" style="${colourQuiet};margin-inline-end:8px">${label}</a>`);
  return html`<div class="line" style="border-top:${line};padding-top:20px">
<p class="quiet" style="${type13}"><bdi>${who}</bdi></p>
<p class="quiet" style="${type13};padding-top:10px">${why}${links}</p>
</div>`;
}

function isRightToLeft(lang: string): boolean {
  return /^(?:ar|ckb|dv|fa|he|iw|ku-arab|ps|sd|ug|ur|yi)\b/i.test(lang);
}
