import type { Translation } from '../../base/localize.ts';
import type { ListMessage } from '../bookings-messages.ts';

export const messages = {
  move: 'Cambiar',
  cancelShort: 'Cancelar',
  moveSpoken: 'Cambiar: {day}, {time}',
  cancelSpoken: 'Cancelar: {day}, {time}',
  tooLate: 'Se podía cambiar hasta el {until}. Póngase en contacto directamente con {business}.',
  next: 'Próximamente',
  alsoUpcoming: 'Después',
  past: 'Anteriores',
  bookAgain: '{bookAction} de nuevo',
  bookAgainFor: '{bookAction} de nuevo: {service}',
  earlier: 'Ver anteriores',
  noPast: 'Todavía nada. Aquí aparecerán sus visitas anteriores.',
  statusCancelled: 'cancelada',
  statusNoShow: 'no asistió',
} satisfies Translation<ListMessage>;
