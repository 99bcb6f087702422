import { doorLink, hostedUrl, letterhead, type BusinessRow } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { capital, voiceIn, type LetterKey, type Voice } from '../domain/letters/voice.ts';
import type { MailBlock } from '../effects/mail-blocks.ts';
import type { MailContent } from '../notifications/public.ts';
import type { ReturnPlace } from './return-place.ts';
import type { IdentityKind } from './tables.ts';

export interface Letter {
  readonly subject: string;
  readonly content: MailContent;
}

/** Who reads it: null means the language of the business. */
export interface Reader {
  readonly lang: string | null;
}

type Setting = Pick<Deps, 'config'>;
type Place = 'sign-in' | 'invitation' | 'reset' | 'confirm-email';

/** Where a mailed token is typed in for its reader: the owner's page or the console. */
export const mailedLink = (deps: Setting, business: BusinessRow, kind: IdentityKind, place: Place, token: string, back?: ReturnPlace): string =>
  kind === 'staff' ? `${deps.config.publicUrl}/console#/${place}/${token}`
    : back?.page !== undefined ? `${back.page}#portal/${place}/${token}${back.about}`
    : doorLink(deps, business, `#portal/${place}/${token}${back?.about ?? ''}`);

const homeOf = (deps: Setting, business: BusinessRow, kind: IdentityKind): string =>
  kind === 'staff' ? `${deps.config.publicUrl}/console` : business.portalUrl ?? hostedUrl(deps, business);

interface Parts {
  readonly title: string;
  readonly blocks: readonly MailBlock[];
  readonly why: LetterKey;
  readonly subject?: string;
}

export const voiceOf = (business: BusinessRow, { lang }: Reader): Voice => voiceIn(lang ?? business.lang, business);

export const letter = (deps: Setting, business: BusinessRow, voice: Voice, { title, blocks, why, subject }: Parts): Letter => ({
  subject: subject ?? title,
  content: { business: letterhead(deps, business), lang: voice.lang, preheader: preheaderOf(blocks) ?? title, title, blocks, why: voice.say(why, { business: business.name }) },
});

const preheaderOf = (blocks: readonly MailBlock[]): string | undefined => blocks.find((block) => block.kind === 'paragraph')?.text;
export const notYou = ({ say }: Voice, business: BusinessRow): MailBlock => ({ kind: 'note', text: say('notYou', { business: business.name, email: business.email }) });
const greeted = ({ say, lang }: Voice, name: string | undefined, sentence: string): string => name ? say('hello', { name, sentence }) : capital(sentence, lang);

/** The code stands in the text only: subjects are kept longer and shown on locked screens. */
export function codeLetter(deps: Setting, business: BusinessRow, given: Reader & { kind: IdentityKind; code: string | null; token: string | null; purpose: 'sign_in' | 'proof'; back: ReturnPlace }): Letter {
  const { kind, code, token, purpose } = given;
  const voice = voiceOf(business, given);
  const { say } = voice;
  const blocks: MailBlock[] = [];
  if (code) {
    blocks.push({ kind: 'paragraph', text: say(purpose === 'sign_in' ? 'codeSignIn' : 'codeProof') });
    blocks.push({ kind: 'code', code: `${code.slice(0, 3)} ${code.slice(3)}` });
  }
  if (token) {
    if (code) blocks.push({ kind: 'paragraph', text: say('codeOrButton') });
    blocks.push({ kind: 'button', label: say('signIn'), url: mailedLink(deps, business, kind, 'sign-in', token, given.back) });
  }
  blocks.push({ kind: 'note', text: say('codeNote') });
  return letter(deps, business, voice, { title: say(purpose === 'sign_in' ? 'signInTitle' : 'proofTitle', { business: business.name }), blocks, why: 'whyTyped' });
}

export function resetLetter(deps: Setting, business: BusinessRow, given: Reader & { kind: IdentityKind; token: string }): Letter {
  const voice = voiceOf(business, given);
  const { say } = voice;
  return letter(deps, business, voice, {
    title: say('resetTitle', { business: business.name }),
    blocks: [
      { kind: 'paragraph', text: say('resetText') },
      { kind: 'button', label: say('resetButton'), url: mailedLink(deps, business, given.kind, 'reset', given.token) },
      { kind: 'note', text: say('resetNote') },
    ],
    why: 'whyReset',
  });
}

export function invitationLetter(deps: Setting, business: BusinessRow, given: Reader & { kind: IdentityKind; name: string; token: string | undefined }): Letter {
  const { kind, token } = given;
  const voice = voiceOf(business, given);
  const { say } = voice;
  const names = { business: business.name };
  const button: MailBlock = token
    ? { kind: 'button', label: say('setPassword'), url: mailedLink(deps, business, kind, 'invitation', token) }
    : { kind: 'button', label: say('signIn'), url: homeOf(deps, business, kind) };
  return letter(deps, business, voice, {
    title: say(kind === 'staff' ? 'staffInvitationTitle' : 'invitationTitle', names),
    blocks: [
      { kind: 'paragraph', text: greeted(voice, given.name, say(kind === 'staff' ? 'staffInvitationText' : 'invitationText', names)) },
      button,
      ...(token ? [{ kind: 'note', text: say('invitationNote') } as const] : []),
    ],
    why: 'whyInvited',
  });
}

type Change = 'password_set' | 'password_reset' | 'password_changed' | 'totp_added' | 'totp_removed';
const changes = {
  password_set: ['passwordSetTitle', 'passwordSetText'],
  password_reset: ['passwordResetTitle', 'passwordResetText'],
  password_changed: ['passwordChangedTitle', 'passwordChangedText'],
  totp_added: ['totpAddedTitle', 'totpAddedText'],
  totp_removed: ['totpRemovedTitle', 'totpRemovedText'],
} as const satisfies Readonly<Record<Change, readonly [title: LetterKey, text: LetterKey]>>;

export function changeLetter(deps: Setting, business: BusinessRow, given: Reader & { name: string | undefined; change: Change }): Letter {
  const voice = voiceOf(business, given);
  const { say } = voice;
  const [title, text] = changes[given.change];
  return letter(deps, business, voice, {
    title: say(title), subject: say('changeSubject', { title: say(title), business: business.name }),
    blocks: [{ kind: 'paragraph', text: greeted(voice, given.name, say(text)) }, notYou(voice, business)],
    why: 'whyLogin',
  });
}

export function welcomeLetter(deps: Setting, business: BusinessRow, given: Reader & { name: string | undefined }): Letter {
  const voice = voiceOf(business, given);
  const { say } = voice;
  return letter(deps, business, voice, {
    title: say('welcomeTitle', { business: business.name }),
    blocks: [{ kind: 'paragraph', text: greeted(voice, given.name, say('welcomeText')) }, { kind: 'button', label: say('openConsole'), url: homeOf(deps, business, 'staff') }],
    why: 'whyWelcome',
  });
}

export function recoveryCodeLetter(deps: Setting, business: BusinessRow, given: Reader & { name: string | undefined; left: number }): Letter {
  const voice = voiceOf(business, given);
  const { say, count } = voice;
  const left = given.left === 0 ? say('recoveryNone') : count('recoveryLeft', given.left);
  const title = say('recoveryUsedTitle');
  return letter(deps, business, voice, {
    title, subject: say('changeSubject', { title, business: business.name }),
    blocks: [{ kind: 'paragraph', text: greeted(voice, given.name, say('recoveryUsedText', { left })) }, notYou(voice, business)],
    why: 'whyLogin',
  });
}
