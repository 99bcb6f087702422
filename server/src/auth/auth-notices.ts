import { findBusiness, type BusinessRow } from '../business/public.ts';
import { findContact } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { systemScope } from '../domain/scope.ts';
import type { EventRow } from '../events/event-store.ts';
import type { HandleEvent } from '../events/log-reader.ts';
import { queueMail } from '../notifications/public.ts';
import type { WriteDb } from '../storage/store.ts';
import { changeLetter, invitationLetter, recoveryCodeLetter, welcomeLetter, type Letter } from './account-letters.ts';
import { findIdentity, type IdentityRow } from './identity-store.ts';
import { issueInvitation, needsInvitation } from './issue-token.ts';
import { findStaff } from './staff-store.ts';

interface Told {
  readonly deps: Deps;
  readonly tx: WriteDb;
  readonly event: EventRow;
  readonly business: BusinessRow;
  readonly identity: IdentityRow;
  readonly name: string | undefined;
  readonly lang: string | null;
}

interface NoticeLetter extends Letter {
  readonly sort?: 'secret';
}

/** Mails the person an event is about. Whoever has no address any more is not told. */
const tell = (write: (told: Told) => Promise<NoticeLetter> | NoticeLetter): HandleEvent => async (deps, tx, event) => {
  const scope = systemScope(event.businessId);
  const business = await findBusiness(tx, event.businessId);
  const identity = event.subjectId === null ? undefined : await findIdentity(tx, scope, event.subjectId);
  if (!business || !identity || identity.disabled) return;
  const contact = identity.kind === 'contact' ? await findContact(tx, scope, identity.id) : undefined;
  const name = contact?.name ?? (await findStaff(tx, scope, identity.id))?.staff.name;
  const letter = await write({ deps, tx, event, business, identity, name, lang: contact?.lang ?? null });
  await queueMail(deps, tx, { businessId: event.businessId, to: { name, address: identity.email }, ...letter, about: `identity:${identity.id}` });
};

/** The token is made where it is mailed, so it never stands in the log. Whoever has a password needs none. */
const invitation = tell(async ({ deps, tx, business, identity, name, lang }) => {
  const token = needsInvitation(identity) ? (await issueInvitation(deps, tx, business.id, identity.id)).token : undefined;
  return { ...invitationLetter(deps, business, { kind: identity.kind, name: name ?? '', token, lang }), ...(token && { sort: 'secret' as const }) };
});

const passwordChanges = { invitation: 'password_set', reset: 'password_reset', changed: 'password_changed' } as const;

const passwordSet = tell(({ deps, business, name, lang, event }) => {
  const { how } = JSON.parse(event.payload) as { how: keyof typeof passwordChanges | 'signed_up' };
  return how === 'signed_up' ? welcomeLetter(deps, business, { name, lang }) : changeLetter(deps, business, { name, lang, change: passwordChanges[how] });
});

const changed = (change: 'totp_added' | 'totp_removed'): HandleEvent => tell(({ deps, business, name, lang }) => changeLetter(deps, business, { name, lang, change }));

const recoveryCodeUsed = tell(({ deps, business, name, lang, event }) => recoveryCodeLetter(deps, business, { name, lang, left: (JSON.parse(event.payload) as { left: number }).left }));

/** Changes of address are not here: their mails hold tokens and an address that is gone, so the verb queues them. */
export const authNotices: Readonly<Record<string, HandleEvent>> = {
  'contact.invited': invitation,
  'staff.invited': invitation,
  'identity.password_set': passwordSet,
  'identity.totp_added': changed('totp_added'),
  'identity.totp_removed': changed('totp_removed'),
  'identity.recovery_code_used': recoveryCodeUsed,
};
