import type { BaseMessage } from '../base/base-messages.ts';
import type { Dictionary, Say } from '../base/localize.ts';

const english = {
  search: 'Search your documents',
  found: '{count} documents found.',
  'found.one': 'One document found.',
  nothingFound: 'Nothing found for “{text}”. Try a word from inside the document.',
  needsYou: 'Needs you',
  byDay: 'by {day}',
  wasDue: 'was due {day}',
  onceMore: 'Please send it again: {reason}',
  sendIt: 'Send it',
  sendFor: 'Send it: {title}',
  lookedAt: 'Received. We are looking at it.',
  all: 'All',
  contracts: 'Contracts',
  invoices: 'Invoices',
  deliverables: 'Deliverables',
  reports: 'Reports',
  correspondence: 'Correspondence',
  show: 'Show',
  allProjects: 'All projects',
  project: 'Project',
  noneYet: 'No documents yet. What we share with you will be here, and you can send us files.',
  noneHere: 'Nothing is filed here yet.',
  isNew: 'New',
  toApprove: 'Your approval is needed',
  approved: 'Approved',
  changesAsked: 'Changes requested',
  lookAtIt: 'Look at it',
  lookAtOf: 'Look at it: {name}',
  commentCount: '{count} comments',
  'commentCount.one': 'One comment',
  quarantined: 'Being checked',
  refused: 'Not accepted',
  version: 'Version {number}',
  download: 'Download',
  downloadOf: 'Download {name}',
  viewOnly: 'This one is for looking at here; it cannot be downloaded.',
  more: 'Show more',
  upload: 'Send a file',
  drop: 'Drop files here to send them',
  sending: 'Sending {name}',
  percent: '{percent} %',
  sent: '{name} has arrived.',
  filedAs: 'Filed as {name}: that is what it really is.',
  cancel: 'Cancel',
  cancelOf: 'Cancel sending {name}',
  again: 'Try again',
  dismiss: 'Close',
  empty: 'This file is empty.',
  tooLarge: 'This file is too large: {most} at most.',
  wrongType: 'This kind of file cannot be sent.',
  full: 'There is no room for more files at the moment. Please tell us.',
  damaged: 'It did not arrive whole. Please try again.',
  tooMany: 'Too many files at once. Wait until some are through.',
  lineLost: 'The connection was lost. Try again: it goes on where it stopped.',
  beingChecked: 'It is still being checked. Try again in a moment.',
  contentGone: 'This file is not there any more.',
  stale: 'This may be out of date.',
  signIn: 'Sign in',
  signInToSee: 'Sign in to find your documents and to send us files.',
  notSent: 'That didn’t work. Please try again.',
} as const;

/** What only an open document says. */
const viewer = {
  ar: () => import('./locales/viewer-ar.ts'),
  de: () => import('./locales/viewer-de.ts'),
  es: () => import('./locales/viewer-es.ts'),
  fr: () => import('./locales/viewer-fr.ts'),
  pt: () => import('./locales/viewer-pt.ts'),
};

/** Keys are stable: translations and owners refer to them. */
export type DocumentsMessage = keyof typeof english;
/** What templates are given to speak with. */
export type SayDocuments = Say<DocumentsMessage | BaseMessage>;

/** Every word of `<portal-documents>`; those of an open document are added when it arrives. */
export const documentsDictionary: Dictionary<DocumentsMessage> = {
  name: 'documents',
  english,
  others: {
    ar: () => import('./locales/ar.ts'),
    de: () => import('./locales/de.ts'),
    es: () => import('./locales/es.ts'),
    fr: () => import('./locales/fr.ts'),
    pt: () => import('./locales/pt.ts'),
  },
  later: [viewer],
};
