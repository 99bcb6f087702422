import { accountDictionary } from '../auth/account-messages.ts';
import { laterLoginMessages } from '../auth/login-later-messages.ts';
import { loginDictionary } from '../auth/login-messages.ts';
import { answersMessages } from '../bookings/answers-messages.ts';
import { appointmentsMessages } from '../bookings/appointments-messages.ts';
import { bookingsDictionary } from '../bookings/bookings-messages.ts';
import { cardMessages } from '../bookings/card-messages.ts';
import { balancesMessages } from '../invoices/balances-messages.ts';
import { documentsDictionary } from '../documents/documents-messages.ts';
import { viewerMessages } from '../documents/viewer/viewer-messages.ts';
import { invoicesDictionary } from '../invoices/invoices-messages.ts';
import { laterMessages } from '../invoices/later-messages.ts';
import { plansMessages } from '../invoices/plans-messages.ts';
import { zoneMessages } from '../bookings/zone-messages.ts';
import { usualWords } from '@portico/contract/usual-words.ts';
import { renamableWords } from '@portico/contract/words.ts';
import { equal } from '../test-support/mount.ts';
import { baseDictionary } from './base-messages.ts';
import { languages } from './locale-of.ts';
import type { Dictionary, Words } from './localize.ts';

const late: Words = { ...answersMessages, ...cardMessages, ...zoneMessages };
const [lists, rest] = bookingsDictionary.later!;
const dictionaries: readonly Dictionary[] = [
  baseDictionary, loginDictionary, { name: 'login, later', english: laterLoginMessages, others: loginDictionary.later![0]! }, accountDictionary, bookingsDictionary, { name: 'bookings, lists', english: appointmentsMessages, others: lists! }, { name: 'bookings, later', english: late, others: rest! },
  documentsDictionary, { name: 'documents, viewer', english: viewerMessages, others: documentsDictionary.later![0]! }, invoicesDictionary, { name: 'invoices, later', english: { ...laterMessages, ...balancesMessages, ...plansMessages }, others: invoicesDictionary.later![0]! },
];

const valuesIn = (text: string): string => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))]
  .filter((name) => !(name in renamableWords)).sort().join();
const wordsIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).filter((name) => name in renamableWords);

/** That no key is missing is checked by the types; what they cannot see is checked here. */
describe('every translation', () => {
  for (const locale of languages) {
    it(`calls things what the owner is told that they are called: ${locale}`, async () => {
      equal((await baseDictionary.others[locale]()).language?.words, usualWords[locale]);
    });

    for (const { name, english, others } of dictionaries) {
      it(`fills in what English fills in: ${name}, ${locale}`, async () => {
        const messages = (await others[locale]()).messages as Words;
        const wrong = Object.entries(english).filter(([key, text]) => {
          const isPluralForm = key.includes('.');
          return !isPluralForm && valuesIn(messages[key] ?? '') !== valuesIn(text);
        });
        equal(wrong, []);
      });

      it(`has the forms that counting takes, and nothing empty or strange: ${name}, ${locale}`, async () => {
        const messages = (await others[locale]()).messages as Words;
        const counted = Object.keys(english).filter((key) => `${key}.one` in english);
        const seen = new Set(Array.from({ length: 200 }, (_, count) => new Intl.PluralRules(locale).select(count)));
        const missing = counted.flatMap((key) => [...seen].filter((form) => form !== 'other').map((form) => `${key}.${form}`)).filter((key) => !messages[key]);
        const strange = Object.entries(messages).filter(([key, text]) => {
          const [plain = ''] = key.split('.');
          const allowed = new Set(valuesIn(english[plain] ?? '').split(','));
          return !text.trim() || valuesIn(text).split(',').some((value) => value && !allowed.has(value)) || (!wordsIn(english[plain] ?? '').length && wordsIn(text).length > 0);
        });
        equal([missing, strange], [[], []]);
      });
    }
  }
});
