import type { Translation } from '../../base/localize.ts';
import type { ListMessage } from '../bookings-messages.ts';

export const messages = {
  move: 'تغيير الوقت',
  cancelShort: 'إلغاء',
  moveSpoken: 'تغيير الوقت: {day}، {time}',
  cancelSpoken: 'إلغاء: {day}، {time}',
  tooLate: 'كان التغيير ممكنًا حتى {until}. يُرجى التواصل مباشرة مع {business}.',
  next: 'القادم',
  alsoUpcoming: 'وبعده',
  past: 'السابق',
  bookAgain: '{bookAction} مرة أخرى',
  bookAgainFor: '{bookAction} مرة أخرى: {service}',
  earlier: 'عرض الأقدم',
  noPast: 'لا شيء بعد. ستظهر هنا زياراتك السابقة.',
  statusCancelled: 'ملغى',
  statusNoShow: 'فائت',
} satisfies Translation<ListMessage>;
