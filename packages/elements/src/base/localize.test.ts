import { equal } from '../test-support/mount.ts';
import { addTranslation, say } from './localize.ts';

const english = { hello: 'Hello {name}', times: '{count} times', 'times.one': 'one time', own: 'Your {bookings}', only: 'Only English' } as const;

describe('say', () => {
  it('fills in, and leaves what it was not given', () => {
    equal(say(english, 'en', 'hello', { name: 'Thandi' }), 'Hello Thandi');
    equal(say(english, 'en', 'hello'), 'Hello {name}');
    equal(say(english, 'en', 'hello', { name: '{count}' }), 'Hello {count}');
  });

  it('chooses the plural form of the language', () => {
    equal([0, 1, 2].map((count) => say(english, 'en', 'times', { count })), ['0 times', 'one time', '2 times']);
    addTranslation(english, 'pl', { times: '{count} razy', 'times.one': 'raz', 'times.few': '{count} razy (few)' });
    equal([1, 2, 5].map((count) => say(english, 'pl', 'times', { count })), ['raz', '2 razy (few)', '5 razy']);
  });

  it('uses the owner\'s words', () => {
    equal(say(english, 'en', 'own'), 'Your bookings');
    equal(say(english, 'en', 'own', {}, { bookings: 'visits' }), 'Your visits');
  });

  it('speaks the region, else the language, else English', () => {
    addTranslation(english, 'de', { hello: 'Hallo {name}' });
    addTranslation(english, 'de-AT', { hello: 'Servus {name}' });
    equal(['de-AT', 'de-CH', 'de', 'fr'].map((locale) => say(english, locale, 'hello', { name: 'A' })), ['Servus A', 'Hallo A', 'Hallo A', 'Hello A']);
    equal(say(english, 'de-AT', 'only'), 'Only English');
  });
});
