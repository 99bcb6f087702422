/**
 * The words that an owner can rename, with their English defaults. A physiotherapist has visits, a lawyer appointments.
 * Free of zod: pages import it.
 */
export const renamableWords = {
  booking: 'booking',
  bookings: 'bookings',
  service: 'service',
  provider: 'with',
  bookAction: 'Book',
  portal: 'portal',
} as const;

export type RenamableWord = keyof typeof renamableWords;

/** The languages that pages and letters speak, as they call themselves. */
export const wordLanguages = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', pt: 'Português', ar: 'العربية' } as const;
export type WordLanguage = keyof typeof wordLanguages;

/** A plain word is in the business's own language, `booking.de` in German. */
export type WordKey = RenamableWord | `${RenamableWord}.${WordLanguage}`;
export const wordKeys: readonly WordKey[] = /* @__PURE__ */ (Object.keys(renamableWords) as RenamableWord[])
  .flatMap((word) => [word, ...(Object.keys(wordLanguages) as WordLanguage[]).map((language) => `${word}.${language}` as const)]);
