import { letterhead, portalLink, type BusinessRow } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { dateLabel } from '../../domain/civil-dates.ts';
import type { LetterKey, Voice } from '../../domain/letters/voice.ts';
import type { MailBlock } from '../../effects/mail-blocks.ts';
import type { DocumentLetter } from '../letters/document-letters.ts';

type LetterDeps = Pick<Deps, 'config'>;

/** What a letter about a document is about. */
export interface Talked {
  readonly id: string;
  readonly name: string;
}

const atDesk = ({ config }: LetterDeps, { id }: Talked): string => `${config.publicUrl}/console/#/documents/${id}`;
const atPage = (deps: LetterDeps, business: BusinessRow, { id }: Talked): string => portalLink(deps, business, `#portal/documents/${id}`);

export interface AskedFor {
  readonly message: string;
  readonly dueOn: string | null;
  readonly isReminder: boolean;
}

/** To a client's person: please look, and decide. */
export function approvalLetter(deps: LetterDeps, business: BusinessRow, voice: Voice, name: string, document: Talked, { message, dueOn, isReminder }: AskedFor): DocumentLetter {
  const { say, lang } = voice;
  const title = say(isReminder ? 'approveReminderTitle' : 'approveTitle', { name: document.name });
  const due = dueOn === null ? undefined : dateLabel(dueOn, lang);
  return {
    subject: title,
    content: {
      business: letterhead(deps, business), lang, title, preheader: due ?? document.name, why: say('whyDocuments', { business: business.name }),
      blocks: [
        { kind: 'paragraph', text: say('hello', { name, sentence: say(isReminder ? 'approveReminderText' : 'approveText') }) },
        ...(message ? [{ kind: 'quote', text: message } as const] : []),
        ...(due === undefined ? [] : [{ kind: 'facts', facts: [{ label: say('dueFact'), value: due }] } as const]),
        { kind: 'button', label: say('lookAtIt'), url: atPage(deps, business, document) },
      ],
    },
  };
}

/** To the business: a client has decided. */
export function decisionLetter(deps: LetterDeps, business: BusinessRow, { say, lang }: Voice, client: string, document: Talked & { readonly version: number }, { isApproved, reason }: { readonly isApproved: boolean; readonly reason: string | null }): DocumentLetter {
  const title = say(isApproved ? 'approvedTitle' : 'changesTitle', { client, name: document.name });
  return {
    subject: title,
    content: {
      business: letterhead(deps, business), lang, title, preheader: reason?.slice(0, 200) ?? document.name, why: say('whyOwnerReviews'),
      blocks: [
        ...(reason ? [{ kind: 'quote', text: reason } as const] : []),
        { kind: 'facts', facts: [{ label: say('versionFact'), value: new Intl.NumberFormat(lang).format(document.version) }] },
        { kind: 'button', label: say('openDocuments'), url: atDesk(deps, document) },
      ],
    },
  };
}

export interface Quoted {
  readonly byName: string;
  readonly text: string;
}

const mostQuoted = 5;

/** What was said about a document since the last letter, to whoever has not said it. */
export function commentsLetter(deps: LetterDeps, business: BusinessRow, voice: Voice, document: Talked, said: readonly Quoted[], to: { readonly client: string } | 'staff'): DocumentLetter {
  const { say, count, lang } = voice;
  const title = say('commentsOn', { comments: count('newComments', said.length), name: document.name });
  const isStaff = to === 'staff';
  const why: LetterKey = isStaff ? 'whyOwnerReviews' : 'whyDocuments';
  const blocks: MailBlock[] = said.slice(0, mostQuoted).map(({ byName, text }) => ({ kind: 'quote', text: `${byName}\n${text}` }));
  if (said.length > mostQuoted) blocks.push({ kind: 'note', text: count('moreComments', said.length - mostQuoted) });
  return {
    subject: title,
    content: {
      business: letterhead(deps, business), lang, title, preheader: said[0]?.text.slice(0, 200) ?? '', why: say(why, { business: business.name }),
      blocks: [
        ...(isStaff ? [] : [{ kind: 'paragraph', text: say('hello', { name: to.client, sentence: say('commentsText') }) } as const]), ...blocks,
        { kind: 'button', label: say(isStaff ? 'openDocuments' : 'lookAtIt'), url: isStaff ? atDesk(deps, document) : atPage(deps, business, document) },
      ],
    },
  };
}
