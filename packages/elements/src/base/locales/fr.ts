import type { LanguageFacts, Translation } from '../localize.ts';
import type { BaseMessage } from '../base-messages.ts';

/** French; people are addressed as vous. */
export const messages = {
  loading: 'Chargement…',
  tryAgain: 'Réessayer',
  failed: 'Le chargement n’a pas abouti.',
  offline: 'Il n’y a pas de connexion pour le moment.',
  broken: 'Cette partie de la page ne fonctionne pas. Veuillez recharger la page.',
  noBusiness: 'Cette partie de la page n’est pas encore configurée. Ajoutez data-business au script ou business à cette balise.',
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
  problems: {
    invalid_input: 'Veuillez vérifier ce que vous avez saisi.',
    not_signed_in: 'Veuillez vous connecter.',
    wrong_credentials: 'Ces informations ne sont pas les bonnes.',
    fresh_proof_required: 'Confirmez d’abord qu’il s’agit bien de vous.',
    totp_required: 'Une application d’authentification est demandée ici. Ajoutez-la dans votre compte.',
    not_payable: 'Cela ne peut pas être payé pour le moment.',
    forbidden: 'Vous n’y avez pas accès.',
    origin_not_allowed: 'Ce site n’est pas encore autorisé.',
    not_found: 'Cela n’existe plus ici.',
    conflict: 'Quelque chose a changé entre-temps. Veuillez recharger la page.',
    'conflict.already_cancelled': 'C’est déjà annulé.',
    'conflict.already_over': 'C’est déjà passé\u202f; rien ne peut plus changer.',
    'conflict.has_password': 'Vous avez déjà un mot de passe. Connectez-vous avec lui, ou demandez-en un nouveau.',
    'conflict.address_taken': 'Cette adresse appartient désormais à quelqu’un d’autre. Choisissez-en une autre.',
    'conflict.totp_not_started': 'Recommencez\u00a0: affichez d’abord le code pour l’application.',
    'conflict.use_authenticator': 'Utilisez le code que votre application d’authentification affiche.',
    'conflict.other_browser': 'Ce lien ne fonctionne que dans le navigateur où vous l’avez demandé. Saisissez-y les six chiffres de l’e-mail.',
    'conflict.package_not_usable': 'Ce forfait ne convient pas ici\u202f: il est épuisé, expiré ou ne couvre pas cette prestation.',
    time_not_free: 'Cet horaire n’est plus libre.',
    too_late_to_change: 'Il est trop tard pour modifier. Veuillez nous contacter directement.',
    request_in_progress: 'Votre demande est en cours. Un instant, s’il vous plaît.',
    too_large: 'C’est trop volumineux.',
    rate_limited: 'Trop de tentatives. Veuillez patienter un moment.',
    internal: 'Un problème est survenu de notre côté. Veuillez réessayer.',
    busy: 'Il y a beaucoup de monde en ce moment. Veuillez réessayer dans un instant.',
    unreachable: 'Il n’y a pas de connexion pour le moment.',
  },
};
