import type { Billing, BillingDetails, ChangeBillingInput } from '@portico/contract/invoices/invoice.ts';
import { clientNames, findContact, mainContact } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireClient, requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { billingOf, saveBilling } from './settings-store.ts';

export const readOwnBilling = (db: ReadDb, scope: Scope): Promise<Billing> => billingView(db, scope, requireClient(scope).clientId);

export async function readBilling(db: ReadDb, scope: Scope, clientId: string): Promise<Billing> {
  requireStaff(scope);
  return billingView(db, scope, clientId);
}

/** A client says what the next invoices are to say; those that are issued stay as they are. */
export const changeOwnBilling = (deps: Deps, tx: WriteDb, scope: Scope, input: ChangeBillingInput): Promise<Billing> => change(deps, tx, scope, requireClient(scope).clientId, input);

export async function changeBilling(deps: Deps, tx: WriteDb, scope: Scope, clientId: string, input: ChangeBillingInput): Promise<Billing> {
  requireStaff(scope);
  return change(deps, tx, scope, clientId, input);
}

async function change(deps: Deps, tx: WriteDb, scope: Scope, clientId: string, input: ChangeBillingInput): Promise<Billing> {
  const { email: _, ...before } = await billingView(tx, scope, clientId);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  await saveBilling(tx, { businessId: scope.businessId, clientId, ...before, ...given });
  await record(deps, tx, scope, { type: 'billing.changed', subjectId: clientId, clientId, payload: { fields: Object.keys(given) } });
  return billingView(tx, scope, clientId);
}

async function billingView(db: ReadDb, scope: Scope, clientId: string): Promise<Billing> {
  const name = (await clientNames(db, scope, [clientId])).get(clientId);
  if (name === undefined) throw notFound();
  const billing = await billingOf(db, scope, clientId);
  const main = await mainContact(db, scope, clientId);
  const contact = main && await findContact(db, scope, main.contactId);
  return {
    name: billing?.name || name, address: billing?.address ?? '', country: billing?.country ?? '', taxNumber: billing?.taxNumber ?? '', poNumber: billing?.poNumber ?? '', email: contact?.email ?? '',
  };
}

/** Who an invoice is made out to, from today on. */
export async function billingDetails(db: ReadDb, scope: Scope, clientId: string): Promise<BillingDetails> {
  const { poNumber: _, ...details } = await billingView(db, scope, clientId);
  return details;
}
