import { readConfig, machineEnvironment } from '../src/config.ts';
import { allBusinesses } from '../src/business/public.ts';
import { addClientWithContact } from '../src/clients/public.ts';
import { systemScope } from '../src/domain/scope.ts';
import { draftInvoice } from '../src/invoices/draft-invoice.ts';
import { invoicesPage } from '../src/invoices/invoice-store.ts';
import { issueInvoice } from '../src/invoices/issue-invoice.ts';
import { openDeps } from '../src/open-deps.ts';

/** A process that issues a hundred invoices at once and says each number as soon as it is acknowledged; made to be killed. */
const wanted = 100;
const deps = openDeps(readConfig(machineEnvironment()));
const [business] = await deps.store.read(allBusinesses);
if (!business) throw new Error('seed a business first');
const scope = systemScope(business.id);
const drafts = async (): Promise<string[]> => (await deps.store.read((db) => invoicesPage(db, scope, { state: 'draft', clientId: undefined, search: undefined, today: '', after: undefined, limit: 500 }))).map(({ invoice }) => invoice.id);

if (process.argv.includes('--draft')) {
  await deps.store.write(async (tx) => {
    const { clientId } = await addClientWithContact(deps, tx, scope, { name: 'A Hundred Invoices', email: 'hundred@mail.example' }, 'staff');
    for (let count = 0; count < wanted; count += 1) await draftInvoice(deps, tx, scope, { clientId, lines: [{ description: `Visit ${count}`, quantityMilli: 1000, unitPriceMinor: 1000 + count, discount: null, taxIncluded: false, taxIds: [] }] });
  });
} else {
  await Promise.all((await drafts()).map(async (id) => {
    const { number } = await deps.store.write((tx) => issueInvoice(deps, tx, scope, id));
    process.stdout.write(`${number}\n`);
  }));
}
await deps.store.close();
