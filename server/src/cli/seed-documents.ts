import type { DocumentCategory } from '@portico/contract/documents/kinds.ts';
import type { Pin } from '@portico/contract/documents/review.ts';
import type { Deps } from '../deps.ts';
import { dateAfter, todayIn } from '../domain/civil-dates.ts';
import { DAY } from '../domain/civil-time.ts';
import type { Scope } from '../domain/scope.ts';
import { addComment, askForReview, fileDocument } from '../documents/public.ts';
import { drawPaper, type PaperContent } from './draw-paper.ts';

/** A paper that the business has shared with its first client. */
export interface DemoPaper extends PaperContent {
  readonly daysAgo: number;
  readonly name: string;
  readonly category: DocumentCategory;
  readonly note: string;
  /** The client is asked to approve it. */
  readonly approval?: { readonly message: string; readonly inDays: number };
  readonly comment?: { readonly text: string; readonly pin: Pin };
}

/** Papers of the past, by the same verbs as ever, with their clock turned back. */
export async function seedDocuments(deps: Deps, scope: Scope, { clientId, timeZone }: { readonly clientId: string; readonly timeZone: string }, papers: readonly DemoPaper[]): Promise<void> {
  for (const { daysAgo, name, category, note, approval, comment, ...content } of papers) {
    const then: Deps = { ...deps, now: () => deps.now() - daysAgo * DAY };
    const { documentId } = await fileDocument(then, scope, { clientId, name, category, note }, await drawPaper(content));
    await deps.store.write(async (tx) => {
      if (approval) await askForReview(then, tx, scope, documentId, { message: approval.message, dueOn: dateAfter(todayIn(timeZone, deps.now()), approval.inDays) });
      if (comment) await addComment(then, tx, scope, documentId, { version: 1, ...comment });
    });
  }
}
