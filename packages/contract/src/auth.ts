import { z } from 'zod';
import { Email, Id, Instant, Language, Line } from './primitives.ts';

/** Verified exactly as typed: never trimmed, never normalised (ASVS 5.0 6.2.8). */
export const Password = z.string().min(10, 'Use at least 10 characters.').max(128, 'Use at most 128 characters.');
const TypedPassword = z.string().min(1, 'Type your password.').max(128);
const Secret = z.string().min(20).max(100);
const Code = z.string().trim().regex(/^\d{6}$/, 'Type the six digits.');

/**
 * The page where somebody signs in: the mail's link leads back there, to what its address was about
 * (`#portal/bookings/…`). One of another origin than the request's is left out of account.
 */
const ReturnTo = z.string().max(500);

export const SignInInput = z.strictObject({ email: Email, password: TypedPassword, returnTo: ReturnTo.optional() });
export type SignInInput = z.infer<typeof SignInInput>;

export const MailCodeInput = z.strictObject({ email: Email, lang: Language.optional(), returnTo: ReturnTo.optional() });
export type MailCodeInput = z.infer<typeof MailCodeInput>;

/** A started sign-in that waits for its second step. The same answer whether or not the address is known. */
export const Challenge = z.object({
  challengeId: z.string(),
  /** What to ask for: the six digits that were mailed, or those of the authenticator app. */
  next: z.enum(['code', 'totp']),
  expiresAt: Instant,
}).meta({ id: 'Challenge' });
export type Challenge = z.infer<typeof Challenge>;

export const VerifyCodeInput = z.strictObject({ challengeId: Secret, code: Code });
export type VerifyCodeInput = z.infer<typeof VerifyCodeInput>;

export const VerifyTotpInput = z.strictObject({ challengeId: Secret, code: Code.optional(), recoveryCode: z.string().trim().max(40).optional() })
  .refine((input) => (input.code === undefined) !== (input.recoveryCode === undefined), { path: ['code'], message: 'Type the six digits, or one recovery code.' });
export type VerifyTotpInput = z.infer<typeof VerifyTotpInput>;

/** A token from a mailed link. Only a POST consumes it: mail scanners follow links with GET. */
export const LinkTokenInput = z.strictObject({ token: Secret });
export type LinkTokenInput = z.infer<typeof LinkTokenInput>;

/** What a page gets after signing in. Both tokens are useless without the page's private key (RFC 9449). */
export const SessionTokens = z.object({
  sessionId: Id,
  accessToken: z.string(),
  /** Seconds. */
  expiresIn: z.int(),
  /** Absent when renewing: it does not rotate. */
  refreshToken: z.string().optional(),
}).meta({ id: 'SessionTokens' });
export type SessionTokens = z.infer<typeof SessionTokens>;

/** Signed in, or one more step to go. */
export const SignInResult = z.union([
  z.object({ status: z.literal('signed_in'), tokens: SessionTokens }),
  z.object({ status: z.literal('challenge'), challenge: Challenge }),
]).meta({ id: 'SignInResult' });
export type SignInResult = z.infer<typeof SignInResult>;

/** The console keeps its session in a cookie, so there is nothing to hand over. */
export const ConsoleSignInResult = z.union([
  z.object({ status: z.literal('signed_in') }),
  z.object({ status: z.literal('challenge'), challenge: Challenge }),
  /** The same e-mail and password open several businesses: ask which. */
  z.object({ status: z.literal('choose_business'), businesses: z.array(z.object({ key: z.string(), name: z.string() })) }),
]).meta({ id: 'ConsoleSignInResult' });
export type ConsoleSignInResult = z.infer<typeof ConsoleSignInResult>;

export const ConsoleSignInInput = z.strictObject({ email: Email, password: TypedPassword, business: z.string().max(60).optional() });
export type ConsoleSignInInput = z.infer<typeof ConsoleSignInInput>;

export const RefreshInput = z.strictObject({ refreshToken: Secret });

export const InvitationPreview = z.object({ email: z.string(), name: z.string(), businessName: z.string() }).meta({ id: 'InvitationPreview' });
export type InvitationPreview = z.infer<typeof InvitationPreview>;

export const AcceptInvitationInput = z.strictObject({ token: Secret, password: Password, name: Line(100).optional() });
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>;

export const ResetInput = z.strictObject({ email: Email, lang: Language.optional() });
export const ConfirmResetInput = z.strictObject({ token: Secret, password: Password });
export type ConfirmResetInput = z.infer<typeof ConfirmResetInput>;

/** The same answer for every address: we never tell whether one is known. */
export const Accepted = z.object({ accepted: z.literal(true) }).meta({ id: 'Accepted' });

export const ChangePasswordInput = z.strictObject({ password: Password });
export const ChangeEmailInput = z.strictObject({ email: Email });
export const EmailChange = z.object({
  newEmail: z.string(),
  confirmedByOld: z.boolean(),
  confirmedByNew: z.boolean(),
  done: z.boolean(),
}).meta({ id: 'EmailChange' });
export type EmailChange = z.infer<typeof EmailChange>;

/** A proof that the person is here now; unlocks sensitive acts for five minutes. */
export const FreshProofInput = z.strictObject({ password: TypedPassword.optional(), code: Code.optional(), recoveryCode: z.string().trim().max(40).optional() })
  .refine((input) => Object.values(input).filter((value) => value !== undefined).length === 1, { path: ['password'], message: 'Send one of password, code or recoveryCode.' });
export type FreshProofInput = z.infer<typeof FreshProofInput>;
export const FreshProof = z.object({ freshUntil: Instant }).meta({ id: 'FreshProof' });

export const TotpStart = z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() }).meta({ id: 'TotpStart' });
export type TotpStart = z.infer<typeof TotpStart>;
export const TotpConfirmInput = z.strictObject({ code: Code });
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

export const Session = z.object({
  id: Id,
  current: z.boolean(),
  createdAt: Instant,
  lastUsedAt: Instant,
  expiresAt: Instant,
  /** Where it signed in from: the page's origin, and the browser in words. */
  origin: z.string().nullable(),
  device: z.string(),
}).meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;
export const SessionList = z.object({ items: z.array(Session) });

/** Who is signed in on this page. */
export const Me = z.object({
  contactId: Id,
  clientId: Id,
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  clientName: z.string(),
  timeZone: z.string().nullable(),
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  /** The owner requires an authenticator app and this person has none yet. */
  mustAddTotp: z.boolean(),
}).meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const staffRoles = ['owner', 'admin', 'member'] as const;
export const StaffRole = z.enum(staffRoles);
export type StaffRole = z.infer<typeof StaffRole>;

/** Who is signed in at the console. */
export const ConsoleMe = z.object({
  staffId: Id,
  name: z.string(),
  email: z.string(),
  role: StaffRole,
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  mustAddTotp: z.boolean(),
  business: z.object({ key: z.string(), name: z.string(), timeZone: z.string(), currency: z.string(), lang: z.string(), accent: z.string() }),
  demo: z.boolean(),
}).meta({ id: 'ConsoleMe' });
export type ConsoleMe = z.infer<typeof ConsoleMe>;

export const StaffMember = z.object({
  id: Id, name: z.string(), email: z.string(), role: StaffRole,
  status: z.enum(['invited', 'active', 'removed']), hasTotp: z.boolean(), lastSeenAt: Instant.nullable(),
}).meta({ id: 'StaffMember' });
export type StaffMember = z.infer<typeof StaffMember>;
export const StaffList = z.object({ items: z.array(StaffMember) });
export const InviteStaffInput = z.strictObject({ name: Line(100), email: Email, role: StaffRole });
export const ChangeStaffInput = z.strictObject({ role: StaffRole });
