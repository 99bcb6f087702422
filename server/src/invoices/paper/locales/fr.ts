import type { PaperWords } from '../paper-words.ts';

export const fr: PaperWords = {
  invoice: 'Facture', credit_note: 'Avoir', receipt: 'Reçu',
  billedTo: 'Facturé à', number: 'Numéro', issuedOn: 'Date', dueOn: 'Échéance', poNumber: 'Votre référence', taxNumber: 'Numéro fiscal', creditOf: 'Sur facture',
  description: 'Désignation', quantity: 'Quantité', unitPrice: 'Prix', amount: 'Montant', discount: 'Remise', taxIncluded: 'taxe comprise',
  subtotal: 'Sous-total', total: 'Total', credited: 'Avoirs', paid: 'Payé', due: 'Reste à payer', deposit: 'Acompte',
  taxLine: '{name} {rate} sur {base}', exemptLine: '{name}, exonéré', reverseChargeLine: '{name}, autoliquidation',
  reverseChargeNote: 'Autoliquidation : la taxe est due par le preneur.', exemptNote: 'Exonéré de taxe.',
  dueSentence: '{amount}, à régler avant le {date}', paidSentence: '{amount}, payé, merci', creditSentence: '{amount} à votre crédit', nothingDue: 'Rien à payer',
  howToPay: 'Pour payer', payReference: 'Merci d’indiquer {number} avec votre virement.', page: 'Page {page} sur {pages}',
  method: 'Payé par', receivedOn: 'Reçu le', methods: { bank_transfer: 'Virement', cash: 'Espèces', card_terminal: 'Carte', card: 'Carte', other: 'Autre' }, paidFor: 'Pour', accountCredit: 'Avoir en compte',
};
