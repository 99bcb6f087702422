import type { Invoice, InvoiceLineInput } from '@portico/contract/invoices/invoice.ts';
import type { TaxRate } from '@portico/contract/invoices/settings.ts';
import { addClientWithContact } from '../../clients/public.ts';
import { signIn, type SignedInPage } from '../../test-support/page-client.ts';
import { staffCaller, testBusiness, type BusinessOptions, type Caller, type TestBusiness } from '../../test-support/people.ts';
import type { TestWorld } from '../../test-support/test-world.ts';

/** A business that invoices: its owner at the console, one client, one tax of 15 %. */
export interface InvoiceOffice {
  readonly at: TestBusiness;
  readonly owner: Caller;
  readonly clientId: string;
  readonly email: string;
  readonly vat: TaxRate;
  draft(lines: readonly Partial<InvoiceLineInput>[], more?: Record<string, unknown>): Promise<Invoice>;
  issued(lines: readonly Partial<InvoiceLineInput>[], more?: Record<string, unknown>): Promise<Invoice>;
  pay(amountMinor: number, more?: Record<string, unknown>): Promise<Response>;
  read(id: string): Promise<Invoice>;
  /** Signs the client in on the business's page. */
  client(): Promise<SignedInPage>;
}

export async function invoiceOffice(world: TestWorld, options: BusinessOptions = {}): Promise<InvoiceOffice> {
  const at = await testBusiness(world, options);
  const owner = await staffCaller(world, at, 'owner');
  const email = `payer@${new URL(at.origin).hostname}`;
  const { clientId } = await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, at.scope, { name: 'Quintessa Ltd', email }, 'staff'));
  const vat = await (await owner('POST', '/v1/console/taxes', { name: 'VAT', ratePpm: 150_000, isDefault: true })).json() as TaxRate;
  const draft: InvoiceOffice['draft'] = async (lines, more) => {
    const answer = await owner('POST', '/v1/console/invoices', { clientId, lines: lines.map((line) => ({ description: 'Visit', unitPriceMinor: 10_000, taxIds: [vat.id], ...line })), ...more });
    if (answer.status !== 201) throw new Error(`no draft: ${await answer.text()}`);
    return await answer.json() as Invoice;
  };
  return {
    at, owner, clientId, email, vat, draft,
    async issued(lines, more) {
      const { id } = await draft(lines, more);
      const answer = await owner('POST', `/v1/console/invoices/${id}/issue`, {});
      if (answer.status !== 200) throw new Error(`not issued: ${await answer.text()}`);
      return await answer.json() as Invoice;
    },
    pay: (amountMinor, more) => owner('POST', '/v1/console/payments', { clientId, amountMinor, method: 'bank_transfer', receivedOn: '2026-11-23', ...more }),
    read: async (id) => await (await owner('GET', `/v1/console/invoices/${id}`)).json() as Invoice,
    client: () => signIn(world, at, email),
  };
}

/** The sum of all entries, by currency: zero, always. And every transaction's own. */
export async function unbalanced(world: TestWorld): Promise<unknown[]> {
  const { default: Sqlite } = await import('better-sqlite3');
  const db = new Sqlite(world.config.databasePath, { readonly: true });
  try {
    return db.prepare(`SELECT business_id, transaction_id, currency, sum(amount_minor) AS off FROM ledger_entries GROUP BY business_id, transaction_id, currency HAVING off <> 0
      UNION ALL SELECT e.business_id, e.transaction_id, '', 0 FROM ledger_entries e LEFT JOIN ledger_transactions t ON t.business_id = e.business_id AND t.id = e.transaction_id WHERE t.id IS NULL`).all();
  } finally {
    db.close();
  }
}
