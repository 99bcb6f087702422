import { hostedUrl, letterhead, portalLink, type BusinessRow } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import type { MailBlock } from '../effects/mail-blocks.ts';
import type { MailContent } from '../notifications/public.ts';
import type { IdentityKind } from './tables.ts';

export interface Letter {
  readonly subject: string;
  readonly content: MailContent;
}

type Setting = Pick<Deps, 'config'>;
type Place = 'sign-in' | 'invitation' | 'reset' | 'confirm-email';

/** Where a mailed token is typed in for its reader: the owner's page or the console. */
export const mailedLink = (deps: Setting, business: BusinessRow, kind: IdentityKind, place: Place, token: string): string =>
  kind === 'staff' ? `${deps.config.publicUrl}/console#/${place}/${token}`
    : portalLink(deps, { ...business, portalUrl: business.signInOn === 'hosted' ? null : business.portalUrl }, `#portal/${place}/${token}`);

const homeOf = (deps: Setting, business: BusinessRow, kind: IdentityKind): string =>
  kind === 'staff' ? `${deps.config.publicUrl}/console` : business.portalUrl ?? hostedUrl(deps, business);

interface Words {
  readonly title: string;
  readonly blocks: readonly MailBlock[];
  readonly why: string;
  readonly subject?: string;
  readonly lang?: string | null;
}

const letter = (deps: Setting, business: BusinessRow, { title, blocks, why, subject, lang }: Words): Letter => ({
  subject: subject ?? title,
  content: { business: letterhead(deps, business), lang: lang ?? business.lang, preheader: preheaderOf(blocks) ?? title, title, blocks, why },
});

const preheaderOf = (blocks: readonly MailBlock[]): string | undefined => blocks.find((block) => block.kind === 'paragraph')?.text;
const notYou = (business: BusinessRow): MailBlock => ({ kind: 'note', text: `Was this not you? Set a new password at once and tell ${business.name} (${business.email}).` });
const hello = (name: string | undefined): string => name ? `Hello ${name}, ` : '';
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The code stands in the text only: subjects are kept longer and shown on locked screens. */
export function codeLetter(deps: Setting, business: BusinessRow, given: { kind: IdentityKind; code: string | null; token: string | null; purpose: 'sign_in' | 'proof'; lang: string | null }): Letter {
  const { kind, code, token, purpose, lang } = given;
  const blocks: MailBlock[] = [];
  if (code) {
    blocks.push({ kind: 'paragraph', text: purpose === 'sign_in' ? 'Type these six digits where you are signing in.' : 'Type these six digits to confirm that it is you.' });
    blocks.push({ kind: 'code', code: `${code.slice(0, 3)} ${code.slice(3)}` });
  }
  if (token) {
    if (code) blocks.push({ kind: 'paragraph', text: 'Or, in the same browser, use this button instead.' });
    blocks.push({ kind: 'button', label: 'Sign in', url: mailedLink(deps, business, kind, 'sign-in', token) });
  }
  blocks.push({ kind: 'note', text: 'They work once, for ten minutes. Nobody from us will ever ask you for them. If you did not ask for this, do nothing: without it nobody gets in.' });
  return letter(deps, business, { title: purpose === 'sign_in' ? `Sign in to ${business.name}` : `Confirm that it is you, for ${business.name}`, blocks, why: `You get this because somebody typed your address at ${business.name}.`, lang });
}

export function resetLetter(deps: Setting, business: BusinessRow, given: { kind: IdentityKind; token: string; lang: string | null }): Letter {
  return letter(deps, business, {
    title: `Set a new password for ${business.name}`, lang: given.lang,
    blocks: [
      { kind: 'paragraph', text: 'Choose a new password here. The link works once, for one hour.' },
      { kind: 'button', label: 'Set a new password', url: mailedLink(deps, business, given.kind, 'reset', given.token) },
      { kind: 'note', text: 'If you did not ask for this, do nothing: your password stays as it is.' },
    ],
    why: `You get this because somebody asked for a new password at ${business.name} with your address.`,
  });
}

export function invitationLetter(deps: Setting, business: BusinessRow, given: { kind: IdentityKind; name: string; token: string | undefined; by?: string | undefined; lang: string | null }): Letter {
  const { kind, token } = given;
  const purpose = kind === 'staff' ? `you have been asked to work with ${business.name}: its calendar, bookings and clients.` : `${business.name} has a place for you: see your bookings, move them, and everything else between you.`;
  const button: MailBlock = token
    ? { kind: 'button', label: 'Set a password', url: mailedLink(deps, business, kind, 'invitation', token) }
    : { kind: 'button', label: 'Sign in', url: homeOf(deps, business, kind) };
  return letter(deps, business, {
    title: kind === 'staff' ? `Join ${business.name}` : `Your place at ${business.name}`, lang: given.lang,
    blocks: [
      { kind: 'paragraph', text: capital(`${hello(given.name)}${purpose}`) },
      button,
      ...(token ? [{ kind: 'note', text: 'The link is yours alone. It works once, for seven days; after that ask for a new one.' } as const] : []),
    ],
    why: `You get this because ${business.name} invited you.`,
  });
}

export function confirmEmailLetter(deps: Setting, business: BusinessRow, given: { kind: IdentityKind; side: 'old' | 'new'; newEmail: string; token: string }): Letter {
  const { kind, side, newEmail, token } = given;
  return letter(deps, business, {
    title: side === 'old' ? `Change your address at ${business.name}?` : `Is this your address?`,
    blocks: [
      { kind: 'paragraph', text: side === 'old' ? `You asked to sign in to ${business.name} as ${newEmail} from now on. Confirm it here, and in the mail to the new address.` : `${newEmail} is to be your address at ${business.name}. Confirm it here, and in the mail to your old address.` },
      { kind: 'button', label: 'Confirm', url: mailedLink(deps, business, kind, 'confirm-email', token) },
      side === 'old' ? { kind: 'note', text: `If this was not you, do not confirm: nothing changes then. Set a new password, and tell ${business.name} (${business.email}).` }
        : { kind: 'note', text: 'If you know nothing of this, do nothing. Both links work once, for one day.' },
    ],
    why: `You get this because of a change of address at ${business.name}.`,
  });
}

/** To an address that has a login of its own: the asker learns nothing, its owner everything. */
export const addressTakenLetter = (deps: Setting, business: BusinessRow): Letter => letter(deps, business, {
  title: 'This address is in use already',
  blocks: [{ kind: 'paragraph', text: `Somebody wanted to move their login at ${business.name} to your address. You sign in with it yourself, so nothing was changed.` }],
  why: `You get this because you have a login at ${business.name}.`,
});

export const emailChangedLetter = (deps: Setting, business: BusinessRow, newEmail: string): Letter => letter(deps, business, {
  title: `Your address at ${business.name} has changed`,
  blocks: [{ kind: 'paragraph', text: `From now on you sign in as ${newEmail}.` }, notYou(business)],
  why: `You get this because you have a login at ${business.name}.`,
});

export const emailMovedLetter = (deps: Setting, business: BusinessRow): Letter => letter(deps, business, {
  title: `Your address at ${business.name} has changed`,
  blocks: [{ kind: 'paragraph', text: `${business.name} has changed the address it has for you. You are signed out everywhere, and this address no longer signs in.` },
    { kind: 'note', text: `Is this wrong? Answer this mail, or write to ${business.email}.` }],
  why: `You get this because you had a login at ${business.name}.`,
});

type Change = 'password_set' | 'password_reset' | 'password_changed' | 'signed_up' | 'totp_added' | 'totp_removed';
const changes: Readonly<Record<Change, readonly [title: string, text: string]>> = {
  signed_up: ['Welcome', 'everything is ready for your first booking. This is where you run it.'],
  password_set: ['Your password is set', 'from now on you can sign in with it.'],
  password_reset: ['Your password was reset', 'you are signed out everywhere. Sign in with the new one.'],
  password_changed: ['Your password was changed', 'all your other devices are signed out.'],
  totp_added: ['Your authenticator app is on', 'from now on, signing in asks for its code. Keep the recovery codes where you find them without your phone.'],
  totp_removed: ['Your authenticator app is off', 'signing in no longer asks for its code.'],
};

export function changeLetter(deps: Setting, business: BusinessRow, given: { kind: IdentityKind; name: string | undefined; change: Change }): Letter {
  const [title, text] = changes[given.change];
  const isWelcome = given.change === 'signed_up';
  return letter(deps, business, {
    title: isWelcome ? `${business.name} is open` : title, subject: isWelcome ? `${business.name} is open` : `${title} (${business.name})`,
    blocks: [
      { kind: 'paragraph', text: capital(`${hello(given.name)}${text}`) },
      ...(isWelcome ? [{ kind: 'button', label: 'Open the console', url: homeOf(deps, business, 'staff') } as const] : [notYou(business)]),
    ],
    why: isWelcome ? 'You get this because you started a business here.' : `You get this because you have a login at ${business.name}.`,
  });
}

export function recoveryCodeLetter(deps: Setting, business: BusinessRow, given: { name: string | undefined; left: number }): Letter {
  const left = given.left === 0 ? 'It was the last one' : given.left === 1 ? 'One is left' : `${given.left} are left`;
  return letter(deps, business, {
    title: 'A recovery code was used', subject: `A recovery code was used (${business.name})`,
    blocks: [{ kind: 'paragraph', text: capital(`${hello(given.name)}somebody signed in with one of your recovery codes. ${left}: set up your authenticator app again to get ten new ones.`) }, notYou(business)],
    why: `You get this because you have a login at ${business.name}.`,
  });
}
