import { z } from 'zod';
import { CivilDate, Id, Instant, Language, Line, Lines } from '../primitives.ts';
import { largestUnitPriceMinor } from './limits.ts';

export const planIntervals = ['week', 'month', 'quarter', 'year'] as const;
export type PlanInterval = (typeof planIntervals)[number];

const planShape = {
  name: Line(80),
  description: Lines(500),
  priceMinor: z.int('Use whole minor units (cents).').min(1, 'Use a price above zero.').max(largestUnitPriceMinor, 'Use a smaller price.'),
  /** Is the tax inside the price? */
  taxIncluded: z.boolean(),
  taxIds: z.array(Id).max(4, 'Use at most four taxes.'),
  /** Invoiced every so many of these: every 2 weeks. */
  interval: z.enum(planIntervals),
  every: z.int('Use a whole number.').min(1, 'Use at least one.').max(12, 'Use at most twelve.'),
  /** Days that a client has to pay; 0: due on the day of the invoice. */
  dueDays: z.int('Use whole days.').min(0, 'Use at least zero days.').max(60, 'Use at most 60 days.'),
  /** A package of sessions that every paid period brings; null: none. */
  packageId: Id.nullable(),
};

/** A plan that a business offers: invoiced again and again. */
export const Plan = z.object({ id: Id, ...planShape, archived: z.boolean(), subscribers: z.int(), label: z.object({ price: z.string(), every: z.string() }) }).meta({ id: 'Plan' });
export type Plan = z.infer<typeof Plan>;
export const PlanList = z.object({ items: z.array(Plan) });
export const AddPlanInput = z.strictObject({
  ...planShape, description: planShape.description.default(''), taxIncluded: planShape.taxIncluded.default(false), taxIds: planShape.taxIds.default([]),
  every: planShape.every.default(1), dueDays: planShape.dueDays.default(0), packageId: planShape.packageId.default(null),
});
export type AddPlanInput = z.infer<typeof AddPlanInput>;
/** A new price counts from the next period of everybody; how often it is invoiced never changes. */
export const ChangePlanInput = z.strictObject(planShape).omit({ interval: true, every: true }).partial().extend({ archived: z.boolean().optional() });
export type ChangePlanInput = z.infer<typeof ChangePlanInput>;

export const subscriptionStates = ['active', 'paused', 'ended'] as const;
export const planRequestKinds = ['pause', 'resume', 'cancel'] as const;
export type PlanRequestKind = (typeof planRequestKinds)[number];

/** A card or account that the provider keeps; we know no more of it than this. */
export const SavedMethod = z.object({
  id: Id, brand: z.string(), last4: z.string(),
  /** `12/2034`; null where there is none. */
  expires: z.string().nullable(),
  /** `Visa ···· 4242` */
  label: z.string(),
}).meta({ id: 'SavedMethod' });
export type SavedMethod = z.infer<typeof SavedMethod>;

const PlanRequest = z.object({ id: Id, kind: z.enum(planRequestKinds), note: z.string(), askedAt: Instant, label: z.object({ askedOn: z.string() }) });

/** What comes next: when the next invoice is made, and how much it will be. */
const NextCharge = z.object({
  on: CivilDate,
  /** When that is to be paid: what is paid automatically is taken then. */
  dueOn: CivilDate,
  amountMinor: z.int(), currency: z.string(),
  /** `Tuesday 1 December 2026`, `1 December`, `R 850`. */
  label: z.object({ on: z.string(), onDay: z.string(), dueOn: z.string(), dueDay: z.string(), amount: z.string() }),
});

const subscriptionShape = {
  id: Id, name: z.string(), description: z.string(), state: z.enum(subscriptionStates),
  /** The price with its tax, and how often. */
  label: z.object({ price: z.string(), every: z.string(), endedOn: z.string().nullable() }),
  startsOn: CivilDate, endedOn: CivilDate.nullable(),
  /** Null while it is paused and when it has ended. */
  next: NextCharge.nullable(),
  request: PlanRequest.nullable(),
  /** Paid by itself, with this; null: by hand. */
  autopay: z.object({ method: SavedMethod, since: Instant, label: z.object({ since: z.string() }) }).nullable(),
};

/** A client's plan, as the client sees it. */
export const OwnPlan = z.object({
  ...subscriptionShape,
  /** What is owed for it. Paying one of these can be the last time by hand; those with a day are paid by themselves then. */
  open: z.array(z.object({ invoiceId: Id, chargeOn: CivilDate.nullable(), label: z.object({ chargeOn: z.string().nullable() }) })),
  /** What a client agrees to; to be sent back as it was shown. Null where nobody takes cards, or it has ended. */
  consent: z.object({ version: z.string(), lang: z.string(), amountMinor: z.int(), text: z.string() }).nullable(),
}).meta({ id: 'OwnPlan' });
export type OwnPlan = z.infer<typeof OwnPlan>;
export const OwnPlanList = z.object({ items: z.array(OwnPlan), methods: z.array(SavedMethod) }).meta({ id: 'OwnPlanList' });
export type OwnPlanList = z.infer<typeof OwnPlanList>;
export const OwnPlanQuery = z.strictObject({ lang: Language.optional() });

/** The same, as staff see it. */
export const Subscription = z.object({ ...subscriptionShape, planId: Id, clientId: Id, clientName: z.string(), anchorDay: z.int() }).meta({ id: 'Subscription' });
export type Subscription = z.infer<typeof Subscription>;
export const SubscriptionList = z.object({ items: z.array(Subscription) });

export const StartSubscriptionInput = z.strictObject({
  planId: Id,
  /** The first invoice; left out: today. */
  startsOn: CivilDate.optional(),
  /** The day of the month of every later one; in shorter months the last day. Left out: the day it starts on. */
  anchorDay: z.int('Use a day of the month.').min(1, 'Use a day of the month.').max(31, 'Use a day of the month.').optional(),
});
export type StartSubscriptionInput = z.infer<typeof StartSubscriptionInput>;

export const AskPlanInput = z.strictObject({ kind: z.enum(planRequestKinds), note: Lines(500).default('') });
export type AskPlanInput = z.infer<typeof AskPlanInput>;
export const AnswerPlanInput = z.strictObject({ accept: z.boolean(), note: Lines(500).default('') });
export type AnswerPlanInput = z.infer<typeof AnswerPlanInput>;
/** What clients ask for and nobody has answered, the oldest first. */
export const PlanRequestList = z.object({ items: z.array(PlanRequest.extend({ subscription: Subscription })) }).meta({ id: 'PlanRequestList' });
export type PlanRequestList = z.infer<typeof PlanRequestList>;

/** A client agrees that a plan is paid by itself: the words and the amount are the ones that were shown. */
export const ConsentShown = z.strictObject({ version: z.string().max(20), lang: Language, amountMinor: z.int().min(1).max(largestUnitPriceMinor * 2) });
export type ConsentShownInput = z.infer<typeof ConsentShown>;
export const AgreeAutopayInput = ConsentShown.extend({ methodId: Id });
export type AgreeAutopayInput = z.infer<typeof AgreeAutopayInput>;
