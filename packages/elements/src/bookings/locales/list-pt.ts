import type { Translation } from '../../base/localize.ts';
import type { ListMessage } from '../bookings-messages.ts';

export const messages = {
  move: 'Remarcar',
  cancelShort: 'Cancelar',
  moveSpoken: 'Remarcar: {day}, {time}',
  cancelSpoken: 'Cancelar: {day}, {time}',
  tooLate: 'As alterações eram possíveis até {until}. Por favor, fale diretamente com {business}.',
  next: 'A seguir',
  alsoUpcoming: 'Depois',
  past: 'Histórico',
  bookAgain: '{bookAction} de novo',
  bookAgainFor: '{bookAction} de novo: {service}',
  earlier: 'Ver mais antigos',
  noPast: 'Ainda nada. O histórico aparece aqui.',
  statusCancelled: 'cancelado',
  statusNoShow: 'não compareceu',
} satisfies Translation<ListMessage>;
