import type { DocumentRequest } from '@portico/contract/documents/request.ts';
import { findBusiness } from '../../business/public.ts';
import { clientNames } from '../../clients/public.ts';
import { dayLabel, todayIn } from '../../domain/civil-dates.ts';
import type { Scope } from '../../domain/scope.ts';
import type { ReadDb } from '../../storage/store.ts';
import { documentsFor, type RequestRow } from './request-store.ts';

const iso = (at: number): string => new Date(at).toISOString();

export async function toRequests(db: ReadDb, scope: Scope, rows: readonly RequestRow[], { now, lang }: { readonly now: number; readonly lang?: string | undefined }): Promise<DocumentRequest[]> {
  const business = await findBusiness(db, scope.businessId);
  const today = todayIn(business?.timeZone ?? 'UTC', now);
  const names = await clientNames(db, scope, rows.map(({ clientId }) => clientId));
  const came = await documentsFor(db, scope, rows.map(({ id }) => id));
  return rows.map(({ id, clientId, title, why, dueOn, category, state, reason, askedAt, submittedAt, remindedAt, batchId }) => ({
    id, clientId, clientName: names.get(clientId) ?? '', title, why, dueOn, category, state, reason: state === 'returned' ? reason : null, documents: (came.get(id) ?? []).map((one) => ({ id: one.id, name: one.name })),
    isOverdue: dueOn !== null && dueOn < today && (state === 'open' || state === 'returned'), askedAt: iso(askedAt), submittedAt: submittedAt === null ? null : iso(submittedAt), remindedAt: remindedAt === null ? null : iso(remindedAt), batchId,
    label: { dueOn: dueOn === null ? null : dayLabel(dueOn, today, lang ?? business?.lang ?? 'en') },
  }));
}
