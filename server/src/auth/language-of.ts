import { findContact } from '../clients/public.ts';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb } from '../storage/store.ts';
import type { IdentityRow } from './identity-store.ts';

/** The language somebody is written to in; null: the business's. */
export async function languageOf(db: ReadDb, scope: Scope, { kind, id }: Pick<IdentityRow, 'kind' | 'id'>): Promise<string | null> {
  return kind === 'contact' ? (await findContact(db, scope, id))?.lang ?? null : null;
}
