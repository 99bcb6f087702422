/** What the demo's card network does with which number; the numbers are the ones that developers know from Stripe. */
export type CardFate = 'pays' | 'declined' | 'asks_first' | 'pays_late' | 'pays_silently' | 'pays_once';

export interface TestCard {
  readonly number: string;
  readonly fate: CardFate;
  readonly says: string;
}

export const testCards: readonly TestCard[] = [
  { number: '4242 4242 4242 4242', fate: 'pays', says: 'Pays at once' },
  { number: '4000 0000 0000 0002', fate: 'declined', says: 'Is declined' },
  { number: '4000 0027 6000 3184', fate: 'asks_first', says: 'Asks the bank first' },
  { number: '4000 0000 0000 0077', fate: 'pays_late', says: 'Pays, but says so ten seconds later' },
  { number: '4000 0000 0000 0341', fate: 'pays_silently', says: 'Pays, and never says so: found by looking' },
  { number: '4000 0082 6000 3178', fate: 'pays_once', says: 'Pays now, and is declined when it is charged automatically' },
];

export const fateOf = (number: string): CardFate | undefined => testCards.find((card) => card.number.replaceAll(' ', '') === number.replaceAll(/\s/g, ''))?.fate;
