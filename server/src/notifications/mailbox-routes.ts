import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { html, render, type SafeHtml } from '../domain/html.ts';
import { momentIn } from '../domain/moments.ts';
import type { AppEnv } from '../http/env.ts';
import { readDemoMail, readDemoMails, type DemoMail } from './read-demo-mails.ts';

const style = `:root{color-scheme:light dark}body{font:16px/1.5 ui-sans-serif,system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:2rem 1.25rem 5rem}
h1{font-size:1.375rem;margin:0}ol{list-style:none;padding:0;margin:1.5rem 0}li{border-top:1px solid color-mix(in oklab,currentColor 16%,transparent)}li a{display:block;padding:.75rem 0;color:inherit;text-decoration:none}
li a:hover b{text-decoration:underline}b{font-weight:600}small{display:block;font-size:.8125rem;color:color-mix(in oklab,currentColor 75%,transparent)}iframe{width:100%;height:70vh;border:1px solid color-mix(in oklab,currentColor 16%,transparent);background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere}a:focus-visible,iframe:focus-visible{outline:2px solid;outline-offset:2px}`;

const page = (title: string, body: SafeHtml): string => render(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="stylesheet" href="/mailbox/mailbox.css"></head><body><main>${body}</main></body></html>`);

const policy = "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";
const letterPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

/** The demo's mailbox: every mail that a mail server would have delivered. It does not exist outside the demo. */
export function mailboxPages(app: OpenAPIHono<AppEnv>, deps: Deps): void {
  if (!deps.config.demo) return;
  app.get('/mailbox/mailbox.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/mailbox', async (c) => {
    const mails = await readDemoMails(deps);
    const list = mails.length === 0 ? html`<p>No mail yet. Book something on the demo site, then look here again.</p>` : html`<ol>${mails.map(row)}</ol>`;
    return c.html(page('Demo mailbox', html`<h1>Demo mailbox</h1><p>Every mail of the demo, newest first. With a mail server configured, these would be in people's inboxes.</p>${list}`), 200, { 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' });
  });
  app.get('/mailbox/:id', async (c) => {
    const mail = await readDemoMail(deps, c.req.param('id'));
    if (!mail) return c.notFound();
    const calendar = mail.calendar === null ? '' : html`<h2>invite.ics</h2><pre>${mail.calendar}</pre>`;
    return c.html(page(mail.subject, html`<p><a href="/mailbox">All mail</a></p><h1>${mail.subject}</h1><p><small>${about(mail)}</small></p><iframe title="The mail" src="/mailbox/${mail.id}/letter"></iframe>${calendar}`), 200, { 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' });
  });
  app.get('/mailbox/:id/letter', async (c) => {
    const mail = await readDemoMail(deps, c.req.param('id'));
    if (!mail) return c.notFound();
    const inTop = mail.html.replace('<head>', '<head><base target="_top">');
    return c.html(inTop, 200, { 'Content-Security-Policy': letterPolicy, 'X-Frame-Options': 'SAMEORIGIN', 'Cache-Control': 'no-store' });
  });
}

const row = (mail: DemoMail): SafeHtml => html`<li><a href="/mailbox/${mail.id}"><b>${mail.subject}</b><small>${about(mail)}</small></a></li>`;

function about(mail: DemoMail): string {
  const { date, time } = momentIn({ instant: mail.createdAt, timeZone: 'UTC', locale: 'en' });
  return `To ${mail.toName ? `${mail.toName}, ` : ''}${mail.toAddress} · ${date}, ${time} UTC`;
}
