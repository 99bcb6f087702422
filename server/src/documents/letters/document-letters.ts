import { letterhead, portalLink, type BusinessRow } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import type { Voice } from '../../domain/letters/voice.ts';
import type { MailBlock } from '../../effects/mail-blocks.ts';
import type { MailContent } from '../../notifications/public.ts';

export interface DocumentLetter {
  readonly subject: string;
  readonly content: MailContent;
}

/** A document that a letter is about, and what came with it. */
export interface ToldDocument {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** When what opens has come. */
  readonly since: number;
}

type LetterDeps = Pick<Deps, 'config'>;
const mostNamed = 10;

function listed(told: readonly ToldDocument[], { count }: Voice): readonly MailBlock[] {
  const named = told.slice(0, mostNamed).map(({ name, note }): MailBlock => ({ kind: 'quote', text: note ? `${name}\n${note}` : name }));
  return told.length > mostNamed ? [...named, { kind: 'note', text: count('moreDocuments', told.length - mostNamed) }] : named;
}

/** Something new is there for a client's person. */
export function newDocumentsLetter(deps: LetterDeps, business: BusinessRow, voice: Voice, name: string, told: readonly ToldDocument[]): DocumentLetter {
  const { say, count, lang } = voice;
  const title = count('newDocuments', told.length);
  const [only] = told;
  return {
    subject: told.length === 1 && only ? `${title}: ${only.name}` : title,
    content: {
      business: letterhead(deps, business), lang, title, preheader: told.map((one) => one.name).join(' · ').slice(0, 200), why: say('whyDocuments', { business: business.name }),
      blocks: [
        { kind: 'paragraph', text: say('hello', { name, sentence: say('newDocumentsText') }) }, ...listed(told, voice),
        { kind: 'button', label: say('openDocuments'), url: portalLink(deps, business, told.length === 1 && only ? `#portal/documents/${only.id}` : '#portal/documents') },
      ],
    },
  };
}

/** A client has sent something to the business. */
export function sentDocumentsLetter(deps: LetterDeps, business: BusinessRow, voice: Voice, clientName: string, told: readonly ToldDocument[]): DocumentLetter {
  const { say, count, lang } = voice;
  const title = say('sentDocumentsTitle', { name: clientName, files: count('sentFiles', told.length) });
  const [only] = told;
  return {
    subject: title,
    content: {
      business: letterhead(deps, business), lang, title, preheader: told.map((one) => one.name).join(' · ').slice(0, 200), why: say('whyOwnerDocuments'),
      blocks: [...listed(told, voice), { kind: 'button', label: say('openDocuments'), url: `${deps.config.publicUrl}/console/#/documents${told.length === 1 && only ? `/${only.id}` : ''}` }],
    },
  };
}
