import type { PaperWords } from '../paper-words.ts';

export const es: PaperWords = {
  invoice: 'Factura', credit_note: 'Nota de crédito', receipt: 'Recibo',
  billedTo: 'Facturado a', number: 'Número', issuedOn: 'Fecha', dueOn: 'Vencimiento', poNumber: 'Su referencia', taxNumber: 'Número fiscal', creditOf: 'Sobre la factura',
  description: 'Concepto', quantity: 'Cantidad', unitPrice: 'Precio', amount: 'Importe', discount: 'Descuento', taxIncluded: 'impuesto incluido',
  subtotal: 'Subtotal', total: 'Total', credited: 'Abonado', paid: 'Pagado', due: 'Pendiente de pago', deposit: 'Anticipo',
  taxLine: '{name} {rate} sobre {base}', exemptLine: '{name}, exento', reverseChargeLine: '{name}, inversión del sujeto pasivo',
  reverseChargeNote: 'Inversión del sujeto pasivo: el destinatario debe el impuesto.', exemptNote: 'Exento de impuesto.',
  dueSentence: '{amount}, a pagar antes del {date}', paidSentence: '{amount}, pagado, gracias', creditSentence: '{amount} a su favor', nothingDue: 'Nada que pagar',
  howToPay: 'Cómo pagar', payReference: 'Indique {number} en su transferencia, por favor.', page: 'Página {page} de {pages}',
  method: 'Pagado con', receivedOn: 'Recibido', methods: { bank_transfer: 'Transferencia', cash: 'Efectivo', card_terminal: 'Tarjeta', card: 'Tarjeta', other: 'Otro' }, paidFor: 'Por', accountCredit: 'Saldo a favor',
  statement: 'Extracto de cuenta', from: 'Desde', until: 'Hasta', openingBalance: 'Saldo anterior', closingBalance: 'Saldo final', balance: 'Saldo', payment: 'Pago', refund: 'Reembolso', voided: 'Anulación de factura',
  owedThen: '{amount} pendientes', inCredit: '{amount} a su favor', nothingHappened: 'No hubo movimientos en este período y no queda nada pendiente.',
  ages: { current: 'Aún no vencido', days_1_30: '1–30 días de retraso', days_31_60: '31–60 días de retraso', days_61_90: '61–90 días de retraso', over_90: 'Más de 90 días' },
};
