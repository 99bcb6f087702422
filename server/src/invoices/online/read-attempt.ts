import type { PaymentAttempt } from '@portico/contract/invoices/checkout.ts';
import type { Deps } from '../../deps.ts';
import { notFound } from '../../domain/errors.ts';
import { requireClient, type Scope } from '../../domain/scope.ts';
import { findAttempt } from './attempt-store.ts';
import { toAttempt } from './attempt-view.ts';
import { lookAgain } from './reconcile.ts';

/** How a try to pay stands. Asked by the page a client comes back to: it looks, and never decides. */
export async function readAttempt(deps: Deps, scope: Scope, id: string): Promise<PaymentAttempt> {
  const { clientId } = requireClient(scope);
  const find = async () => deps.store.read((db) => findAttempt(db, scope.businessId, id));
  const attempt = await find();
  if (attempt?.clientId !== clientId) throw notFound();
  if (attempt.state === 'open' && (await lookAgain(deps, attempt))) return toAttempt(await find() ?? attempt);
  return toAttempt(attempt);
}
