import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Deps } from '../../deps.ts';
import { DomainError } from '../../domain/errors.ts';
import { html, render, safeUrl, type SafeHtml } from '../../domain/html.ts';
import { formatMoneyExact } from '../../domain/money.ts';
import type { AppEnv } from '../../http/env.ts';
import { payWithCard, readTestCheckout } from './pay-with-card.ts';
import { testCards } from './test-cards.ts';

const style = `:root{color-scheme:light dark}*{box-sizing:border-box}body{font:16px/1.5 ui-sans-serif,system-ui,sans-serif;max-width:26rem;margin:0 auto;padding:3rem 1.25rem}
h1{font-size:2rem;font-weight:400;margin:.25rem 0 0;font-variant-numeric:tabular-nums}p{margin:.25rem 0;color:color-mix(in oklab,currentColor 75%,transparent)}form{margin:2rem 0}label{display:block;font-weight:600;margin-bottom:.375rem}
input,button{font:inherit;width:100%;min-height:2.75rem;border-radius:8px;padding:.5rem .75rem}input{border:1px solid color-mix(in oklab,currentColor 55%,transparent);background:transparent;color:inherit;font-variant-numeric:tabular-nums}
button{margin-top:1rem;border:0;background:#1f5c57;color:#fff;font-weight:600;cursor:pointer}.alert{color:#b3261e;font-weight:600}ul{list-style:none;padding:0;font-size:.875rem}li{border-top:1px solid color-mix(in oklab,currentColor 16%,transparent);padding:.5rem 0}
code{display:block;font:inherit;font-variant-numeric:tabular-nums;font-weight:600}:focus-visible{outline:2px solid #1f5c57;outline-offset:2px}@media(prefers-color-scheme:dark){.alert{color:#ff8a80}button{background:#7ac7bf;color:#06201e}}`;

// The form answers with a redirect to the business's page: `form-action` must let it through.
const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Where a client of the demo types a test card: the stand-in for a provider's own page. It does not exist outside the demo. */
export function testPayPages(app: OpenAPIHono<AppEnv>, deps: Deps): void {
  if (!deps.config.demo) return;
  app.get('/test-pay/pay.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/test-pay/:business/:ref', async (c) => show(c, deps, {}));
  app.post('/test-pay/:business/:ref', async (c) => {
    const form = await c.req.formData();
    const card = String(form.get('card') ?? '').slice(0, 40);
    const { business, ref } = c.req.param();
    try {
      const answer = await payWithCard(deps, business, ref, card, form.get('approved') === 'yes');
      if (answer.kind === 'done') return c.redirect(answer.returnUrl, 303);
      return show(c, deps, answer.kind === 'ask' ? { asksFor: card } : { alert: 'This card was declined. Nothing was charged.' });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'invalid_input') return show(c, deps, { alert: error.message });
      throw error;
    }
  });
}

async function show(c: Context<AppEnv>, deps: Deps, { alert, asksFor }: { readonly alert?: string; readonly asksFor?: string }): Promise<Response> {
  const { business = '', ref = '' } = c.req.param();
  const row = await readTestCheckout(deps, business, ref);
  if (row.state !== 'open' || row.expiresAt <= deps.now()) return c.redirect(row.returnUrl, 303);
  const amount = formatMoneyExact(row.amountMinor, row.currency, 'en');
  const body = asksFor === undefined ? cardForm(amount, alert) : html`<form method="post"><input type="hidden" name="card" value="${asksFor}"><input type="hidden" name="approved" value="yes"><p>Your bank wants to know: was it you?</p><button>Yes, approve ${amount}</button></form>`;
  return c.html(page(html`<p>Test card network · ${row.description}</p><h1>${amount}</h1>${row.saves ? html`<p>This card is kept for the payments that you have agreed to.</p>` : ''}${body}<p><a href="${safeUrl(row.returnUrl)}">Back without paying</a></p>`), 200, { 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
}

const cardForm = (amount: string, alert: string | undefined): SafeHtml => html`<form method="post">${alert ? html`<p class="alert" role="alert">${alert}</p>` : ''}
<label for="card">Card number</label><input id="card" name="card" inputmode="numeric" autocomplete="off" value="4242 4242 4242 4242" required maxlength="30"><button>Pay ${amount}</button></form>
<ul>${testCards.map(({ number, says }) => html`<li><code>${number}</code>${says}</li>`)}</ul>`;

const page = (body: SafeHtml): string => render(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Pay</title><link rel="stylesheet" href="/test-pay/pay.css"></head><body><main>${body}</main></body></html>`);
