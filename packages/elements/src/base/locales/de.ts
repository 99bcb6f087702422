import type { LanguageFacts, Translation } from '../localize.ts';
import type { BaseMessage } from '../base-messages.ts';

/** German; people are addressed as Sie. */
export const messages = {
  loading: 'Wird geladen\u00a0…',
  tryAgain: 'Noch einmal versuchen',
  failed: 'Das konnte nicht geladen werden.',
  offline: 'Im Moment besteht keine Verbindung.',
  broken: 'Dieser Teil der Seite funktioniert gerade nicht. Bitte laden Sie die Seite neu.',
  noBusiness: 'Dieser Teil der Seite ist noch nicht eingerichtet. Ergänzen Sie data-business am Skript oder business an diesem Element.',
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
  problems: {
    invalid_input: 'Bitte prüfen Sie Ihre Angaben.',
    not_signed_in: 'Bitte melden Sie sich an.',
    wrong_credentials: 'Diese Angaben stimmen nicht.',
    fresh_proof_required: 'Bitte bestätigen Sie zuerst, dass Sie es sind.',
    totp_required: 'Hier braucht es eine Authenticator-App. Bitte richten Sie sie in Ihrem Konto ein.',
    not_payable: 'Das lässt sich gerade nicht bezahlen.',
    forbidden: 'Dazu fehlt Ihnen die Berechtigung.',
    origin_not_allowed: 'Diese Website ist noch nicht freigeschaltet.',
    not_found: 'Das gibt es hier nicht mehr.',
    conflict: 'Inzwischen hat sich etwas geändert. Bitte laden Sie die Seite neu.',
    'conflict.already_cancelled': 'Das ist bereits abgesagt.',
    'conflict.already_over': 'Das ist schon vorbei und bleibt, wie es ist.',
    'conflict.has_password': 'Sie haben schon ein Passwort. Melden Sie sich damit an, oder fordern Sie ein neues an.',
    'conflict.address_taken': 'Diese Adresse gehört inzwischen jemand anderem. Bitte wählen Sie eine andere.',
    'conflict.totp_not_started': 'Bitte beginnen Sie noch einmal: Lassen Sie sich zuerst den Code für die App zeigen.',
    'conflict.use_authenticator': 'Bitte verwenden Sie den Code, den Ihre Authenticator-App zeigt.',
    'conflict.other_browser': 'Dieser Link geht nur in dem Browser, in dem Sie ihn angefordert haben. Geben Sie dort die sechs Ziffern aus der E-Mail ein.',
    'conflict.package_not_usable': 'Mit diesem Paket geht das nicht: Es ist aufgebraucht, abgelaufen oder gilt hierfür nicht.',
    time_not_free: 'Diese Zeit ist nicht mehr frei.',
    too_late_to_change: 'Für eine Änderung ist es zu spät. Bitte melden Sie sich direkt.',
    request_in_progress: 'Ihre Anfrage wird gerade bearbeitet. Einen Moment bitte.',
    too_large: 'Das ist zu groß.',
    rate_limited: 'Das waren zu viele Versuche. Bitte warten Sie einen Moment.',
    internal: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
    busy: 'Gerade ist viel los. Bitte versuchen Sie es gleich noch einmal.',
    unreachable: 'Im Moment besteht keine Verbindung.',
  },
};
