import { boolean, foreignKey, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '../storage/columns.ts';
import { businesses } from '../business/tables.ts';

export type IdentityKind = 'contact' | 'staff';

/** How somebody proves who they are: for a contact or a member of staff, whose row has the same id. */
export const identities = table('identities', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  kind: text('kind').$type<IdentityKind>().notNull(),
  email: text('email').notNull(),
  emailNorm: text('email_norm').notNull(),
  /** Has the mailbox been proven? Credentials set before that are removed when it is. */
  emailProven: boolean('email_proven').notNull(),
  /** Argon2id PHC string. */
  passwordHash: text('password_hash'),
  /** Sealed with the server's key; null: no authenticator app. */
  totpSecret: text('totp_secret'),
  totpPending: text('totp_pending'),
  /** The last time step that was accepted: a code works once (RFC 6238 5.2). */
  totpLastStep: integer('totp_last_step').notNull(),
  /** SHA-256 of the codes that are left. */
  recoveryCodes: json<readonly string[]>('recovery_codes').notNull(),
  disabled: boolean('disabled').notNull(),
  lastSeenAt: instant('last_seen_at'),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
  uniqueIndex('identities_email').on(column.businessId, column.kind, column.emailNorm),
  index('identities_staff_email').on(column.emailNorm, column.kind),
]);

/** People who work at the business and sign in at the console. */
export const staff = table('staff', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  name: text('name').notNull(),
  role: text('role').$type<'owner' | 'admin' | 'member'>().notNull(),
  status: text('status').$type<'invited' | 'active' | 'removed'>().notNull(),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.id], foreignColumns: [identities.businessId, identities.id] }),
]);

export const sessions = table('sessions', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  identityId: text('identity_id').notNull(),
  kind: text('kind').$type<IdentityKind>().notNull(),
  /** SHA-256 of the refresh token (page) or of the cookie's secret (console). */
  secretHash: text('secret_hash').notNull(),
  /** Thumbprint of the page's key (RFC 7638); null for the console. */
  jkt: text('jkt'),
  origin: text('origin'),
  device: text('device').notNull(),
  createdAt: instant('created_at').notNull(),
  lastUsedAt: instant('last_used_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  /** When the person last proved to be there; sensitive acts want it minutes old. */
  provenAt: instant('proven_at').notNull(),
  endedAt: instant('ended_at'),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.identityId], foreignColumns: [identities.businessId, identities.id] }),
  uniqueIndex('sessions_secret').on(column.businessId, column.secretHash),
  index('sessions_expiry').on(column.expiresAt),
  index('sessions_ended').on(column.endedAt),
  index('sessions_by_identity').on(column.businessId, column.identityId, column.endedAt),
]);

/** Keys (page) and device marks (console) that have signed in before: no mailed code is asked there. */
export const knownDevices = table('known_devices', {
  businessId: text('business_id').notNull(),
  identityId: text('identity_id').notNull(),
  deviceHash: text('device_hash').notNull(),
  lastUsedAt: instant('last_used_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.identityId, column.deviceHash] }),
  foreignKey({ columns: [column.businessId, column.identityId], foreignColumns: [identities.businessId, identities.id] }),
  index('known_devices_age').on(column.lastUsedAt),
]);

/** A sign-in between its steps. Made for unknown addresses too, with no identity: the answers must not differ. */
export const challenges = table('challenges', {
  businessId: text('business_id').notNull(),
  /** SHA-256 of the challenge id that the person's device holds. */
  idHash: text('id_hash').notNull(),
  identityId: text('identity_id'),
  kind: text('kind').$type<IdentityKind>().notNull(),
  next: text('next').$type<'code' | 'totp'>().notNull(),
  /** HMAC of the six digits. */
  codeHash: text('code_hash'),
  /** SHA-256 of the link's token. */
  linkHash: text('link_hash'),
  /** The page key that asked: only it may finish. */
  jkt: text('jkt'),
  triesLeft: integer('tries_left').notNull(),
  method: text('method').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.idHash] }),
  foreignKey({ columns: [column.businessId, column.identityId], foreignColumns: [identities.businessId, identities.id] }),
  uniqueIndex('challenges_link').on(column.businessId, column.linkHash),
  index('challenges_expiry').on(column.expiresAt),
]);

export type MailedTokenPurpose = 'invitation' | 'reset' | 'confirm_old_email' | 'confirm_new_email';

/** Single-use tokens in mails, stored hashed. */
export const mailedTokens = table('mailed_tokens', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  identityId: text('identity_id').notNull(),
  purpose: text('purpose').$type<MailedTokenPurpose>().notNull(),
  tokenHash: text('token_hash').notNull(),
  /** For e-mail changes: both tokens of one change share it. */
  changeId: text('change_id'),
  newEmail: text('new_email'),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.identityId], foreignColumns: [identities.businessId, identities.id] }),
  uniqueIndex('mailed_tokens_hash').on(column.businessId, column.tokenHash),
  index('mailed_tokens_expiry').on(column.expiresAt),
  index('mailed_tokens_by_identity').on(column.businessId, column.identityId, column.purpose),
]);
