import { z } from 'zod';
import { BusinessKey, Colour, Currency, Email, Language, Line, Lines, Origin, Phone, TimeZone, WebAddress } from './primitives.ts';
import { Password } from './auth.ts';
import { WeeklyHours } from './bookings/hours.ts';
import { Service } from './bookings/services.ts';
import { wordKeys, type WordKey } from './words.ts';

/** The owner's own words, by key of `words.ts`: `{ booking: 'visit', 'booking.de': 'Besuch' }`. */
export const Words = z.partialRecord(z.enum(wordKeys as [WordKey, ...WordKey[]]), Line(40));
export type Words = z.infer<typeof Words>;

/** What any visitor's page may know about a business. */
export const BusinessPage = z.object({
  key: BusinessKey,
  name: z.string(),
  logoUrl: z.string().nullable(),
  accent: z.string(),
  lang: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  words: z.record(z.string(), z.string()),
  /** `page`: people sign in inside the owner's page; `hosted`: on the hosted page. */
  signInOn: z.enum(['page', 'hosted']),
  hostedUrl: z.string(),
  phoneRequired: z.boolean(),
}).meta({ id: 'BusinessPage' });
export type BusinessPage = z.infer<typeof BusinessPage>;

/** Everything the owner can set about the business. */
export const BusinessSettings = z.object({
  key: BusinessKey,
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  logoUrl: z.string().nullable(),
  accent: z.string(),
  lang: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  words: z.record(z.string(), z.string()),
  /** Where the portal lives on the owner's site: deep links in mails lead there. */
  portalUrl: z.string().nullable(),
  allowedOrigins: z.array(z.string()),
  signInOn: z.enum(['page', 'hosted']),
  totpRequired: z.enum(['nobody', 'staff', 'everyone']),
  phoneRequired: z.boolean(),
  hostedUrl: z.string(),
  scriptUrl: z.string(),
}).meta({ id: 'BusinessSettings' });
export type BusinessSettings = z.infer<typeof BusinessSettings>;

export const ChangeBusinessInput = z.strictObject({
  name: Line(80).optional(),
  email: Email.optional(),
  phone: Phone.nullable().optional(),
  address: Lines(300).nullable().optional(),
  logoUrl: WebAddress.nullable().optional(),
  accent: Colour.optional(),
  lang: Language.optional(),
  timeZone: TimeZone.optional(),
  currency: Currency.optional(),
  words: Words.optional(),
  portalUrl: WebAddress.nullable().optional(),
  allowedOrigins: z.array(Origin).max(20).optional(),
  signInOn: z.enum(['page', 'hosted']).optional(),
  totpRequired: z.enum(['nobody', 'staff', 'everyone']).optional(),
  phoneRequired: z.boolean().optional(),
});
export type ChangeBusinessInput = z.infer<typeof ChangeBusinessInput>;

/** The wizard's six questions, sent at once: nothing exists until all of them are answered. */
export const SignUpInput = z.strictObject({
  ownerName: Line(100),
  email: Email,
  password: Password,
  businessName: Line(80),
  timeZone: TimeZone,
  currency: Currency,
  lang: Language,
  service: z.strictObject({ name: Line(80), durationMinutes: z.int().min(5).max(720), priceMinor: z.int().min(0).max(1_000_000_000) }),
  weeklyHours: z.array(WeeklyHours).min(1, 'Choose at least one day.').max(70),
  website: Origin.optional(),
});
export type SignUpInput = z.infer<typeof SignUpInput>;

export const SignUpResult = z.object({ key: BusinessKey, hostedUrl: z.string(), service: Service }).meta({ id: 'SignUpResult' });
export type SignUpResult = z.infer<typeof SignUpResult>;

/** What the console's sign-in page must know before anybody is signed in. */
export const ConsoleDoor = z.object({ signUpOpen: z.boolean(), demo: z.boolean(), mailboxUrl: z.string().nullable() }).meta({ id: 'ConsoleDoor' });
export type ConsoleDoor = z.infer<typeof ConsoleDoor>;
