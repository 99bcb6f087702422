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
  statement: 'Extrato de conta', from: 'De', until: 'Até', openingBalance: 'Saldo anterior', closingBalance: 'Saldo final', balance: 'Saldo', payment: 'Pagamento', refund: 'Reembolso', voided: 'Anulação de fatura',
  owedThen: '{amount} em aberto', inCredit: '{amount} a seu favor', nothingHappened: 'Não houve movimentos neste período e nada está em aberto.',
  ages: { current: 'Ainda não vencido', days_1_30: '1–30 dias de atraso', days_31_60: '31–60 dias de atraso', days_61_90: '61–90 dias de atraso', over_90: 'Mais de 90 dias' },
};
