import type { EmailChange } from '@portico/contract/auth.ts';
import { findBusiness } from '../business/public.ts';
import { findContact, findContactByEmail, setContactEmail } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { conflict, invalidField, notFound } from '../domain/errors.ts';
import { requireFresh, type Scope } from '../domain/scope.ts';
import { emailForm } from '../domain/text.ts';
import { hashOf } from '../domain/tokens.ts';
import { record } from '../events/event-log.ts';
import { queueMail } from '../notifications/public.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { addressTakenLetter, confirmEmailLetter, emailChangedLetter } from './address-letters.ts';
import { requirePerson } from './end-sessions.ts';
import { deadLink } from './finish-sign-in.ts';
import { findIdentity, findIdentityByEmail, updateIdentity, type IdentityRow, type Within } from './identity-store.ts';
import { issueToken } from './issue-token.ts';
import { languageOf } from './language-of.ts';
import { consumeToken, deleteTokensOf, findOpenToken, tokensOfChange } from './mailed-token-store.ts';
import { actingAs } from './open-session.ts';
import type { IdentityKind } from './tables.ts';

const sides = ['confirm_old_email', 'confirm_new_email'] as const;

/** Mails both addresses; nothing changes before both have answered. Says the same whether or not the new one is taken. */
export async function askEmailChange(deps: Deps, tx: WriteDb, scope: Scope, { email }: { readonly email: string }): Promise<EmailChange> {
  const { identityId } = requirePerson(scope);
  requireFresh(scope, deps.now());
  const identity = await findIdentity(tx, scope, identityId);
  const business = await findBusiness(tx, scope.businessId);
  if (!identity || !business) throw notFound();
  if (emailForm(email) === identity.emailNorm) throw invalidField('email', 'This is your address already: type the new one.', 'same_address');
  const changeId = deps.newId();
  const [old, fresh] = [await issueToken(deps, tx, scope, { identityId, purpose: 'confirm_old_email', changeId, newEmail: email }), await issueToken(deps, tx, scope, { identityId, purpose: 'confirm_new_email', changeId, newEmail: email })];
  const { kind, businessId } = identity;
  const lang = await languageOf(tx, scope, identity);
  const letterFor = (side: 'old' | 'new', token: string) => confirmEmailLetter(deps, business, { kind, side, newEmail: email, token, lang });
  await queueMail(deps, tx, { businessId, to: { address: identity.email }, ...letterFor('old', old.token), sort: 'secret' });
  const isTaken = await isAddressTaken(tx, scope, identity, email);
  await queueMail(deps, tx, { businessId, to: { address: email }, ...(isTaken ? addressTakenLetter(deps, business, { lang: null }) : letterFor('new', fresh.token)), sort: 'secret' });
  await record(deps, tx, scope, { type: 'identity.email_change_asked', subjectId: identityId, clientId: scope.clientId ?? null, payload: { changeId } });
  return { newEmail: email, confirmedByOld: false, confirmedByNew: false, done: false };
}

async function isAddressTaken(db: ReadDb, scope: Scope, identity: IdentityRow, email: string): Promise<boolean> {
  const emailNorm = emailForm(email);
  const owner = await findIdentityByEmail(db, scope, identity.kind, emailNorm);
  const contact = identity.kind === 'contact' ? await findContactByEmail(db, scope, emailNorm) : undefined;
  return [owner, contact].some((found) => found !== undefined && found.id !== identity.id);
}

/** One of the two links. The second one makes the change. */
export async function confirmEmailChange(deps: Deps, tx: WriteDb, scope: Within, kind: IdentityKind, token: string): Promise<EmailChange> {
  const found = await findOpenToken(tx, scope, hashOf(token), sides, deps.now());
  const identity = found && await findIdentity(tx, scope, found.identityId);
  if (!found?.changeId || !found.newEmail || !identity || identity.kind !== kind || identity.disabled) throw deadLink();
  if (!(await consumeToken(tx, scope, found.id, deps.now()))) throw deadLink();
  const answers = await tokensOfChange(tx, scope, found.changeId);
  const hasAnswered = (side: (typeof sides)[number]): boolean => answers.some((one) => one.purpose === side && one.usedAt !== null);
  const [confirmedByOld, confirmedByNew] = [hasAnswered('confirm_old_email'), hasAnswered('confirm_new_email')];
  const done = confirmedByOld && confirmedByNew;
  if (done) await moveLogin(deps, tx, identity, found.newEmail);
  return { newEmail: found.newEmail, confirmedByOld, confirmedByNew, done };
}

async function moveLogin(deps: Deps, tx: WriteDb, identity: IdentityRow, email: string): Promise<void> {
  const scope = actingAs(identity);
  const business = await findBusiness(tx, identity.businessId);
  if (!business) throw notFound();
  if (await isAddressTaken(tx, scope, identity, email)) throw conflict('This address has been given to somebody else in the meantime. Choose another one.', 'address_taken');
  await updateIdentity(tx, identity, identity.id, { email, emailNorm: emailForm(email), emailProven: true });
  if (identity.kind === 'contact') await setContactEmail(tx, scope, identity.id, email);
  // Links to the old mailbox must not outlive it.
  await deleteTokensOf(tx, identity, identity.id, ['reset', 'invitation']);
  const clientId = identity.kind === 'contact' ? (await findContact(tx, scope, identity.id))?.clientId ?? null : null;
  await record(deps, tx, scope, { type: 'identity.email_changed', subjectId: identity.id, clientId, payload: {} });
  const lang = await languageOf(tx, scope, identity);
  // The old address is known only here, so both are told here and not by a reader of the log.
  for (const address of [identity.email, email]) await queueMail(deps, tx, { businessId: identity.businessId, to: { address }, ...emailChangedLetter(deps, business, { newEmail: email, lang }) });
}
