import type { PaymentAttempt, StartPaymentInput } from '@portico/contract/invoices/checkout.ts';
import { requireRegistered } from '../../business/public.ts';
import { findContact } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { MINUTE } from '../../domain/civil-time.ts';
import { conflict, DomainError, invalidField, notFound } from '../../domain/errors.ts';
import { requireClient, type Scope } from '../../domain/scope.ts';
import { ProviderError, type Checkout } from '../../effects/payments/payment-provider.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { WriteDb } from '../../storage/store.ts';
import { consentAsShown } from '../autopay/agree.ts';
import { customerAt } from '../autopay/save-method.ts';
import { spreadOver } from '../invoice-rules.ts';
import { findIssuedOf } from '../invoice-store.ts';
import { balanceOf } from '../ledger-store.ts';
import { accountAt, activeAccount, openAccount } from './provider-account.ts';
import { findAttempt, findAttemptByRequest, insertAttempt, pendingAttempts, updateAttempt, type AttemptRow } from './attempt-store.ts';
import { toAttempt } from './attempt-view.ts';

const openForMs = 60 * MINUTE;
const firstLookMs = 2 * MINUTE;

/**
 * A client wants to pay. The attempt and its key are written before the provider is asked, so a lost answer, a crash
 * or a second click finds the same checkout again; a second tab for the same invoices gets it, too.
 */
export async function startPayment(deps: Deps, scope: Scope, input: StartPaymentInput, requestKey: string): Promise<PaymentAttempt> {
  return startPaymentOf(deps, scope, requireClient(scope).clientId, input, requestKey);
}

/** The same for a client that is known by something else, such as the link to a booking. */
export async function startPaymentOf(deps: Deps, scope: Scope, clientId: string, input: StartPaymentInput, requestKey: string): Promise<PaymentAttempt> {
  await requireRegistered(deps, scope.businessId, new URL(input.returnUrl).origin);
  const attempt = await deps.store.write(async (tx) => {
    const known = await findAttemptByRequest(tx, scope, clientId, requestKey);
    if (known) return known;
    const wish = await wishOf(tx, scope, clientId, input);
    const consent = input.autopay ? await consentAsShown(tx, scope, input.autopay.subscriptionId, input.autopay) : null;
    return await sameInAnotherTab(deps, tx, scope, clientId, wish, consent) ?? addAttempt(deps, tx, scope, clientId, { ...wish, consent, returnUrl: input.returnUrl, requestKey });
  });
  const prepared = attempt.state === 'preparing' ? await prepareCheckout(deps, attempt, await emailOf(deps, scope)) : attempt;
  return toAttempt(prepared);
}

interface Wish {
  readonly amountMinor: number;
  readonly owed: readonly Owed[];
  readonly currency: string;
  readonly lang: string;
}

/** What is to be paid: our amount, never the page's. */
async function wishOf(tx: WriteDb, scope: Scope, clientId: string, input: StartPaymentInput): Promise<Wish> {
  const owed = await owedOn(tx, scope, clientId, input.invoiceIds);
  const [first] = owed;
  if (!first) throw notFound();
  if (owed.some(({ currency }) => currency !== first.currency)) throw invalidField('invoiceIds', 'Pay invoices in different currencies one by one.');
  const dueMinor = owed.reduce((sum, one) => sum + one.dueMinor, 0);
  const amountMinor = input.amountMinor ?? dueMinor;
  requirePayableAmount(amountMinor, dueMinor, owed);
  return { amountMinor, owed, currency: first.currency, lang: first.lang };
}

async function sameInAnotherTab(deps: Deps, tx: WriteDb, scope: Scope, clientId: string, { amountMinor, owed }: Wish, consent: AttemptRow['consent']): Promise<AttemptRow | undefined> {
  const wanted = owed.map(({ invoiceId }) => invoiceId).sort().join();
  const pending = await pendingAttempts(tx, scope, clientId);
  const isWanted = ({ allocations }: AttemptRow): boolean => allocations.some(({ invoiceId }) => owed.some((one) => one.invoiceId === invoiceId));
  if (pending.some((attempt) => attempt.methodId !== null && isWanted(attempt))) throw conflict('This is being paid automatically just now; look again in a moment.', 'paying_already');
  const same = pending.filter((attempt) => attempt.allocations.map(({ invoiceId }) => invoiceId).sort().join() === wanted && attempt.amountMinor === amountMinor && attempt.expiresAt > deps.now() + MINUTE);
  const found = same.find((attempt) => attempt.consent?.wording === consent?.wording);
  // Agreed to something else meanwhile: the page that was left behind must not be paid at, too.
  for (const { id } of found ? [] : same) await enqueue(deps, tx, { businessId: scope.businessId, kind: 'payment.expire', payload: { attemptId: id }, dedupeKey: `expire:${id}` });
  return found;
}

async function addAttempt(deps: Deps, tx: WriteDb, scope: Scope, clientId: string, { amountMinor, owed, currency, lang, consent, returnUrl, requestKey }: Wish & Pick<AttemptRow, 'consent' | 'returnUrl' | 'requestKey'>): Promise<AttemptRow> {
  const account = await activeAccount(tx, scope.businessId);
  if (!account) throw new DomainError('not_payable', 'Paying by card is not set up here yet. Please pay by transfer.');
  const id = deps.newId();
  const row: AttemptRow = {
    businessId: scope.businessId, clientId, id, provider: account.provider, accountId: account.accountId, state: 'preparing', amountMinor, currency,
    allocations: spreadOver(amountMinor, owed).parts.map(({ invoice, amountMinor: part }) => ({ invoiceId: invoice.invoiceId, number: invoice.number, amountMinor: part })),
    returnUrl: returnUrl.replace('{attempt}', id), lang, requestKey, checkoutRef: null, url: null, paymentId: null, failure: null, methodId: null, consent, expiresAt: deps.now() + openForMs, createdAt: deps.now(),
  };
  await insertAttempt(tx, row);
  await enqueue(deps, tx, { businessId: scope.businessId, kind: 'payment.reconcile', payload: { attemptId: row.id }, runAt: deps.now() + firstLookMs, about: `attempt:${row.id}` });
  return row;
}

interface Owed {
  readonly invoiceId: string;
  readonly number: string;
  readonly currency: string;
  readonly lang: string;
  readonly dueMinor: number;
  readonly minimumMinor: number | null;
}

async function owedOn(tx: WriteDb, scope: Scope, clientId: string, invoiceIds: readonly string[]): Promise<Owed[]> {
  const owed: Owed[] = [];
  for (const id of new Set(invoiceIds)) {
    const invoice = await findIssuedOf(tx, scope, clientId, id);
    if (!invoice) throw notFound();
    const { dueMinor } = await balanceOf(tx, scope, id);
    if (invoice.kind !== 'invoice' || invoice.stage !== 'issued' || dueMinor <= 0) throw new DomainError('not_payable', `Nothing is owed on ${invoice.number} any more.`);
    owed.push({ invoiceId: id, number: invoice.number ?? '', currency: invoice.currency, lang: invoice.lang, dueMinor, minimumMinor: invoice.minimumPaymentMinor });
  }
  return owed;
}

function requirePayableAmount(amountMinor: number, dueMinor: number, owed: readonly Owed[]): void {
  if (amountMinor > dueMinor) throw invalidField('amountMinor', 'This is more than is owed.');
  // With several invoices a part could leave one of them below its least payment.
  const least = owed.length === 1 ? Math.min(owed[0]?.minimumMinor ?? 1, dueMinor) : dueMinor;
  if (amountMinor < least) throw invalidField('amountMinor', owed.length === 1 ? 'This is less than the least that can be paid at once.' : 'Pay several invoices in full, or one in part.');
}

async function emailOf(deps: Deps, scope: Scope): Promise<string | null> {
  return scope.contactId === undefined ? null : (await deps.store.read((db) => findContact(db, scope, scope.contactId ?? '')))?.email ?? null;
}

/** Asks the provider for the attempt's checkout; asking twice gives the same one. */
export async function prepareCheckout(deps: Deps, attempt: AttemptRow, email: string | null): Promise<AttemptRow> {
  const account = await deps.store.read((db) => accountAt(db, attempt.businessId, attempt.provider));
  if (!account) throw notFound();
  const checkout = await askProvider(deps, attempt, email, account);
  return deps.store.write(async (tx) => {
    const now = await findAttempt(tx, attempt.businessId, attempt.id);
    if (!now || now.state !== 'preparing') return now ?? attempt;
    const change = { state: 'open' as const, checkoutRef: checkout.ref, url: checkout.url };
    await updateAttempt(tx, attempt, change);
    return { ...now, ...change };
  });
}

async function askProvider(deps: Deps, attempt: AttemptRow, email: string | null, account: Parameters<typeof openAccount>[1]): Promise<Checkout> {
  const save = attempt.consent && { customerRef: await deps.store.read((db) => customerAt(db, attempt)) };
  try {
    return await deps.payments[attempt.provider].createCheckout(openAccount(deps, account), {
      attemptId: attempt.id, amountMinor: attempt.amountMinor, currency: attempt.currency, description: attempt.allocations.map(({ number }) => number).join(', '), lang: attempt.lang, email,
      returnUrl: attempt.returnUrl, idempotencyKey: `attempt-${attempt.id}`, expiresAt: attempt.expiresAt, save,
    });
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'refused') {
      await deps.store.write((tx) => updateAttempt(tx, attempt, { state: 'failed', failure: 'refused' }));
      deps.log.warn({ attempt: attempt.id, reason: error.message }, 'the payment provider refused a checkout');
      throw new DomainError('not_payable', 'Card payment does not work here just now; the business has been told. Please pay by transfer, or ask them.');
    }
    throw new DomainError('busy', 'The card network does not answer. Nothing was charged; please try again in a minute.', { retryAfter: 30 });
  }
}
