import type { AgeBucket } from '../invoice-rules.ts';
import { ar } from './locales/ar.ts';
import { de } from './locales/de.ts';
import { en } from './locales/en.ts';
import { es } from './locales/es.ts';
import { fr } from './locales/fr.ts';
import { pt } from './locales/pt.ts';

type Word = 'invoice' | 'credit_note' | 'receipt' | 'billedTo' | 'number' | 'issuedOn' | 'dueOn' | 'poNumber' | 'taxNumber' | 'creditOf' | 'description' | 'quantity' | 'unitPrice'
  | 'amount' | 'discount' | 'taxIncluded' | 'subtotal' | 'total' | 'credited' | 'paid' | 'due' | 'deposit' | 'taxLine' | 'exemptLine' | 'reverseChargeLine' | 'reverseChargeNote' | 'exemptNote'
  | 'dueSentence' | 'paidSentence' | 'creditSentence' | 'nothingDue' | 'howToPay' | 'payReference' | 'page' | 'method' | 'receivedOn' | 'paidFor' | 'accountCredit'
  | 'statement' | 'from' | 'until' | 'openingBalance' | 'closingBalance' | 'balance' | 'payment' | 'refund' | 'voided' | 'owedThen' | 'inCredit' | 'nothingHappened';

/** What stands on papers, in one language. `{name}` is filled in. */
export type PaperWords = Readonly<Record<Word, string>> & { readonly methods: Readonly<Record<string, string>>; readonly ages: Readonly<Record<AgeBucket, string>> };

export const paperLocales: Readonly<Record<string, PaperWords>> = { ar, de, en, es, fr, pt };

/** The words of a language; English where we have none. */
export const paperWords = (lang: string): PaperWords => paperLocales[lang.toLowerCase().split('-')[0] ?? ''] ?? en;

export const isRightToLeft = (lang: string): boolean => /^(ar|he|fa|ur)\b/i.test(lang);

export const filled = (text: string, values: Readonly<Record<string, string>>): string => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
