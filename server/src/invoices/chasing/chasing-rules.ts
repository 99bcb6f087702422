import { divideHalfUp } from '@portico/contract/invoices/rounding.ts';
import type { InvoiceSettings } from '@portico/contract/invoices/settings.ts';
import { morningAfter } from '../../domain/mornings.ts';

export interface PlannedStep {
  readonly kind: 'reminder' | 'deposit' | 'late_fee';
  readonly daysAfterDue: number;
  readonly at: number;
}

/**
 * What is still to come for an invoice; a stage whose morning has passed is not made up for. A deposit is asked for on the
 * same days around its own date, as long as the invoice itself is not: from then on its letters ask for all of it.
 */
export function stepsFor({ dueOn, depositDueOn }: { readonly dueOn: string; readonly depositDueOn: string | null }, { reminderDays, lateFee }: Pick<InvoiceSettings, 'reminderDays' | 'lateFee'>, timeZone: string, now: number): PlannedStep[] {
  const steps: PlannedStep[] = [...new Set(reminderDays)].map((days) => ({ kind: 'reminder', daysAfterDue: days, at: morningAfter(dueOn, days, timeZone) }));
  if (lateFee.kind !== 'none') steps.push({ kind: 'late_fee', daysAfterDue: lateFee.afterDays, at: morningAfter(dueOn, lateFee.afterDays, timeZone) });
  const firstReminder = Math.min(...steps.filter(({ kind }) => kind === 'reminder').map(({ at }) => at));
  if (depositDueOn !== null) {
    for (const days of new Set(reminderDays)) {
      const at = morningAfter(depositDueOn, days, timeZone);
      if (at < firstReminder) steps.push({ kind: 'deposit', daysAfterDue: days, at });
    }
  }
  return steps.filter(({ at }) => at > now).sort((a, b) => a.at - b.at);
}

export type Tone = 'dueSoon' | 'lateGentle' | 'latePlain' | 'lateFirm';
const firmAfter = 14;

/** From friendly to firm. Nobody is told "we have written before" who was not written to. */
export function toneOf(daysAfterDue: number, lateRemindersSent: number): Tone {
  if (daysAfterDue <= 0) return 'dueSoon';
  if (lateRemindersSent === 0) return 'lateGentle';
  return daysAfterDue >= firmAfter ? 'lateFirm' : 'latePlain';
}

/** After an outage several stages come due together; then only the latest speaks. */
export const isOvertaken = (daysAfterDue: number, stages: readonly number[], dueOn: string, timeZone: string, now: number): boolean =>
  stages.some((days) => days > daysAfterDue && morningAfter(dueOn, days, timeZone) <= now);

/** What being late costs, in minor units; 0: nothing. An amount is in the business's own currency and means nothing in another. */
export function lateFeeMinor(lateFee: InvoiceSettings['lateFee'], owed: { readonly dueMinor: number; readonly currency: string }, businessCurrency: string): number {
  if (lateFee.kind === 'amount') return owed.currency === businessCurrency ? lateFee.minor : 0;
  return lateFee.kind === 'percent' ? Number(divideHalfUp(BigInt(owed.dueMinor) * BigInt(lateFee.ppm), 1_000_000n)) : 0;
}

/** What is still missing of a deposit. */
export const depositLeft = ({ depositMinor }: { readonly depositMinor: number | null }, { paidMinor, creditedMinor, dueMinor }: { readonly paidMinor: number; readonly creditedMinor: number; readonly dueMinor: number }): number =>
  Math.min(dueMinor, Math.max(0, (depositMinor ?? 0) - paidMinor - creditedMinor));
