import { findBusiness, type BusinessRow } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../../domain/civil-dates.ts';
import { languageFor, voiceIn } from '../../domain/letters/voice.ts';
import { systemScope, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { RunJob } from '../../jobs/worker.ts';
import type { WriteDb } from '../../storage/store.ts';
import { addDraft } from '../draft-invoice.ts';
import { chargeToCome } from '../autopay/charge-store.ts';
import { findInvoice, invoiceOfSource, type InvoiceRow } from '../invoice-store.ts';
import { issue } from '../issue-invoice.ts';
import { balanceOf, type InvoiceBalance } from '../ledger-store.ts';
import { payingReader } from '../letters/letter-reader.ts';
import { sendLetter } from '../letters/send-letters.ts';
import { settingsOf } from '../settings-store.ts';
import { depositLeft, isOvertaken, lateFeeMinor, toneOf } from './chasing-rules.ts';
import { countLateReminders, isHeld, noteDepositReminder, noteReminder } from './chasing-store.ts';
import { aboutInvoice } from './plan-chasing.ts';
import { depositLetter } from './deposit-letter.ts';
import { reminderLetter } from './reminder-letter.ts';

interface Chased {
  readonly row: InvoiceRow & { readonly dueOn: string; readonly number: string };
  readonly business: BusinessRow;
  readonly balance: InvoiceBalance;
}

/** The invoice, if anything is still owed on it and nobody holds it back, whatever was planned. */
async function stillOwed(tx: WriteDb, scope: Scope, invoiceId: string): Promise<Chased | undefined> {
  const row = await findInvoice(tx, scope, invoiceId);
  const business = await findBusiness(tx, scope.businessId);
  if (!business || row?.stage !== 'issued' || row.kind !== 'invoice' || row.dueOn === null || row.number === null) return undefined;
  const balance = await balanceOf(tx, scope, invoiceId);
  if (balance.dueMinor <= 0 || await isHeld(tx, scope, invoiceId)) return undefined;
  return { row: { ...row, dueOn: row.dueOn, number: row.number }, business, balance };
}

/** Sends one stage, once. */
export const remindOfInvoice: RunJob = (deps, job, payload) => deps.store.write(async (tx) => {
  const { invoiceId, daysAfterDue } = payload as { invoiceId: string; daysAfterDue: number };
  const scope = systemScope(job.businessId);
  const chased = await stillOwed(tx, scope, invoiceId);
  if (!chased) return;
  const { row, business, balance } = chased;
  // It is going to be paid by itself: asking for it would only worry.
  const charge = await chargeToCome(tx, scope, invoiceId);
  if (charge && charge.chargeOn >= todayIn(business.timeZone, deps.now())) return;
  const { reminderDays } = await settingsOf(tx, job.businessId);
  if (isOvertaken(daysAfterDue, reminderDays, row.dueOn, business.timeZone, deps.now())) return;
  const reader = await payingReader(tx, scope, row.clientId, row.lang);
  if (!reader?.address) return;
  const tone = toneOf(daysAfterDue, await countLateReminders(tx, scope, invoiceId));
  if (!(await noteReminder(tx, { businessId: job.businessId, clientId: row.clientId, invoiceId, daysAfterDue, sentAt: deps.now() }))) return;
  await sendLetter(deps, tx, reader, reminderLetter(deps, { row, balance, tone }, reader), aboutInvoice(invoiceId));
  await record(deps, tx, scope, {
    type: 'invoice.reminded', subjectId: invoiceId, clientId: row.clientId, payload: { invoiceId, number: row.number, daysAfterDue, dueMinor: balance.dueMinor, currency: row.currency },
  });
});

/** Asks for a deposit that is not there, once for each stage. */
export const remindOfDeposit: RunJob = (deps, job, payload) => deps.store.write(async (tx) => {
  const { invoiceId, daysAfterDue } = payload as { invoiceId: string; daysAfterDue: number };
  const scope = systemScope(job.businessId);
  const chased = await stillOwed(tx, scope, invoiceId);
  const { depositDueOn } = chased?.row ?? {};
  if (!chased || !depositDueOn) return;
  const { row, business, balance } = chased;
  const leftMinor = depositLeft(row, balance);
  const { reminderDays } = await settingsOf(tx, job.businessId);
  if (leftMinor === 0 || isOvertaken(daysAfterDue, reminderDays, depositDueOn, business.timeZone, deps.now())) return;
  const reader = await payingReader(tx, scope, row.clientId, row.lang);
  if (!reader?.address) return;
  if (!(await noteDepositReminder(tx, { businessId: job.businessId, clientId: row.clientId, invoiceId, daysAfterDue, sentAt: deps.now() }))) return;
  await sendLetter(deps, tx, reader, depositLetter(deps, { row, balance, leftMinor, depositDueOn, isLate: daysAfterDue > 0 }, reader), aboutInvoice(invoiceId));
  await record(deps, tx, scope, {
    type: 'deposit.reminded', subjectId: invoiceId, clientId: row.clientId, payload: { invoiceId, number: row.number, daysAfterDue, dueMinor: leftMinor, currency: row.currency },
  });
});

/** Being late has its price, once for each invoice: an invoice of its own, since an issued one never changes. */
export const chargeLateFee: RunJob = (deps, job, payload) => deps.store.write(async (tx) => {
  const { invoiceId } = payload as { invoiceId: string };
  const scope = systemScope(job.businessId);
  const chased = await stillOwed(tx, scope, invoiceId);
  if (!chased || await invoiceOfSource(tx, scope, 'late_fee', invoiceId)) return;
  const { row, business, balance } = chased;
  const feeMinor = lateFeeMinor((await settingsOf(tx, job.businessId)).lateFee, { dueMinor: balance.dueMinor, currency: row.currency }, business.currency);
  if (feeMinor > 0) await issueFee(deps, tx, scope, chased, feeMinor);
});

async function issueFee(deps: Deps, tx: WriteDb, scope: Scope, { row, business }: Chased, feeMinor: number): Promise<void> {
  const { say } = voiceIn(languageFor(row.lang, business.lang), business);
  const id = await addDraft(deps, tx, scope, {
    clientId: row.clientId, currency: row.currency, lang: row.lang, poNumber: row.poNumber,
    lines: [{ description: say('lateFeeLine', { number: row.number }), quantityMilli: 1000, unitPriceMinor: feeMinor, discount: null, taxIncluded: false, taxIds: [] }],
  }, { kind: 'late_fee', id: row.id });
  const draft = await findInvoice(tx, scope, id);
  if (draft) await issue(deps, tx, scope, draft);
}
