import type { PaperWords } from '../paper-words.ts';

export const de: PaperWords = {
  invoice: 'Rechnung', credit_note: 'Gutschrift', receipt: 'Quittung',
  billedTo: 'Rechnung an', number: 'Nummer', issuedOn: 'Datum', dueOn: 'Fällig', poNumber: 'Ihr Zeichen', taxNumber: 'Steuernummer', creditOf: 'Zu Rechnung',
  description: 'Leistung', quantity: 'Menge', unitPrice: 'Preis', amount: 'Betrag', discount: 'Rabatt', taxIncluded: 'inkl. Steuer',
  subtotal: 'Zwischensumme', total: 'Gesamt', credited: 'Gutgeschrieben', paid: 'Bezahlt', due: 'Offener Betrag', deposit: 'Anzahlung',
  taxLine: '{name} {rate} auf {base}', exemptLine: '{name}, steuerfrei', reverseChargeLine: '{name}, Reverse-Charge',
  reverseChargeNote: 'Steuerschuldnerschaft des Leistungsempfängers (Reverse-Charge).', exemptNote: 'Steuerfrei.',
  dueSentence: '{amount}, fällig am {date}', paidSentence: '{amount}, dankend erhalten', creditSentence: '{amount} gutgeschrieben', nothingDue: 'Nichts zu zahlen',
  howToPay: 'So zahlen Sie', payReference: 'Bitte geben Sie bei der Überweisung {number} an.', page: 'Seite {page} von {pages}',
  method: 'Bezahlt per', receivedOn: 'Eingegangen', methods: { bank_transfer: 'Überweisung', cash: 'Bar', card_terminal: 'Karte', card: 'Karte', other: 'Sonstiges' }, paidFor: 'Für', accountCredit: 'Guthaben',
  statement: 'Kontoauszug', from: 'Von', until: 'Bis', openingBalance: 'Übertrag', closingBalance: 'Endsaldo', balance: 'Saldo', payment: 'Zahlung', refund: 'Rückzahlung', voided: 'Storno von Rechnung',
  owedThen: '{amount} offen', inCredit: '{amount} zu Ihren Gunsten', nothingHappened: 'In dieser Zeit ist nichts geschehen, und nichts ist offen.',
  ages: { current: 'Noch nicht fällig', days_1_30: '1–30 Tage überfällig', days_31_60: '31–60 Tage überfällig', days_61_90: '61–90 Tage überfällig', over_90: 'Über 90 Tage überfällig' },
};
