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
