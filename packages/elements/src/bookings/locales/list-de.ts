import type { Translation } from '../../base/localize.ts';
import type { ListMessage } from '../bookings-messages.ts';

export const messages = {
  move: 'Verschieben',
  cancelShort: 'Absagen',
  moveSpoken: 'Verschieben: {day}, {time}',
  cancelSpoken: 'Absagen: {day}, {time}',
  tooLate: 'Änderungen waren bis {until} möglich. Bitte wenden Sie sich direkt an {business}.',
  next: 'Als Nächstes',
  alsoUpcoming: 'Danach',
  past: 'Bisher',
  bookAgain: 'Erneut {bookAction}',
  bookAgainFor: 'Erneut {bookAction}: {service}',
  earlier: 'Frühere zeigen',
  noPast: 'Noch nichts. Später finden Sie hier, was war.',
  statusCancelled: 'abgesagt',
  statusNoShow: 'verpasst',
} satisfies Translation<ListMessage>;
