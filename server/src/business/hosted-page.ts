import { hexColour, inkOn } from '../domain/contrast.ts';
import { html, render, safeUrl, type SafeHtml } from '../domain/html.ts';
import type { BusinessRow } from './business-store.ts';
import { hostedWords } from './hosted-words.ts';

/** The business's own page at ours: its name, its times, its door, how to reach it. */
export function hostedPage(business: BusinessRow): string {
  const words = hostedWords(business.lang);
  const reach = reachUs(business);
  return render(html`<!doctype html>
<html lang="${business.lang}" dir="${directionOf(business.lang)}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${business.name}</title>
<meta name="theme-color" content="${business.accent}">
<link rel="icon" href="/p/${business.key}/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/p/hosted.css"><link rel="stylesheet" href="/p/${business.key}/accent.css">
<script async src="/v1/portal.js" data-business="${business.key}"></script><script defer src="/p/hosted.js"></script>
</head>
<body>
<header>${business.logoUrl ? html`<img src="${safeUrl(business.logoUrl)}" alt="" referrerpolicy="no-referrer">` : ''}<h1>${business.name}</h1></header>
<main>
<section>
<noscript><p lang="${words.lang}">${words.withoutScript}</p>${reach}</noscript>
<portal-bookings><div class="direct"><p lang="${words.lang}">${words.failed}</p>${reach}</div></portal-bookings>
</section>
<section class="invoices"><portal-invoices></portal-invoices></section>
<section class="documents"><portal-documents></portal-documents></section>
<aside class="account" aria-label="${words.account}"><portal-login></portal-login></aside>
</main>
<footer>${business.address ? html`<address>${business.address}</address>` : ''}${reach}</footer>
</body>
</html>`);
}

function reachUs({ phone, email }: BusinessRow): SafeHtml {
  const call = phone ? html`<a href="tel:${phone.replaceAll(/[^+\d]/g, '')}"><bdi dir="ltr">${phone}</bdi></a>` : '';
  return html`<p class="reach">${call}<a href="mailto:${email}"><bdi dir="ltr">${email}</bdi></a></p>`;
}

/** The tab shows the business, not us: its first letter on its accent. */
export function initialIcon({ name, accent }: Pick<BusinessRow, 'name' | 'accent'>): string {
  const ground = hexColour(accent) ?? '#1f5c57';
  const [initial = ''] = [...new Intl.Segmenter().segment(name.trim())].map(({ segment }) => segment.toLocaleUpperCase());
  return render(html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${ground}"/><text x="16" y="22.5" text-anchor="middle" font-family="ui-sans-serif, system-ui, sans-serif" font-size="18" font-weight="600" fill="${inkOn(ground)}">${initial}</text></svg>`);
}

/** Nobody by this name: said to a person, who may have mistyped it. */
export const unknownPage = (): string => render(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>There is nothing here</title><link rel="stylesheet" href="/p/hosted.css"></head>
<body><header><h1>There is nothing here</h1></header><main><p>No business has this address. It may have been mistyped: please check the link you were given.</p></main></body></html>`);

const directionOf = (lang: string): string => (new Intl.Locale(lang) as Intl.Locale & { getTextInfo(): { readonly direction?: string } }).getTextInfo().direction ?? 'ltr';
