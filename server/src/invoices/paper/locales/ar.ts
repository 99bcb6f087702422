import type { PaperWords } from '../paper-words.ts';

export const ar: PaperWords = {
  invoice: 'فاتورة', credit_note: 'إشعار دائن', receipt: 'إيصال',
  billedTo: 'فاتورة إلى', number: 'الرقم', issuedOn: 'التاريخ', dueOn: 'الاستحقاق', poNumber: 'مرجعكم', taxNumber: 'الرقم الضريبي', creditOf: 'عن الفاتورة',
  description: 'البيان', quantity: 'الكمية', unitPrice: 'السعر', amount: 'المبلغ', discount: 'خصم', taxIncluded: 'شامل الضريبة',
  subtotal: 'المجموع الفرعي', total: 'الإجمالي', credited: 'المخصوم', paid: 'المدفوع', due: 'المبلغ المستحق', deposit: 'دفعة مقدمة',
  taxLine: '{name} {rate} على {base}', exemptLine: '{name}، معفى', reverseChargeLine: '{name}، احتساب عكسي',
  reverseChargeNote: 'احتساب عكسي: الضريبة على المستلم.', exemptNote: 'معفى من الضريبة.',
  dueSentence: '{amount}، تستحق في {date}', paidSentence: '{amount}، دُفعت مع الشكر', creditSentence: '{amount} لحسابكم', nothingDue: 'لا شيء للدفع',
  howToPay: 'طريقة الدفع', payReference: 'يرجى ذكر {number} مع التحويل.', page: 'صفحة {page} من {pages}',
  method: 'طريقة الدفع', receivedOn: 'تاريخ الاستلام', methods: { bank_transfer: 'تحويل مصرفي', cash: 'نقدًا', card_terminal: 'بطاقة', card: 'بطاقة', other: 'أخرى' }, paidFor: 'عن', accountCredit: 'رصيد الحساب',
  statement: 'كشف حساب', from: 'من', until: 'إلى', openingBalance: 'الرصيد السابق', closingBalance: 'الرصيد الختامي', balance: 'الرصيد', payment: 'دفعة', refund: 'استرداد', voided: 'إلغاء فاتورة',
  owedThen: '{amount} غير مدفوعة', inCredit: '{amount} لصالحك', nothingHappened: 'لا توجد حركات في هذه الفترة، ولا شيء مستحق.',
  ages: { current: 'لم يحن موعده', days_1_30: 'متأخر 1–30 يومًا', days_31_60: 'متأخر 31–60 يومًا', days_61_90: 'متأخر 61–90 يومًا', over_90: 'متأخر أكثر من 90 يومًا' },
};
