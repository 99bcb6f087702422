import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { IssuedPaper } from '../invoices/public.ts';
import { findDocument } from './document-store.ts';
import { findRead, noteRead } from './right-store.ts';

/** A download in pieces is one opening, and so is looking twice within ten minutes. */
const sameOpening = 10 * 60_000;

/** The receipt, before the first byte leaves. */
export async function noteOpened(deps: Deps, scope: Scope, documentId: string, number: number): Promise<void> {
  await deps.store.write(async (tx) => {
    const document = await findDocument(tx, scope, documentId);
    if (!document) throw notFound();
    const { contactId } = scope;
    if (contactId !== undefined) {
      const row = { businessId: scope.businessId, clientId: document.clientId, documentId, number, contactId, lastReadAt: deps.now() };
      const before = await findRead(tx, row);
      if (before && deps.now() - before.lastReadAt < sameOpening) return;
      await noteRead(tx, row);
    }
    await record(deps, tx, scope, { type: 'document.opened', subjectId: documentId, clientId: document.clientId, payload: { documentId, name: document.name, version: number } });
  });
}

/** An invoice has no version to hang a receipt on; that a client has opened it is written down all the same. */
export async function notePaperOpened(deps: Deps, scope: Scope, { id, clientId, number }: IssuedPaper): Promise<void> {
  if (scope.role !== 'client') return;
  await deps.store.write((tx) => record(deps, tx, scope, { type: 'document.opened', subjectId: id, clientId, payload: { documentId: id, name: `${number}.pdf`, version: 1 } }));
}
