import type { AgreeAutopayInput, ConsentShownInput, OwnPlan } from '@portico/contract/invoices/plans.ts';
import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { conflict, notFound } from '../../domain/errors.ts';
import { requireClient, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { WriteDb } from '../../storage/store.ts';
import type { AttemptConsent } from '../online/tables.ts';
import { findSubscription, noteTold } from '../plans/plan-store.ts';
import { readOwnPlan, requireOwn } from '../plans/read-plans.ts';
import { consentFor } from './consent-offer.ts';
import { findMethod, insertConsent, type MethodRow } from './consent-store.ts';
import { endConsent } from './end-consent.ts';
import { methodLabel } from './method-view.ts';

/** The consent that a page showed, if it is still what would be shown: nobody agrees to words or an amount they did not see. */
export async function consentAsShown(tx: WriteDb, scope: Scope, subscriptionId: string, shown: ConsentShownInput): Promise<AttemptConsent> {
  const { contactId } = requireClient(scope);
  const found = await requireOwn(tx, scope, subscriptionId);
  const { version, amountMinor, text } = await consentFor(tx, scope, found, shown.lang);
  if (found.row.state === 'ended') throw conflict('This plan has ended: there is nothing to pay automatically.', 'plan_changed');
  if (version !== shown.version || amountMinor !== shown.amountMinor) throw conflict('What you agreed to has changed meanwhile: read it again.', 'consent_changed');
  return { subscriptionId, contactId, version, wording: text, amountMinor };
}

/** A client agrees with something that is kept already. */
export async function agreeToAutopay(deps: Deps, tx: WriteDb, scope: Scope, subscriptionId: string, { methodId, ...shown }: AgreeAutopayInput): Promise<OwnPlan> {
  const { clientId } = requireClient(scope);
  const method = await findMethod(tx, scope, methodId);
  if (!method || method.clientId !== clientId || method.removedAt !== null) throw notFound();
  await putInForce(deps, tx, scope, method, await consentAsShown(tx, scope, subscriptionId, shown), deps.now());
  return readOwnPlan(deps, tx, scope, subscriptionId, shown.lang);
}

/** From here on it stands, in place of an older one. An ended plan, or one whose client is another by now, gets none. */
export async function putInForce(deps: Deps, tx: WriteDb, scope: Scope, method: MethodRow, { subscriptionId, contactId, version, wording, amountMinor }: AttemptConsent, givenAt: number): Promise<void> {
  const found = await findSubscription(tx, scope, subscriptionId);
  const business = await findBusiness(tx, scope.businessId);
  if (!found || !business || found.row.state === 'ended' || found.row.clientId !== method.clientId) return;
  await endConsent(deps, tx, scope, found.row, 'replaced');
  const id = deps.newId();
  await insertConsent(tx, {
    businessId: scope.businessId, clientId: method.clientId, id, subscriptionId, methodId: method.id, contactId, wordingVersion: version, wording, amountMinor, currency: business.currency,
    givenAt, endedAt: null, endedBy: null, standsFor: subscriptionId,
  });
  await noteTold(tx, found.row, { knownMinor: amountMinor });
  await record(deps, tx, scope, {
    type: 'autopay.agreed', subjectId: subscriptionId, clientId: method.clientId,
    payload: { subscriptionId, consentId: id, contactId, name: found.plan.name, method: methodLabel(method), version, amountMinor, currency: business.currency },
  });
}
