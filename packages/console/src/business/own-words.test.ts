import { render } from 'lit';
import { ownWords, type OwnWords } from './own-words.template.ts';

function equal(actual: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`expected ${other}, got ${one}`);
}

describe('the owner\'s words', () => {
  let place: HTMLElement;
  let typed: Readonly<Record<string, string>>[] = [];
  const show = (view: Partial<OwnWords>): void => void render(ownWords({
    words: { 'booking': 'visit', 'booking.de': 'Besuch' }, errors: {}, ownLanguage: 'en', shown: 'en', onShow: () => {}, onWords: (words) => typed.push(words), ...view,
  }), place);
  const field = (word: string): HTMLInputElement => place.querySelector(`#word-${word}`)!;
  beforeEach(() => {
    typed = [];
    document.body.append(place = document.createElement('div'));
  });
  afterEach(() => place.remove());

  it('are plain in the business\'s own language, and named after the others', () => {
    show({});
    equal([field('booking').value, field('bookings').placeholder], ['visit', 'bookings']);
    show({ shown: 'de' });
    equal([field('booking').value, field('bookings').placeholder], ['Besuch', 'Termine']);
    field('bookings').value = 'Besuche';
    field('bookings').dispatchEvent(new Event('input'));
    field('booking').value = '';
    field('booking').dispatchEvent(new Event('input'));
    equal(typed, [{ 'booking': 'visit', 'booking.de': 'Besuch', 'bookings.de': 'Besuche' }, { booking: 'visit' }]);
  });

  it('show what is wrong beside the word that it is about', () => {
    show({ shown: 'de', errors: { 'words.booking.de': 'Too long.' } });
    equal([place.querySelector('.error')?.textContent, field('booking').getAttribute('aria-invalid')], ['Too long.', 'true']);
  });
});
