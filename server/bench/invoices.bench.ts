import Sqlite from 'better-sqlite3';
import { chromium } from 'playwright-core';
import { systemScope } from '../src/domain/scope.ts';
import { facturXOf } from '../src/invoices/einvoice/factur-x.ts';
import { findInvoice, type InvoiceRow } from '../src/invoices/invoice-store.ts';
import { invoicePaper } from '../src/invoices/paper/invoice-paper.ts';
import { readStatement } from '../src/invoices/statement/read-statement.ts';
import { invoiceOffice, type InvoiceOffice } from '../src/invoices/test-support/invoice-office.ts';
import { testWorld, type TestWorld } from '../src/test-support/test-world.ts';
import { summed, type BenchRow } from './bench-row.ts';
import { invoiceHtml } from './invoice-page.ts';

const rounds = 7;
const many = 1000;

/** An invoice's PDF beside a browser's, a list of twenty and a statement over a thousand beside the bare query. */
export async function bench(): Promise<readonly BenchRow[]> {
  const world = await testWorld();
  try {
    const office = await invoiceOffice(world);
    const papers = await paper(await twelveLines(world, office));
    for (let count = 1; count < many; count += 1) {
      await office.issued([{ unitPriceMinor: 10_000 + count }]);
      await office.pay(5000);
    }
    return [...papers, await list(world, office), await statement(world, office)];
  } finally {
    await world.close();
  }
}

async function twelveLines(world: TestWorld, office: InvoiceOffice): Promise<InvoiceRow> {
  await office.owner('PATCH', '/v1/console/invoice-settings', { country: 'ZA', taxNumber: '4123456789', legalAddress: '1 River Road\nStellenbosch', bankDetails: 'IBAN 0000' });
  await office.owner('PATCH', `/v1/console/clients/${office.clientId}/billing`, { country: 'ZA', address: '12 Mill Lane' });
  const { id } = await office.issued(Array.from({ length: 12 }, (_, index) => ({ description: `Visit ${index + 1}: treatment and exercises`, unitPriceMinor: 65_000 + index })));
  const row = await world.deps.store.read((db) => findInvoice(db, systemScope(office.at.business.id), id));
  if (!row) throw new Error('no invoice');
  return row;
}

/** Twelve lines, embedded fonts, and ours with the e-invoice inside. */
async function paper(row: InvoiceRow): Promise<BenchRow[]> {
  const browser = await chromium.launch({ executablePath: process.env['CHROME'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
  try {
    const page = await browser.newPage();
    const html = invoiceHtml(row);
    const sizes = { ours: 0, theirs: 0 };
    const ours = async (): Promise<void> => { sizes.ours = (await invoicePaper(row, { creditOf: null, attachment: facturXOf(row, null) })).length; };
    const theirs = async (): Promise<void> => {
      await page.setContent(html, { waitUntil: 'load' });
      sizes.theirs = (await page.pdf({ format: 'A4' })).length;
    };
    const { times, ...ratios } = await inTurns(ours, theirs, 8);
    const [best = 0] = times.toSorted((a, b) => a - b);
    return [
      { name: 'invoice PDF: time, against a reused Chromium page', ...ratios, goal: { number: 7, atMost: 0.5 }, note: `${(1000 / best).toFixed(0)} a second; ${kilobytes(sizes.ours)} with the e-invoice against ${kilobytes(sizes.theirs)}` },
      { name: 'invoice PDF: best round, against 20 ms', ...summed(times.map((ms) => ms / 20)), goal: { number: 7, atMost: 1 }, note: `${best.toFixed(1)} ms` },
    ];
  } finally {
    await browser.close();
  }
}

/** The console's list: session, access and schema, against the bare query and JSON. */
async function list(world: TestWorld, office: InvoiceOffice): Promise<BenchRow> {
  const db = new Sqlite(world.config.databasePath, { readonly: true });
  const query = db.prepare(`SELECT i.*, (SELECT coalesce(sum(e.amount_minor), 0) FROM ledger_entries e WHERE e.business_id = i.business_id AND e.invoice_id = i.id AND e.account = 'receivable') AS due
    FROM invoices i WHERE i.business_id = ? ORDER BY i.id DESC LIMIT 20`);
  const ours = async (): Promise<void> => {
    const answer = await (await office.owner('GET', '/v1/console/invoices?limit=20')).json() as { items: unknown[] };
    if (answer.items.length !== 20) throw new Error('not twenty');
  };
  const bare = async (): Promise<void> => { await new Response(JSON.stringify(query.all(office.at.business.id))).json(); };
  const { times, ...ratios } = await inTurns(ours, bare, 30);
  db.close();
  return { name: 'list of 20 invoices of 1,000: time, against the bare query', ...ratios, note: `${median(times).toFixed(2)} ms` };
}

/** A statement over 1,000 invoices and as many payments, against the sums alone. */
async function statement(world: TestWorld, office: InvoiceOffice): Promise<BenchRow> {
  const db = new Sqlite(world.config.databasePath, { readonly: true });
  const query = db.prepare(`SELECT t.kind, t.booked_on, t.dedupe_key, sum(e.amount_minor) AS amount FROM ledger_entries e JOIN ledger_transactions t ON t.business_id = e.business_id AND t.id = e.transaction_id
    WHERE e.business_id = ? AND e.client_id = ? AND e.account IN ('receivable', 'client_credit') GROUP BY t.id ORDER BY t.booked_on, t.at`);
  const ours = async (): Promise<void> => {
    const { accounts: [account] } = await readStatement(world.deps, office.at.scope, office.clientId, { from: '2026-11-01', until: '2026-11-30' });
    if ((account?.lines.length ?? 0) < many) throw new Error('not all lines');
  };
  const bare = async (): Promise<void> => { JSON.stringify(query.all(office.at.business.id, office.clientId)); };
  const { times, ...ratios } = await inTurns(ours, bare, 3);
  db.close();
  return { name: 'statement over 1,000 invoices: time, against the bare sums', ...ratios, note: `${median(times).toFixed(1)} ms` };
}

/** Turn and turn about; `times` are ours, in ms, one for each round. */
async function inTurns(ours: () => Promise<void>, bare: () => Promise<void>, runs: number): Promise<Pick<BenchRow, 'ratio' | 'spread'> & { times: number[] }> {
  const [ratios, times]: [number[], number[]] = [[], []];
  for (let round = -2; round < rounds; round += 1) {
    const [a, b] = [await timeOf(ours, runs), await timeOf(bare, runs)];
    // The first rounds only warm the machine up.
    if (round < 0) continue;
    ratios.push(a / b);
    times.push(a);
  }
  return { ...summed(ratios), times };
}

async function timeOf(work: () => Promise<void>, runs: number): Promise<number> {
  const started = performance.now();
  for (let run = 0; run < runs; run += 1) await work();
  return (performance.now() - started) / runs;
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
