import { meNow } from '../app/session.ts';
import type { InvoiceDraft } from './invoice-draft.ts';

/** What was typed of invoices and is not on the server yet: in this browser, for whoever typed it. */
const mark = 'portico-invoice:';
const keyOf = (place: string): string => `${mark}${meNow()?.staffId ?? ''}:${place}`;

export const keepCopy = (place: string, draft: InvoiceDraft): void => localStorage.setItem(keyOf(place), JSON.stringify(draft));
export const dropCopy = (place: string): void => localStorage.removeItem(keyOf(place));

export function copyOf(place: string): InvoiceDraft | undefined {
  const kept = localStorage.getItem(keyOf(place));
  return kept === null ? undefined : JSON.parse(kept) as InvoiceDraft;
}

/** Whoever signs out leaves nobody's names behind. */
export function dropAllCopies(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(mark)) localStorage.removeItem(key);
}
