import type { Scope } from '../domain/scope.ts';
import type { WriteDb } from '../storage/store.ts';
import { cancelWork, workOf } from './job-store.ts';

/** Goes on whoever it is about: bytes are removed, the bank forgets a card, an invoice gets its PDF. */
const goesOn: ReadonlySet<string> = new Set(['file.remove', 'payment_method.detach', 'paper.make']);
const ids = /[0-9a-z]{26}/g;

/** Ends the work that names one of these, whether it waits or failed. Answers every job that did, also the finished ones. */
export async function stopWorkOn(tx: WriteDb, scope: Scope, named: ReadonlySet<string>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const job of await workOf(tx, scope)) {
    const words = `${job.about ?? ''} ${job.payload} ${job.dedupeKey ?? ''}`.match(ids) ?? [];
    if (goesOn.has(job.kind) || !words.some((word) => named.has(word))) continue;
    await cancelWork(tx, scope, job.id);
    found.push(job.id);
  }
  return found;
}
