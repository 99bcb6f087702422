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
  statement: 'Relevé de compte', from: 'Du', until: 'Au', openingBalance: 'Solde reporté', closingBalance: 'Solde final', balance: 'Solde', payment: 'Paiement', refund: 'Remboursement', voided: 'Annulation de facture',
  owedThen: '{amount} à régler', inCredit: '{amount} en votre faveur', nothingHappened: 'Aucun mouvement sur cette période, et rien à régler.',
  ages: { current: 'Pas encore échu', days_1_30: '1–30 jours de retard', days_31_60: '31–60 jours de retard', days_61_90: '61–90 jours de retard', over_90: 'Plus de 90 jours' },
};
