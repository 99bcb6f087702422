import { z } from 'zod';

/** Opaque, unguessable enough to list and sort by time (UUIDv7 without dashes); never a secret. */
export const Id = z.string().regex(/^[0-9a-z]{20,40}$/, 'Use an id as the API gave it.');

/** The public name of a business in snippets and addresses: `river-physio`. */
export const BusinessKey = z.string().min(3).max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and single dashes.');

const latest = Date.parse('2200-01-01T00:00:00Z');
const isReasonable = (text: string): boolean => {
  const at = Date.parse(text);
  return at >= 0 && at < latest;
};

/** An instant, UTC, ISO 8601 with `Z`, between 1970 and 2200. */
export const Instant = z.iso.datetime({ message: 'Use a UTC time such as 2026-11-27T12:30:00Z.' }).max(30)
  .refine(isReasonable, 'Use a time between 1970 and 2200.');

/** A day of the civil calendar, `YYYY-MM-DD`, that exists, between 1970 and 2200. */
export const CivilDate = z.string().length(10, 'Use a date such as 2026-11-27.')
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text), 'Use a date such as 2026-11-27.')
  .refine((text) => {
    const at = Date.parse(`${text}T00:00:00Z`);
    return isReasonable(`${text}T00:00:00Z`) && new Date(at).toISOString().startsWith(text);
  }, 'Use a day that exists, between 1970 and 2200.');

const knownZones = new Map<string, boolean>();
function isZone(name: string): boolean {
  const known = knownZones.get(name);
  if (known !== undefined) return known;
  let valid = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/.test(name);
  try {
    if (valid) new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    valid = false;
  }
  if (knownZones.size < 2000) knownZones.set(name, valid);
  return valid;
}

/** An IANA time zone: `Africa/Johannesburg`. */
export const TimeZone = z.string().max(64).refine(isZone, 'Use an IANA time zone such as Europe/Berlin.');

/** A BCP 47 language tag: `en`, `de-AT`. */
export const Language = z.string().max(20).refine((tag) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}, 'Use a language tag such as en or de-AT.');

/** An ISO 4217 code: `ZAR`. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'Use a currency code such as EUR.')
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'Use a currency that exists.');

/** Integer minor units (cents) of `currency`. */
export const AmountMinor = z.int().min(0).max(1_000_000_000);

/** A single address as RFC 5321 allows in practice; no comments, quotes or lists. */
export const Email = z.string().trim().max(254).regex(
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/,
  'Use an e-mail address such as thandi@example.com.',
);

// C0, DEL, C1 and the bidirectional overrides that make one name look like another.
const hostile = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** One line of text a person typed. */
export const Line = (max: number) => z.string().trim().min(1, 'Fill this in.').max(max, `Keep it under ${max} characters.`)
  .refine((text) => !hostile.test(text) && !text.includes('\n'), 'Use letters, digits and ordinary punctuation.');

/** Several lines of text a person typed; may be empty. */
export const Lines = (max: number) => z.string().trim().max(max, `Keep it under ${max} characters.`)
  .refine((text) => !hostile.test(text), 'Use letters, digits and ordinary punctuation.');

export const Phone = z.string().trim().max(30).regex(/^\+?[0-9][0-9 ()./-]{3,28}$/, 'Use digits, for example +27 21 555 0100.');

/** `#rgb` or `#rrggbb`. */
export const Colour = z.string().regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, 'Use a colour such as #2f5bea.');

/** A web address, https (http only for localhost). */
export const WebAddress = z.string().trim().max(500).refine((text) => {
  const url = URL.parse(text);
  if (!url || url.username || url.password) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(url.hostname));
}, 'Use an address that starts with https://.');

/** Scheme, host and port, nothing else: `https://river-physio.example`. */
export const Origin = WebAddress.refine((text) => URL.parse(text)?.origin === text,
  'Use only the start of the address, for example https://www.example.com, without a path or a slash at the end.');

/** A page of a list. Pass `nextCursor` back as `cursor` for the next one; null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** What every list takes. */
export const PageQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const Nothing = z.object({});
