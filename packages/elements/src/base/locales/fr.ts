import type { LanguageFacts, Translation } from '../localize.ts';
import type { BaseMessage } from '../base-messages.ts';

/** French; people are addressed as vous. */
export const messages = {
  loading: 'Chargement…',
  tryAgain: 'Réessayer',
  failed: 'Le chargement n’a pas abouti.',
  offline: 'Il n’y a pas de connexion pour le moment.',
  broken: 'Cette partie de la page ne fonctionne pas. Veuillez recharger la page.',
  noBusiness: 'Cette partie de la page n’est pas encore configurée. Ajoutez data-business au script.',
} satisfies Translation<BaseMessage>;

export const language: LanguageFacts = {
  plural: (count) => (count < 2 ? 'one' : 'other'),
  words: {
    booking: 'rendez-vous',
    bookings: 'rendez-vous',
    service: 'prestation',
    provider: 'avec',
    bookAction: 'Réserver',
    portal: 'espace client',
  },
  troubles: {
    internal: 'Un problème est survenu de notre côté. Veuillez réessayer.',
    unreachable: 'Il n’y a pas de connexion pour le moment.',
  },
  problems: () => import('./problems-fr.ts'),
};
