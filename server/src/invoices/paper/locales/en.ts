import type { PaperWords } from '../paper-words.ts';

export const en: PaperWords = {
  invoice: 'Invoice', credit_note: 'Credit note', receipt: 'Receipt',
  billedTo: 'Billed to', number: 'Number', issuedOn: 'Date', dueOn: 'Due', poNumber: 'Your reference', taxNumber: 'Tax number', creditOf: 'For invoice',
  description: 'Description', quantity: 'Quantity', unitPrice: 'Price', amount: 'Amount', discount: 'Discount', taxIncluded: 'including tax',
  subtotal: 'Subtotal', total: 'Total', credited: 'Credited', paid: 'Paid', due: 'Amount due', deposit: 'Deposit',
  taxLine: '{name} {rate} on {base}', exemptLine: '{name}, exempt', reverseChargeLine: '{name}, reverse charge',
  reverseChargeNote: 'Reverse charge: the recipient owes the tax.', exemptNote: 'Exempt from tax.',
  dueSentence: '{amount}, due {date}', paidSentence: '{amount}, paid with thanks', creditSentence: '{amount} credited', nothingDue: 'Nothing to pay',
  howToPay: 'How to pay', payReference: 'Please name {number} with your transfer.', page: 'Page {page} of {pages}',
  method: 'Paid by', receivedOn: 'Received', methods: { bank_transfer: 'Bank transfer', cash: 'Cash', card_terminal: 'Card', card: 'Card', other: 'Other' }, paidFor: 'For', accountCredit: 'Account credit',
  statement: 'Statement', from: 'From', until: 'To', openingBalance: 'Balance brought forward', closingBalance: 'Closing balance', balance: 'Balance', payment: 'Payment', refund: 'Refund', voided: 'Invoice void',
  owedThen: '{amount} open', inCredit: '{amount} in your favour', nothingHappened: 'Nothing happened in this time, and nothing is open.',
  ages: { current: 'Not yet due', days_1_30: '1–30 days late', days_31_60: '31–60 days late', days_61_90: '61–90 days late', over_90: 'Over 90 days late' },
};
