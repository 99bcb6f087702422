import type { ChasingStep } from '@portico/contract/invoices/chasing.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { holdReminders } from '../api/invoices.ts';
import { plural } from '../ui/formats.ts';
import { toast } from '../ui/toasts.ts';
import { invoicesChanged } from './live-invoices.ts';

const things: Readonly<Record<ChasingStep['kind'], string>> = { reminder: 'Reminder', deposit: 'Reminder of the deposit', late_fee: 'Late fee' };

/** `Reminder, 3 days before it is due`. */
export function stepWords({ kind, daysAfterDue }: Pick<ChasingStep, 'kind' | 'daysAfterDue'>): string {
  if (daysAfterDue === 0) return `${things[kind]}, on the day it is due`;
  return `${things[kind]}, ${plural(Math.abs(daysAfterDue), 'day')} ${daysAfterDue < 0 ? 'before it is due' : 'after it was due'}`;
}

/** Holds an invoice's reminders back or lets them go on, and says so with the way back. */
export async function setHeld(invoiceId: string, number: string, held: boolean): Promise<void> {
  try {
    await holdReminders(invoiceId, held);
    invoicesChanged();
    toast({ text: held ? `Nothing goes out about ${number} until you let it.` : `Reminders of ${number} go on. What was missed is not made up for.`, action: { label: 'Undo', run: () => void setHeld(invoiceId, number, !held) } });
  } catch (error) {
    toast({ text: sentenceOf(error), tone: 'refused' });
  }
}
