import { equal, ok } from '../test-support/mount.ts';
import { fill, learn, learnProblems, problemIn, say, wordsIn } from './localize.ts';
import type { Dictionary } from './localize.ts';
import { baseDictionary } from './base-messages.ts';
import { languages } from './locale-of.ts';

const german = { hello: 'Hallo {name}', times: '{count} Zeiten', 'times.one': 'eine Zeit', own: 'Ihre {bookings}', only: 'Nur Deutsch' };
const arabic = { ...german, 'hello': 'أهلًا {name}', 'times.two': 'وقتان', 'times.few': '{count} أوقات' };
const dictionary: Dictionary<keyof typeof german> = {
  name: 'test',
  english: { hello: 'Hello {name}', times: '{count} times', 'times.one': 'one time', own: 'Your {bookings}', only: 'Only English' },
  others: {
    ar: async () => ({ messages: arabic }), de: async () => ({ messages: german }), es: async () => ({ messages: german }),
    fr: async () => { throw new Error('offline'); }, pt: async () => ({ messages: german }),
  },
};

/** A page's own words, until the test is over. */
function pageSays(lang: string, words: object | string): void {
  const script = document.createElement('script');
  Object.assign(script, { type: 'application/json', lang, textContent: typeof words === 'string' ? words : JSON.stringify(words) });
  script.setAttribute('data-portal-words', '');
  document.head.append(script);
}

describe('say', () => {
  it('fills in, and leaves what it was not given', () => {
    equal(say(dictionary, 'en', 'hello', { name: 'Thandi' }), 'Hello Thandi');
    equal(say(dictionary, 'en', 'hello'), 'Hello {name}');
    equal(say(dictionary, 'en', 'hello', { name: '{count}' }), 'Hello {count}');
  });

  it('speaks the language once it has been learned, English until then and where it cannot be fetched', async () => {
    equal(say(dictionary, 'de-AT', 'hello', { name: 'A' }), 'Hello A');
    await learn(dictionary, 'de-AT');
    equal(say(dictionary, 'de-AT', 'hello', { name: 'A' }), 'Hallo A');
    equal(learn(dictionary, 'de-AT'), undefined, 'asked twice');
    await learn(dictionary, 'fr');
    equal(say(dictionary, 'fr', 'only'), 'Only English');
    ok(learn(dictionary, 'fr'), 'a broken connection is for ever');
  });

  it('chooses the plural form of the language', async () => {
    equal([0, 1, 2].map((count) => say(dictionary, 'en', 'times', { count })), ['0 times', 'one time', '2 times']);
    await Promise.all([learn(dictionary, 'ar'), learn(baseDictionary, 'ar')]);
    equal([1, 2, 5, 11].map((count) => say(dictionary, 'ar', 'times', { count })), ['eine Zeit', 'وقتان', '5 أوقات', '11 Zeiten']);
  });

  it('keeps a name from turning an Arabic sentence around, and writes numbers as the region does', async () => {
    await Promise.all(['ar', 'ar-EG'].flatMap((locale) => [learn(dictionary, locale), learn(baseDictionary, locale)]));
    equal(say(dictionary, 'ar', 'hello', { name: 'Anna (GMT+2)' }), 'أهلًا \u2068Anna (GMT+2)\u2069');
    equal([fill('ar', 27), fill('ar-EG', 27), fill('de', 27)], ['27', '٢٧', '27']);
    equal(say(dictionary, 'ar-EG', 'times', { count: 5 }), '٥ أوقات');
  });
});

describe('what the API reports', () => {
  it('has its words once something was refused; without an answer they are there before', async () => {
    await learn(baseDictionary, 'pt');
    equal(problemIn('pt', 'rate_limited'), problemIn('pt', 'internal'));
    ok(problemIn('pt', 'unreachable') !== problemIn('pt', 'internal'), 'nothing is said of a broken connection');
    await learnProblems();
    equal(problemIn('pt', 'rate_limited'), (await import('./locales/problems-pt.ts')).problems.rate_limited);
    equal(problemIn('pt', 'conflict', 'already_over'), (await import('./locales/problems-pt.ts')).problems['conflict.already_over']);
  });
});

describe('the words of the owner', () => {
  it('are used in the business\'s own language, and in another one where they are given for it', async () => {
    equal(say(dictionary, 'en', 'own'), 'Your bookings');
    equal(wordsIn('en', { bookings: 'visits' }, 'en-ZA')['bookings'], 'visits');
    await learn(baseDictionary, 'de');
    equal(wordsIn('de', { bookings: 'visits' }, 'en')['bookings'], 'Termine');
    equal(wordsIn('de', { 'bookings': 'visits', 'bookings.de': 'Besuche' }, 'en')['bookings'], 'Besuche');
  });
});

describe('the words of the page', () => {
  afterEach(() => document.querySelectorAll('[data-portal-words]').forEach((script) => script.remove()));

  it('replace ours and bring languages that we do not have', async () => {
    pageSays('nl', { test: { hello: 'Dag {name}' }, words: { bookings: 'afspraken' } });
    pageSays('de-CH', { test: { hello: 'Grüezi {name}' }, problems: { busy: 'Moment.' } });
    for (const locale of ['nl', 'de-CH', 'de-LI']) await Promise.all([learn(dictionary, locale), learn(baseDictionary, locale)]);
    equal([say(dictionary, 'nl', 'hello', { name: 'A' }), say(dictionary, 'nl', 'own')], ['Dag A', 'Your afspraken']);
    equal([say(dictionary, 'de-CH', 'hello', { name: 'A' }), say(dictionary, 'de-CH', 'only')], ['Grüezi A', 'Nur Deutsch']);
    equal([problemIn('de-CH', 'busy'), say(dictionary, 'de-LI', 'hello', { name: 'A' })], ['Moment.', 'Hallo A']);
  });

  it('do no harm when they are broken', async () => {
    pageSays('en-NZ', '{ no');
    await learn(dictionary, 'en-NZ');
    equal(say(dictionary, 'en-NZ', 'only'), 'Only English');
  });
});

describe('every language', () => {
  for (const locale of languages) {
    it(`counts as the browser does: ${locale}`, async () => {
      const { language } = await baseDictionary.others[locale]();
      const rules = new Intl.PluralRules(locale);
      const wrong = Array.from({ length: 250 }, (_, count) => count).filter((count) => language?.plural(count) !== rules.select(count));
      equal(wrong, []);
    });
  }
});
