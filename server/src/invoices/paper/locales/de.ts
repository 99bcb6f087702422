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
};
