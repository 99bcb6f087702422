import type { LanguageFacts, Translation } from '../localize.ts';
import type { BaseMessage } from '../base-messages.ts';

/** German; people are addressed as Sie. */
export const messages = {
  loading: 'Wird geladen\u00a0…',
  tryAgain: 'Noch einmal versuchen',
  failed: 'Das konnte nicht geladen werden.',
  offline: 'Im Moment besteht keine Verbindung.',
  broken: 'Dieser Teil der Seite funktioniert gerade nicht. Bitte laden Sie die Seite neu.',
  noBusiness: 'Dieser Teil der Seite ist noch nicht eingerichtet. Ergänzen Sie data-business am Skript.',
} satisfies Translation<BaseMessage>;

export const language: LanguageFacts = {
  plural: (count) => (count === 1 ? 'one' : 'other'),
  words: {
    booking: 'Termin',
    bookings: 'Termine',
    service: 'Leistung',
    provider: 'bei',
    bookAction: 'buchen',
    portal: 'Portal',
  },
  troubles: {
    internal: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
    unreachable: 'Im Moment besteht keine Verbindung.',
  },
  problems: () => import('./problems-de.ts'),
};
