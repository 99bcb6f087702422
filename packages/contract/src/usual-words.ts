import type { RenamableWord, WordLanguage } from './words.ts';
import { renamableWords } from './words.ts';

/** What the renamable words are where the owner has not renamed them: for those who choose others. */
export const usualWords: Readonly<Record<WordLanguage, Readonly<Record<RenamableWord, string>>>> = {
  en: renamableWords,
  de: { booking: 'Termin', bookings: 'Termine', service: 'Leistung', provider: 'bei', bookAction: 'buchen', portal: 'Portal' },
  fr: { booking: 'rendez-vous', bookings: 'rendez-vous', service: 'prestation', provider: 'avec', bookAction: 'Réserver', portal: 'espace client' },
  es: { booking: 'cita', bookings: 'citas', service: 'servicio', provider: 'con', bookAction: 'Reservar', portal: 'portal' },
  pt: { booking: 'reserva', bookings: 'reservas', service: 'serviço', provider: 'com', bookAction: 'Reservar', portal: 'portal' },
  ar: { booking: 'موعد', bookings: 'مواعيد', service: 'خدمة', provider: 'مع', bookAction: 'احجز', portal: 'بوابة' },
};
