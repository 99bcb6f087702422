import type { Deps } from '../../deps.ts';
import { unseal } from '../../domain/sealed-secret.ts';
import type { ProviderAccount } from '../../effects/payments/payment-provider.ts';
import type { ReadDb } from '../../storage/store.ts';
import { accountsOf, type AccountRow } from './attempt-store.ts';

/** Which account a sealed secret belongs to: it does not open in another row. */
export const secretOwner = ({ businessId, provider }: Pick<AccountRow, 'businessId' | 'provider'>, what: 'secret' | 'webhook'): string => `payment-${what}:${businessId}:${provider}`;

export function openAccount(deps: Pick<Deps, 'config'>, row: AccountRow): ProviderAccount {
  const key = deps.config.keys.seal.reveal();
  return {
    businessId: row.businessId, accountId: row.accountId, secretKey: unseal(key, secretOwner(row, 'secret'), row.secretSealed),
    webhookSecret: row.webhookSecretSealed === null ? '' : unseal(key, secretOwner(row, 'webhook'), row.webhookSecretSealed),
  };
}

/** The account that new payments go to: the first that is on. */
export async function activeAccount(db: ReadDb, businessId: string): Promise<AccountRow | undefined> {
  return (await accountsOf(db, businessId)).find(({ enabled }) => enabled);
}

export async function accountAt(db: ReadDb, businessId: string, provider: AccountRow['provider']): Promise<AccountRow | undefined> {
  return (await accountsOf(db, businessId)).find((row) => row.provider === provider);
}

export const takesCards = async (db: ReadDb, businessId: string): Promise<boolean> => (await activeAccount(db, businessId)) !== undefined;
