import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Scope } from '../../domain/scope.ts';
import type { ReadDb, WriteDb } from '../../storage/store.ts';
import { findAttempt } from '../online/attempt-store.ts';
import { findMethod, standingConsent, type MethodRow, type Standing } from './consent-store.ts';
import { autopayCharges } from './tables.ts';

export type ChargeRow = typeof autopayCharges.$inferSelect;

export async function insertCharge(tx: WriteDb, row: ChargeRow): Promise<void> {
  await tx.insert(autopayCharges).values(row);
}

export async function findCharge(db: ReadDb, { businessId }: Pick<Scope, 'businessId'>, invoiceId: string): Promise<ChargeRow | undefined> {
  const [row] = await db.select().from(autopayCharges).where(and(eq(autopayCharges.businessId, businessId), eq(autopayCharges.invoiceId, invoiceId)));
  return row;
}

/** Names the try that is made of it; false when there is one already. */
export async function claimCharge(tx: WriteDb, { businessId, invoiceId }: ChargeRow, attemptId: string): Promise<boolean> {
  const rows = await tx.update(autopayCharges).set({ attemptId })
    .where(and(eq(autopayCharges.businessId, businessId), eq(autopayCharges.invoiceId, invoiceId), isNull(autopayCharges.attemptId))).returning({ invoiceId: autopayCharges.invoiceId });
  return rows.length > 0;
}

export const chargesOf = (db: ReadDb, { businessId }: Scope, invoiceIds: readonly string[]): Promise<ChargeRow[]> => db.select().from(autopayCharges)
  .where(and(eq(autopayCharges.businessId, businessId), inArray(autopayCharges.invoiceId, [...invoiceIds]))).execute();

/** When an invoice will be paid by itself, and with what; undefined: not, whether it never was to be or the client has stopped it. */
export async function chargeToCome(db: ReadDb, scope: Pick<Scope, 'businessId'>, invoiceId: string): Promise<(Standing & { readonly chargeOn: string }) | undefined> {
  const charge = await findCharge(db, scope, invoiceId);
  const standing = charge?.attemptId === null ? await standingConsent(db, scope, charge.subscriptionId) : undefined;
  return charge && standing && { ...standing, chargeOn: charge.chargeOn };
}

/** The same for its letter, which may be written when it has been charged already. */
export async function chargeOf(db: ReadDb, scope: Pick<Scope, 'businessId'>, invoiceId: string): Promise<{ readonly method: MethodRow; readonly chargeOn: string } | undefined> {
  const charge = await findCharge(db, scope, invoiceId);
  if (!charge || charge.attemptId === null) return chargeToCome(db, scope, invoiceId);
  const attempt = await findAttempt(db, scope.businessId, charge.attemptId);
  const method = attempt && attempt.state !== 'failed' && attempt.state !== 'expired' ? await findMethod(db, scope, attempt.methodId ?? '') : undefined;
  return method && { method, chargeOn: charge.chargeOn };
}
