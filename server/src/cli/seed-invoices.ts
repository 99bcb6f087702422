import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import type { ServiceRow } from '../bookings/service-store.ts';
import type { BusinessRow } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { DAY } from '../domain/civil-time.ts';
import { todayIn } from '../domain/civil-dates.ts';
import type { Scope } from '../domain/scope.ts';
import { changeBilling } from '../invoices/billing.ts';
import { addTax, changeSettings } from '../invoices/change-settings.ts';
import { creditInvoice } from '../invoices/credit-invoice.ts';
import { draftInvoice } from '../invoices/draft-invoice.ts';
import { issueInvoice } from '../invoices/issue-invoice.ts';
import { setAccount } from '../invoices/online/payment-accounts.ts';
import { recordPayment } from '../invoices/record-payment.ts';
import type { WriteDb } from '../storage/store.ts';
import type { DemoBusiness } from './demo-businesses.ts';
import { seedPackages } from './seed-packages.ts';

/** One invoice of the past. */
interface Story {
  readonly daysAgo: number;
  /** Which services, by their place in the list. */
  readonly services: readonly number[];
  /** What came in and how many days after; the whole when no part is named. */
  readonly paid?: { readonly after: number; readonly partPercent?: number; readonly method: 'bank_transfer' | 'cash' | 'card_terminal' };
  /** So many days after it the first line was taken back. */
  readonly creditedAfter?: number;
  readonly takesParts?: boolean;
  readonly poNumber?: string;
}

/** Whoever tries the demo signs in as the first client: one of each kind. */
const firstClient: readonly Story[] = [
  { daysAgo: 92, services: [0], paid: { after: 3, method: 'bank_transfer' } },
  { daysAgo: 64, services: [1, 1], paid: { after: 0, method: 'card_terminal' }, creditedAfter: 6 },
  { daysAgo: 33, services: [1] },
  { daysAgo: 11, services: [2, 1], takesParts: true, paid: { after: 4, partPercent: 40, method: 'bank_transfer' } },
  { daysAgo: 2, services: [1] },
];

/** The others, by turns. */
const others: readonly (readonly Story[])[] = [
  [{ daysAgo: 48, services: [0], paid: { after: 9, method: 'bank_transfer' } }, { daysAgo: 6, services: [1] }],
  [{ daysAgo: 41, services: [1, 1], poNumber: 'PO-7741' }, { daysAgo: 20, services: [1], paid: { after: 2, method: 'cash' } }],
  [{ daysAgo: 27, services: [2], paid: { after: 14, partPercent: 50, method: 'bank_transfer' } }],
  [{ daysAgo: 75, services: [0], paid: { after: 12, method: 'bank_transfer' } }, { daysAgo: 38, services: [1], paid: { after: 1, method: 'card_terminal' } }, { daysAgo: 9, services: [1], paid: { after: 1, method: 'card_terminal' } }],
  [{ daysAgo: 13, services: [2, 1], takesParts: true }],
];

interface Told {
  readonly clientId: string;
  readonly story: Story;
}

/** Taxes, settings and a plausible history: written by the same verbs as ever, with their clock turned back. */
export async function seedInvoices(deps: Deps, tx: WriteDb, scope: Scope, business: BusinessRow, { demo, services, clientIds }: { readonly demo: DemoBusiness; readonly services: readonly ServiceRow[]; readonly clientIds: readonly string[] }): Promise<void> {
  const { tax, settings, firstBilling } = demo.invoicing;
  await changeSettings(deps, tx, scope, settings);
  const { id: taxId } = await addTax(deps, tx, scope, tax);
  await addTax(deps, tx, scope, { name: 'Exempt', ratePpm: 0, category: 'exempt', isDefault: false });
  const [first] = clientIds;
  if (first) await changeBilling(deps, tx, scope, first, firstBilling);
  // Sold before all the rest: numbers go up with the days.
  if (first) await seedPackages(deps, tx, scope, business, { packages: demo.packages, services, clientId: first, taxId });
  const told: Told[] = clientIds.flatMap((clientId, index) => (index === 0 ? firstClient : others[index % others.length] ?? []).map((story) => ({ clientId, story: index === 0 ? story : { ...story, daysAgo: story.daysAgo + (index % 4) } })));
  // Numbers go up with the days.
  for (const one of told.sort((one, other) => other.story.daysAgo - one.story.daysAgo)) await tell(deps, tx, scope, business, { ...one, services, taxId });
}

/** The card network of the demo; not part of the seeding's transaction, since a key is tried first. */
export async function switchOnTestCards(deps: Deps, scope: Scope): Promise<void> {
  if (deps.config.demo) await setAccount(deps, scope, 'test', { secretKey: 'the demo needs no key', webhookSecret: Buffer.from(deps.randomBytes(24)).toString('base64url'), enabled: true });
}

const backThen = (deps: Deps, daysAgo: number): Deps => ({ ...deps, now: () => deps.now() - daysAgo * DAY });

async function tell(deps: Deps, tx: WriteDb, scope: Scope, business: BusinessRow, { clientId, story, services, taxId }: Told & { readonly services: readonly ServiceRow[]; readonly taxId: string }): Promise<void> {
  const { daysAgo, paid } = story;
  const then = backThen(deps, daysAgo);
  const chosen = story.services.map((index) => services[index % services.length]).filter((service) => service !== undefined);
  const counts = Map.groupBy(chosen, ({ id }) => id);
  const lines = [...counts.values()].flatMap(([service, ...same]) => (service ? [{ description: service.name, quantityMilli: (same.length + 1) * 1000, unitPriceMinor: service.priceMinor, discount: null, taxIncluded: true, taxIds: [taxId] }] : []));
  const total = lines.reduce((sum, { quantityMilli, unitPriceMinor }) => sum + (quantityMilli / 1000) * unitPriceMinor, 0);
  const { id } = await draftInvoice(then, tx, scope, { clientId, lines, ...(story.takesParts && { minimumPaymentMinor: roundly(total / 4) }), ...(story.poNumber && { poNumber: story.poNumber }) });
  const invoice = await issueInvoice(then, tx, scope, id);
  if (paid && paid.after <= daysAgo) await pay(backThen(deps, daysAgo - paid.after), tx, scope, business, { invoice, amountMinor: paid.partPercent ? roundly((invoice.totalMinor * paid.partPercent) / 100) : invoice.totalMinor, method: paid.method });
  const [line] = lines;
  if (story.creditedAfter !== undefined && line) {
    await creditInvoice(backThen(deps, daysAgo - story.creditedAfter), tx, scope, id, { reason: 'One visit was not needed.', lines: [{ ...line, quantityMilli: 1000 }] });
  }
}

/** Nobody agrees on cents. */
const roundly = (minor: number): number => Math.round(minor / 1000) * 1000;

async function pay(deps: Deps, tx: WriteDb, scope: Scope, business: BusinessRow, { invoice, amountMinor, method }: { readonly invoice: Invoice; readonly amountMinor: number; readonly method: NonNullable<Story['paid']>['method'] }): Promise<void> {
  await recordPayment(deps, tx, scope, {
    clientId: invoice.clientId, amountMinor, method, receivedOn: todayIn(business.timeZone, deps.now()), reference: method === 'bank_transfer' ? invoice.number ?? '' : '',
    allocations: [{ invoiceId: invoice.id, amountMinor }],
  });
}
