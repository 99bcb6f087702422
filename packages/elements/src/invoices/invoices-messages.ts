import type { BaseMessage } from '../base/base-messages.ts';
import type { Dictionary, Say } from '../base/localize.ts';
import type { balancesMessages } from './balances-messages.ts';
import type { laterMessages } from './later-messages.ts';
import type { plansMessages } from './plans-messages.ts';

const firstMessages = {
  owe: 'You owe {amount}',
  oweDue: 'You owe {amount}, due {day}',
  oweFirst: 'You owe {amount}, the first of it due {day}',
  overdueSince: 'Overdue since {day}',
  overduePart: '{amount} of it overdue since {day}',
  nothing: 'Nothing to pay',
  noneYet: 'Nothing to pay. Your invoices will be here.',
  credit: 'You have {amount} in credit with us.',
  pay: 'Pay {amount}',
  payFor: 'Pay {amount} for {invoice}',
  paying: 'One moment…',
  toPay: 'To pay',
  history: 'History',
  due: 'due {day}',
  ofTotal: 'of {amount}',
  issued: 'Open',
  partly_paid: 'Partly paid',
  paid: 'Paid',
  overdue: 'Overdue',
  void: 'Void',
  credited: 'Credited',
  credit_note: 'Credit note',
  pdf: 'PDF',
  pdfOf: 'Download {invoice} as PDF',
  latest: 'Latest invoice (PDF)',
  choose: 'Choose {invoice}',
  more: 'Show earlier',
  byTransfer: 'Pay by bank transfer',
  reference: 'Please give {number} as the reference.',
  billing: 'Billing details',
  receipts: 'Payments and receipts',
  stale: 'This may be out of date.',
  nowPaid: '{invoice} is paid.',
  signIn: 'Sign in',
  signInToSee: 'Sign in to see what is open, pay it, and find your invoices.',
  notSent: 'That didn’t work. Please try again.',
} as const;

export type FirstMessage = keyof typeof firstMessages;
export type LaterMessage = keyof typeof laterMessages | keyof typeof balancesMessages | keyof typeof plansMessages;
/** Keys are stable: translations and owners refer to them. */
export type InvoicesMessage = FirstMessage | LaterMessage;
/** What templates are given to speak with. */
export type SayInvoices = Say<InvoicesMessage | BaseMessage>;

/** Every word of `<portal-invoices>`. Those of a view that comes later are added when it arrives. */
export const invoicesDictionary: Dictionary<InvoicesMessage, FirstMessage> = {
  name: 'invoices',
  english: { ...firstMessages } as Record<InvoicesMessage, string>,
  others: {
    ar: () => import('./locales/ar.ts'),
    de: () => import('./locales/de.ts'),
    es: () => import('./locales/es.ts'),
    fr: () => import('./locales/fr.ts'),
    pt: () => import('./locales/pt.ts'),
  },
  later: [
    {
      ar: () => import('./locales/later-ar.ts'),
      de: () => import('./locales/later-de.ts'),
      es: () => import('./locales/later-es.ts'),
      fr: () => import('./locales/later-fr.ts'),
      pt: () => import('./locales/later-pt.ts'),
    },
  ],
};
