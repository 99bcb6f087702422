import type { AddTaxInput, ChangeInvoiceSettingsInput, ChangeTaxInput, InvoiceSettings, NextNumbers, TaxRate } from '@portico/contract/invoices/settings.ts';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { todayIn } from '../domain/civil-dates.ts';
import { notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { insertTax, lastNumber, saveSettings, settingsOf, taxesOf, updateTax, type TaxRow } from './settings-store.ts';

export async function readSettings(db: ReadDb, scope: Scope): Promise<InvoiceSettings> {
  requireStaff(scope);
  return settingsOf(db, scope.businessId);
}

/** What the next papers would be called if they were issued now. */
export async function readNextNumbers(deps: Deps, db: ReadDb, scope: Scope): Promise<NextNumbers> {
  requireStaff(scope);
  const business = await findBusiness(db, scope.businessId);
  if (!business) throw notFound();
  const year = Number(todayIn(business.timeZone, deps.now()).slice(0, 4));
  const next = async (series: 'invoice' | 'credit_note') => ({ yearly: await lastNumber(db, scope.businessId, series, year) + 1, running: await lastNumber(db, scope.businessId, series, 0) + 1 });
  return { year, invoice: await next('invoice'), creditNote: await next('credit_note') };
}

/** Changes what is given. Issued invoices stay as they are. */
export async function changeSettings(deps: Deps, tx: WriteDb, scope: Scope, input: ChangeInvoiceSettingsInput): Promise<InvoiceSettings> {
  requireStaff(scope, 'admin');
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const settings = { ...await settingsOf(tx, scope.businessId), ...given };
  await saveSettings(tx, scope.businessId, settings);
  await record(deps, tx, scope, { type: 'invoice_settings.changed', subjectId: scope.businessId, payload: { fields: Object.keys(given) } });
  return settings;
}

export async function listTaxes(db: ReadDb, scope: Scope): Promise<{ items: TaxRate[] }> {
  requireStaff(scope);
  return { items: (await taxesOf(db, scope.businessId)).map(toTax) };
}

export async function addTax(deps: Deps, tx: WriteDb, scope: Scope, input: AddTaxInput): Promise<TaxRate> {
  requireStaff(scope, 'admin');
  const row = { businessId: scope.businessId, id: deps.newId(), ...input, archived: false };
  await insertTax(tx, row);
  await record(deps, tx, scope, { type: 'invoice_settings.changed', subjectId: scope.businessId, payload: { fields: [`tax ${input.name}`] } });
  return toTax(row);
}

/** A rate never changes: what was invoiced with it must stay true. */
export async function changeTax(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: ChangeTaxInput): Promise<TaxRate> {
  requireStaff(scope, 'admin');
  const row = (await taxesOf(tx, scope.businessId)).find((tax) => tax.id === id);
  if (!row) throw notFound();
  const change = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  await updateTax(tx, scope.businessId, id, change);
  await record(deps, tx, scope, { type: 'invoice_settings.changed', subjectId: scope.businessId, payload: { fields: [`tax ${row.name}`] } });
  return toTax({ ...row, ...change });
}

const toTax = ({ id, name, ratePpm, category, isDefault, archived }: Omit<TaxRow, 'position'>): TaxRate => ({ id, name, ratePpm, category, isDefault, archived });
