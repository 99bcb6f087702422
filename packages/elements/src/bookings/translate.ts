import type { BookingsMessage } from './bookings-messages.ts';

/** What templates are given to speak with: a message, its values filled in. */
export type Say = (key: BookingsMessage, values?: Readonly<Record<string, string | number>>) => string;
