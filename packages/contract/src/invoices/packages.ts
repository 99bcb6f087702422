import { z } from 'zod';
import { CivilDate, Id, Instant, Language, Line, Lines } from '../primitives.ts';
import { largestUnitPriceMinor } from './limits.ts';

const productShape = {
  name: Line(80),
  description: Lines(500),
  sessions: z.int('Use a whole number of sessions.').min(1, 'Use at least one session.').max(500, 'Use at most 500 sessions.'),
  priceMinor: z.int('Use whole minor units (cents).').min(1, 'Use a price above zero.').max(largestUnitPriceMinor, 'Use a smaller price.'),
  /** Is the tax inside the price? */
  taxIncluded: z.boolean(),
  taxIds: z.array(Id).max(4, 'Use at most four taxes.'),
  /** How long it can be used from the day it is paid; null: for ever. */
  validDays: z.int('Use whole days.').min(1, 'Use at least one day.').max(3650, 'Use at most ten years.').nullable(),
  /** What it pays for; empty: every service. */
  serviceIds: z.array(Id).max(100, 'Choose at most 100 services.'),
  /** Clients can buy it themselves. */
  onSale: z.boolean(),
  /** Who buys it can use it before it is paid; else its sessions are there once it is. */
  usableAtOnce: z.boolean(),
};

/** A package of sessions that a business sells. */
export const PackageProduct = z.object({ id: Id, ...productShape, priceLabel: z.string(), archived: z.boolean() }).meta({ id: 'PackageProduct' });
export type PackageProduct = z.infer<typeof PackageProduct>;
export const PackageProductList = z.object({ items: z.array(PackageProduct) });
export const AddPackageProductInput = z.strictObject({
  ...productShape, description: productShape.description.default(''), taxIncluded: productShape.taxIncluded.default(false), taxIds: productShape.taxIds.default([]),
  validDays: productShape.validDays.default(null), serviceIds: productShape.serviceIds.default([]), onSale: productShape.onSale.default(true), usableAtOnce: productShape.usableAtOnce.default(false),
});
export type AddPackageProductInput = z.infer<typeof AddPackageProductInput>;
/** What was sold stays as it was sold. */
export const ChangePackageProductInput = z.strictObject(productShape).partial().extend({ archived: z.boolean().optional() });
export type ChangePackageProductInput = z.infer<typeof ChangePackageProductInput>;

/** What is left of a package that was bought. */
export const PackageBalance = z.object({
  id: Id,
  name: z.string(),
  /** How many sessions it began with, and how many are left. */
  sessions: z.int(),
  remaining: z.int(),
  /** The last day it can be used, in the business's zone; null: for ever. */
  expiresOn: CivilDate.nullable(),
  /** What it pays for; empty: every service. */
  serviceIds: z.array(Id),
  /** The same as people write it: `3`, `10`, `Friday 27 November 2026`. */
  label: z.object({ remaining: z.string(), sessions: z.string(), expiresOn: z.string().nullable() }),
}).meta({ id: 'PackageBalance' });
export type PackageBalance = z.infer<typeof PackageBalance>;

/**
 * `awaiting_payment`: bought by the client and not paid yet. `active`: can be used. `used_up`, `expired`; `cancelled`: its
 * invoice was voided or taken back by a credit note. `ended`: the business ended it.
 */
export const packageStates = ['awaiting_payment', 'active', 'used_up', 'expired', 'cancelled', 'ended'] as const;
/** `corrected` and `ended`: by hand, with a reason. */
export const packageEntryKinds = ['bought', 'used', 'returned', 'expired', 'withdrawn', 'corrected', 'ended'] as const;

/** A session that came or went. */
export const PackageEntry = z.object({
  id: Id, kind: z.enum(packageEntryKinds), change: z.int(), at: Instant, bookingId: Id.nullable(),
  /** What the session was used for, as people say it; null unless a booking took it or gave it back. */
  booking: z.object({ service: z.string(), date: z.string(), time: z.string() }).nullable(),
  /** Why it was changed by hand. */
  reason: z.string().nullable(),
}).meta({ id: 'PackageEntry' });
export type PackageEntry = z.infer<typeof PackageEntry>;

/** A package of one client, with every session that came and went. */
export const ClientPackage = PackageBalance.extend({
  state: z.enum(packageStates), invoiceId: Id, invoiceNumber: z.string().nullable(), isPaid: z.boolean(), boughtAt: Instant, entries: z.array(PackageEntry),
}).meta({ id: 'ClientPackage' });
export type ClientPackage = z.infer<typeof ClientPackage>;
export const ClientPackageList = z.object({ items: z.array(ClientPackage) });

const reason = Line(300);
/** So many sessions more, or fewer. */
export const CorrectPackageInput = z.strictObject({ change: z.int('Use whole sessions.').min(-500).max(500).refine((change) => change !== 0, 'Say how many sessions more or fewer.'), reason });
export type CorrectPackageInput = z.infer<typeof CorrectPackageInput>;
export const EndPackageInput = z.strictObject({ reason });
export type EndPackageInput = z.infer<typeof EndPackageInput>;
/** Another last day; null: for ever. What had run out comes back. */
export const ExtendPackageInput = z.strictObject({ expiresOn: CivilDate.nullable(), reason });
export type ExtendPackageInput = z.infer<typeof ExtendPackageInput>;

/** What a client has, and may buy. */
export const PackageShop = z.object({ offers: z.array(PackageProduct), own: z.array(ClientPackage) }).meta({ id: 'PackageShop' });
export type PackageShop = z.infer<typeof PackageShop>;
export const PackageShopQuery = z.strictObject({ lang: Language.optional() });
/** To a client: pay the invoice of the answer, and the sessions are there. */
export const BuyPackageInput = z.strictObject({ productId: Id, lang: Language.optional() });
export type BuyPackageInput = z.infer<typeof BuyPackageInput>;
