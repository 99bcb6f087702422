import type { PaymentAccount, ProviderName, SetPaymentAccountInput } from '@portico/contract/invoices/checkout.ts';
import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { DomainError, invalidField, notFound } from '../../domain/errors.ts';
import { seal } from '../../domain/sealed-secret.ts';
import { requireStaff, type Scope } from '../../domain/scope.ts';
import { ProviderError, type ProviderAccount } from '../../effects/payments/payment-provider.ts';
import { record } from '../../events/event-log.ts';
import { accountsOf, saveAccount, type AccountRow } from './attempt-store.ts';
import { accountAt, openAccount, secretOwner } from './provider-account.ts';

export function listAccounts(deps: Deps, scope: Scope): Promise<{ items: PaymentAccount[] }> {
  requireStaff(scope, 'admin');
  return deps.store.read(async (db) => {
    const business = await findBusiness(db, scope.businessId);
    if (!business) throw notFound();
    return { items: (await accountsOf(db, scope.businessId)).map((row) => toAccount(deps, business.key, row)) };
  });
}

const toAccount = (deps: Deps, businessKey: string, row: AccountRow): PaymentAccount => ({
  provider: row.provider, accountId: row.accountId, enabled: row.enabled, isLive: row.isLive, hasWebhookSecret: row.webhookSecretSealed !== null,
  webhookUrl: `${deps.config.publicUrl}/v1/payments/webhooks/${row.provider}/${businessKey}`,
});

/** Sets up a provider. A key is tried before it is kept; payments start only when webhooks can be checked, too. */
export async function setAccount(deps: Deps, scope: Scope, provider: ProviderName, input: SetPaymentAccountInput): Promise<PaymentAccount> {
  requireStaff(scope, 'owner');
  if (provider === 'test' && !deps.config.demo) throw new DomainError('forbidden', 'The test card network is there only in the demo.');
  const before = await deps.store.read((db) => accountAt(db, scope.businessId, provider));
  const secretKey = input.secretKey ?? (before && openAccount(deps, before).secretKey);
  if (secretKey === undefined) throw invalidField('secretKey', 'Add the secret key from your provider first.');
  const known = input.secretKey === undefined && before ? before : await tryKey(deps, { businessId: scope.businessId, accountId: '', secretKey, webhookSecret: '' }, provider);
  const owner = { businessId: scope.businessId, provider };
  const sealed = (text: string, what: 'secret' | 'webhook'): string => seal(deps.config.keys.seal.reveal(), secretOwner(owner, what), text, deps.randomBytes);
  const webhookSecretSealed = input.webhookSecret === undefined ? before?.webhookSecretSealed ?? null : sealed(input.webhookSecret, 'webhook');
  const enabled = input.enabled ?? before?.enabled ?? false;
  if (enabled && webhookSecretSealed === null) throw invalidField('webhookSecret', 'Add the signing secret of the webhook first: without it nobody could tell a payment from a forgery.');
  const row: AccountRow = { ...owner, accountId: known.accountId, isLive: known.isLive, secretSealed: sealed(secretKey, 'secret'), webhookSecretSealed, enabled, createdAt: before?.createdAt ?? deps.now() };
  return deps.store.write(async (tx) => {
    const business = await findBusiness(tx, scope.businessId);
    if (!business) throw notFound();
    await saveAccount(tx, row);
    await record(deps, tx, scope, { type: 'payment_account.changed', subjectId: scope.businessId, payload: { provider, what: enabled ? 'on' : 'off' } });
    return toAccount(deps, business.key, row);
  });
}

/** Asks the provider whether the key that is kept still opens the same account. */
export async function testAccount(deps: Deps, scope: Scope, provider: ProviderName): Promise<PaymentAccount> {
  requireStaff(scope, 'owner');
  const { business, row } = await deps.store.read(async (db) => ({ business: await findBusiness(db, scope.businessId), row: await accountAt(db, scope.businessId, provider) }));
  if (!business || !row) throw notFound();
  const { accountId } = await tryKey(deps, openAccount(deps, row), provider);
  if (accountId !== row.accountId) throw invalidField('secretKey', 'This key opens another account now. Enter the key again.');
  return toAccount(deps, business.key, row);
}

async function tryKey(deps: Deps, account: ProviderAccount, provider: ProviderName): Promise<{ accountId: string; isLive: boolean }> {
  try {
    return await deps.payments[provider].whoAmI(account);
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'refused') throw invalidField('secretKey', 'Your provider does not know this key. Copy it again, whole.');
    throw new DomainError('busy', 'Your provider does not answer just now. Nothing was changed; please try again in a minute.', { retryAfter: 30 });
  }
}
