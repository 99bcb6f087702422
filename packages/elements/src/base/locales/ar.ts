import type { LanguageFacts, Translation } from '../localize.ts';
import type { BaseMessage } from '../base-messages.ts';

/** Modern standard Arabic. */
export const messages = {
  loading: 'جارٍ التحميل…',
  tryAgain: 'إعادة المحاولة',
  failed: 'تعذّر التحميل.',
  offline: 'لا يوجد اتصال بالإنترنت حاليًا.',
  broken: 'هذا الجزء من الصفحة لا يعمل. يُرجى إعادة تحميل الصفحة.',
  noBusiness: 'لم يُعدّ هذا الجزء من الصفحة بعد. أضف data-business إلى السكربت.',
} satisfies Translation<BaseMessage>;

function pluralForm(count: number): Intl.LDMLPluralRule {
  if (count === 0) return 'zero';
  if (count === 1) return 'one';
  if (count === 2) return 'two';
  const rest = count % 100;
  if (rest >= 3 && rest <= 10) return 'few';
  return rest > 10 ? 'many' : 'other';
}

export const language: LanguageFacts = {
  plural: pluralForm,
  isRtl: true,
  fill: (value, locale) => (typeof value === 'string' ? `\u2068${value}\u2069` : locale.length > 2 ? value.toLocaleString(locale, { useGrouping: false }) : String(value)),
  words: {
    booking: 'موعد',
    bookings: 'مواعيد',
    service: 'خدمة',
    provider: 'مع',
    bookAction: 'احجز',
    portal: 'بوابة',
  },
  troubles: {
    internal: 'حدث خطأ من جهتنا. يُرجى المحاولة مرة أخرى.',
    unreachable: 'لا يوجد اتصال بالإنترنت حاليًا.',
  },
  problems: () => import('./problems-ar.ts'),
};
