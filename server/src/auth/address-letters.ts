import type { BusinessRow } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { letter, mailedLink, notYou, voiceOf, type Letter, type Reader } from './account-letters.ts';
import type { IdentityKind } from './tables.ts';

type Setting = Pick<Deps, 'config'>;

export function confirmEmailLetter(deps: Setting, business: BusinessRow, given: Reader & { kind: IdentityKind; side: 'old' | 'new'; newEmail: string; token: string }): Letter {
  const { kind, side, newEmail, token } = given;
  const voice = voiceOf(business, given);
  const { say } = voice;
  const names = { business: business.name, newEmail, email: business.email };
  return letter(deps, business, voice, {
    title: say(side === 'old' ? 'confirmOldTitle' : 'confirmNewTitle', names),
    blocks: [
      { kind: 'paragraph', text: say(side === 'old' ? 'confirmOldText' : 'confirmNewText', names) },
      { kind: 'button', label: say('confirm'), url: mailedLink(deps, business, kind, 'confirm-email', token) },
      { kind: 'note', text: say(side === 'old' ? 'confirmOldNote' : 'confirmNewNote', names) },
    ],
    why: 'whyAddressChange',
  });
}

/** To an address that has a login of its own: the asker learns nothing, its owner everything. */
export function addressTakenLetter(deps: Setting, business: BusinessRow, reader: Reader): Letter {
  const voice = voiceOf(business, reader);
  return letter(deps, business, voice, {
    title: voice.say('addressTakenTitle'), blocks: [{ kind: 'paragraph', text: voice.say('addressTakenText', { business: business.name }) }], why: 'whyLogin',
  });
}

export function emailChangedLetter(deps: Setting, business: BusinessRow, given: Reader & { newEmail: string }): Letter {
  const voice = voiceOf(business, given);
  return letter(deps, business, voice, {
    title: voice.say('addressChangedTitle', { business: business.name }),
    blocks: [{ kind: 'paragraph', text: voice.say('addressChangedText', { newEmail: given.newEmail }) }, notYou(voice, business)],
    why: 'whyLogin',
  });
}

export function emailMovedLetter(deps: Setting, business: BusinessRow, reader: Reader): Letter {
  const voice = voiceOf(business, reader);
  return letter(deps, business, voice, {
    title: voice.say('addressChangedTitle', { business: business.name }),
    blocks: [{ kind: 'paragraph', text: voice.say('addressMovedText', { business: business.name }) }, { kind: 'note', text: voice.say('addressMovedNote', { email: business.email }) }],
    why: 'whyHadLogin',
  });
}
