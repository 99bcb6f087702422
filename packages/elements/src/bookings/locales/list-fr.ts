import type { Translation } from '../../base/localize.ts';
import type { ListMessage } from '../bookings-messages.ts';

export const messages = {
  move: 'Déplacer',
  cancelShort: 'Annuler',
  moveSpoken: 'Déplacer\u00a0: {day}, {time}',
  cancelSpoken: 'Annuler\u00a0: {day}, {time}',
  tooLate: 'Les changements étaient possibles jusqu’au {until}. Veuillez contacter directement {business}.',
  next: 'Prochainement',
  alsoUpcoming: 'Ensuite',
  past: 'Historique',
  bookAgain: '{bookAction} à nouveau',
  bookAgainFor: '{bookAction} à nouveau\u00a0: {service}',
  earlier: 'Voir plus ancien',
  noPast: 'Rien encore. Vos visites passées s’afficheront ici.',
  statusCancelled: 'annulé',
  statusNoShow: 'manqué',
} satisfies Translation<ListMessage>;
