import type { PaperWords } from '../paper-words.ts';

export const pt: PaperWords = {
  invoice: 'Fatura', credit_note: 'Nota de crédito', receipt: 'Recibo',
  billedTo: 'Faturado a', number: 'Número', issuedOn: 'Data', dueOn: 'Vencimento', poNumber: 'Sua referência', taxNumber: 'Número fiscal', creditOf: 'Sobre a fatura',
  description: 'Descrição', quantity: 'Quantidade', unitPrice: 'Preço', amount: 'Valor', discount: 'Desconto', taxIncluded: 'imposto incluído',
  subtotal: 'Subtotal', total: 'Total', credited: 'Creditado', paid: 'Pago', due: 'Valor em aberto', deposit: 'Sinal',
  taxLine: '{name} {rate} sobre {base}', exemptLine: '{name}, isento', reverseChargeLine: '{name}, autoliquidação',
  reverseChargeNote: 'Autoliquidação: o imposto é devido pelo destinatário.', exemptNote: 'Isento de imposto.',
  dueSentence: '{amount}, a pagar até {date}', paidSentence: '{amount}, pago, obrigado', creditSentence: '{amount} a seu favor', nothingDue: 'Nada a pagar',
  howToPay: 'Como pagar', payReference: 'Indique {number} na transferência, por favor.', page: 'Página {page} de {pages}',
  method: 'Pago por', receivedOn: 'Recebido', methods: { bank_transfer: 'Transferência', cash: 'Dinheiro', card_terminal: 'Cartão', card: 'Cartão', other: 'Outro' }, paidFor: 'Por', accountCredit: 'Saldo em conta',
};
