import { z } from 'zod';
import { Id, Instant } from './primitives.ts';

/** How loudly an event is told: critical by mail at once, informational by mail or digest, quiet only in the portal. */
export type EventTier = 'critical' | 'informational' | 'quiet' | 'record';

const BookingMoment = { bookingId: Id, serviceId: Id, providerId: Id, startsAt: Instant, endsAt: Instant };

const InvoiceFacts = { invoiceId: Id, number: z.string().nullable(), totalMinor: z.int(), currency: z.string() };

const PlanFacts = { subscriptionId: Id, name: z.string() };

const DocumentFacts = { documentId: Id, name: z.string(), category: z.string(), version: z.int(), by: z.enum(['staff', 'client', 'system']) };

const ReviewFacts = { documentId: Id, name: z.string(), reviewId: Id, version: z.int() };

const CommentFacts = { documentId: Id, name: z.string(), commentId: Id, threadId: Id };

const PackageFacts = { packageId: Id, name: z.string(), sessions: z.int() };

/**
 * The catalogue of events: everything that can happen, with what it carries. Payloads hold ids and facts, never
 * secrets; personal data only where the timeline must show it after the row changed.
 */
export const eventCatalogue = {
  'booking.created': { tier: 'critical', subject: 'booking', payload: z.object({ ...BookingMoment, by: z.enum(['guest', 'client', 'staff']), tellClient: z.boolean(), newClient: z.boolean(), lang: z.string().nullable() }) },
  'booking.held': { tier: 'quiet', subject: 'booking', payload: z.object({ ...BookingMoment, until: Instant }) },
  'booking.released': { tier: 'quiet', subject: 'booking', payload: z.object({ ...BookingMoment }) },
  'booking.moved': { tier: 'critical', subject: 'booking', payload: z.object({ ...BookingMoment, previousStartsAt: Instant, previousProviderId: Id, by: z.enum(['guest', 'client', 'staff']), tellClient: z.boolean(), lang: z.string().nullable() }) },
  'booking.cancelled': { tier: 'critical', subject: 'booking', payload: z.object({ ...BookingMoment, reason: z.string(), by: z.enum(['guest', 'client', 'staff']), tellClient: z.boolean(), lang: z.string().nullable() }) },
  'booking.marked': { tier: 'quiet', subject: 'booking', payload: z.object({ ...BookingMoment, status: z.string() }) },
  'booking.reminded': { tier: 'record', subject: 'booking', payload: z.object({ ...BookingMoment, minutesBefore: z.int() }) },
  'availability.changed': { tier: 'record', subject: 'business', payload: z.object({ what: z.string(), providerId: Id.nullable(), name: z.string().nullable() }) },
  'service.changed': { tier: 'record', subject: 'service', payload: z.object({ serviceId: Id, name: z.string(), what: z.enum(['added', 'changed', 'archived', 'restored']) }) },
  'business.signed_up': { tier: 'record', subject: 'business', payload: z.object({ name: z.string() }) },
  'business.changed': { tier: 'record', subject: 'business', payload: z.object({ fields: z.array(z.string()) }) },
  'client.added': { tier: 'record', subject: 'client', payload: z.object({ name: z.string(), via: z.enum(['guest', 'staff', 'import']) }) },
  'client.changed': { tier: 'record', subject: 'client', payload: z.object({ fields: z.array(z.string()) }) },
  'client.merged': { tier: 'record', subject: 'client', payload: z.object({ fromId: Id, name: z.string(), contacts: z.int(), bookings: z.int() }) },
  'client.erased': { tier: 'record', subject: 'client', payload: z.object({ contacts: z.int(), documents: z.int(), cancelled: z.int() }) },
  'client.separated': { tier: 'record', subject: 'client', payload: z.object({ fromId: Id, name: z.string() }) },
  'contact.added': { tier: 'record', subject: 'contact', payload: z.object({ contactId: Id, name: z.string() }) },
  'contact.changed': { tier: 'record', subject: 'contact', payload: z.object({ contactId: Id, fields: z.array(z.string()) }) },
  'contact.invited': { tier: 'critical', subject: 'contact', payload: z.object({ contactId: Id, invitationId: Id, lang: z.string().nullable() }) },
  'clients.imported': { tier: 'record', subject: 'business', payload: z.object({ imported: z.int(), skipped: z.int(), invited: z.int() }) },
  'client.read': { tier: 'record', subject: 'client', payload: z.object({}) },
  'identity.signed_in': { tier: 'record', subject: 'identity', payload: z.object({ method: z.string(), newDevice: z.boolean() }) },
  'identity.sign_in_failed': { tier: 'record', subject: 'identity', payload: z.object({ method: z.string() }) },
  'identity.signed_out': { tier: 'record', subject: 'identity', payload: z.object({ sessions: z.int(), everywhere: z.boolean() }) },
  'identity.password_set': { tier: 'critical', subject: 'identity', payload: z.object({ how: z.enum(['invitation', 'reset', 'changed', 'signed_up']) }) },
  'identity.email_change_asked': { tier: 'critical', subject: 'identity', payload: z.object({ changeId: Id }) },
  'identity.email_changed': { tier: 'critical', subject: 'identity', payload: z.object({}) },
  'identity.totp_added': { tier: 'critical', subject: 'identity', payload: z.object({}) },
  'identity.totp_removed': { tier: 'critical', subject: 'identity', payload: z.object({}) },
  'identity.recovery_code_used': { tier: 'critical', subject: 'identity', payload: z.object({ left: z.int() }) },
  'staff.invited': { tier: 'critical', subject: 'identity', payload: z.object({ staffId: Id, invitationId: Id, name: z.string() }) },
  'staff.changed': { tier: 'record', subject: 'identity', payload: z.object({ staffId: Id, what: z.string() }) },
  'feed.created': { tier: 'record', subject: 'feed', payload: z.object({}) },
  'feed.revoked': { tier: 'record', subject: 'feed', payload: z.object({}) },
  'data.exported': { tier: 'record', subject: 'business', payload: z.object({ what: z.string(), from: z.string().nullable(), until: z.string().nullable() }) },
  'job.retried': { tier: 'record', subject: 'job', payload: z.object({ jobId: Id, kind: z.string() }) },
  'access.denied': { tier: 'record', subject: 'business', payload: z.object({ route: z.string(), why: z.string(), isLast: z.boolean() }) },
  'invoice.drafted': { tier: 'record', subject: 'invoice', payload: z.object({ ...InvoiceFacts }) },
  'invoice.draft_changed': { tier: 'record', subject: 'invoice', payload: z.object({ ...InvoiceFacts, fields: z.array(z.string()) }) },
  'invoice.draft_deleted': { tier: 'record', subject: 'invoice', payload: z.object({ ...InvoiceFacts }) },
  'invoice.issued': { tier: 'critical', subject: 'invoice', payload: z.object({ ...InvoiceFacts, dueOn: z.string().nullable(), lang: z.string() }) },
  'invoice.reminded': { tier: 'record', subject: 'invoice', payload: z.object({ invoiceId: Id, number: z.string(), daysAfterDue: z.int(), dueMinor: z.int(), currency: z.string() }) },
  'deposit.reminded': { tier: 'record', subject: 'invoice', payload: z.object({ invoiceId: Id, number: z.string(), daysAfterDue: z.int(), dueMinor: z.int(), currency: z.string() }) },
  'reminders.changed': { tier: 'record', subject: 'invoice', payload: z.object({ invoiceId: Id, number: z.string().nullable(), held: z.boolean() }) },
  'invoice.voided': { tier: 'informational', subject: 'invoice', payload: z.object({ ...InvoiceFacts, reason: z.string() }) },
  'credit_note.issued': { tier: 'informational', subject: 'invoice', payload: z.object({ ...InvoiceFacts, creditOf: Id, reason: z.string(), lang: z.string() }) },
  'payment.received': { tier: 'informational', subject: 'payment', payload: z.object({ paymentId: Id, amountMinor: z.int(), currency: z.string(), method: z.string(), invoiceIds: z.array(Id) }) },
  'payment.refunded': { tier: 'informational', subject: 'payment', payload: z.object({ paymentId: Id, refundId: Id, amountMinor: z.int(), currency: z.string(), reason: z.string() }) },
  'payment.refund_failed': { tier: 'record', subject: 'payment', payload: z.object({ paymentId: Id, refundId: Id, amountMinor: z.int(), currency: z.string() }) },
  'payment.failed': { tier: 'quiet', subject: 'attempt', payload: z.object({ attemptId: Id, amountMinor: z.int(), currency: z.string(), failure: z.string(), invoiceIds: z.array(Id) }) },
  'payment.needs_review': { tier: 'critical', subject: 'review', payload: z.object({ reviewId: Id, kind: z.string(), text: z.string() }) },
  'review.settled': { tier: 'record', subject: 'review', payload: z.object({ reviewId: Id, note: z.string() }) },
  'payment_account.changed': { tier: 'record', subject: 'business', payload: z.object({ provider: z.string(), what: z.string() }) },
  'credit.applied': { tier: 'record', subject: 'invoice', payload: z.object({ invoiceId: Id, amountMinor: z.int(), currency: z.string() }) },
  'package.offered': { tier: 'record', subject: 'package', payload: z.object({ productId: Id, name: z.string(), what: z.enum(['added', 'changed', 'archived', 'restored']) }) },
  'package.ordered': { tier: 'quiet', subject: 'package', payload: z.object({ ...PackageFacts, invoiceId: Id }) },
  'package.bought': { tier: 'informational', subject: 'package', payload: z.object({ ...PackageFacts, invoiceId: Id, expiresOn: z.string().nullable() }) },
  'package.used': { tier: 'quiet', subject: 'package', payload: z.object({ ...PackageFacts, bookingId: Id, remaining: z.int() }) },
  'package.returned': { tier: 'quiet', subject: 'package', payload: z.object({ ...PackageFacts, bookingId: Id, remaining: z.int() }) },
  'package.expired': { tier: 'informational', subject: 'package', payload: z.object({ ...PackageFacts, lost: z.int(), why: z.enum(['date', 'invoice', 'ended']), reason: z.string().optional() }) },
  'package.corrected': { tier: 'informational', subject: 'package', payload: z.object({ ...PackageFacts, change: z.int(), remaining: z.int(), reason: z.string() }) },
  'package.extended': { tier: 'informational', subject: 'package', payload: z.object({ ...PackageFacts, expiresOn: z.string().nullable(), reason: z.string() }) },
  'plan.offered': { tier: 'record', subject: 'plan', payload: z.object({ planId: Id, name: z.string(), what: z.enum(['added', 'changed', 'archived', 'restored']) }) },
  'plan.started': { tier: 'informational', subject: 'subscription', payload: z.object({ ...PlanFacts, startsOn: z.string() }) },
  'plan.paused': { tier: 'informational', subject: 'subscription', payload: z.object({ ...PlanFacts, wasAsked: z.boolean() }) },
  'plan.resumed': { tier: 'informational', subject: 'subscription', payload: z.object({ ...PlanFacts, wasAsked: z.boolean() }) },
  'plan.ended': { tier: 'informational', subject: 'subscription', payload: z.object({ ...PlanFacts, wasAsked: z.boolean() }) },
  'plan.requested': { tier: 'critical', subject: 'subscription', payload: z.object({ ...PlanFacts, requestId: Id, kind: z.enum(['pause', 'resume', 'cancel']), note: z.string() }) },
  'plan.request_answered': { tier: 'informational', subject: 'subscription', payload: z.object({ ...PlanFacts, requestId: Id, kind: z.enum(['pause', 'resume', 'cancel']), outcome: z.enum(['accepted', 'declined', 'taken_back']), note: z.string() }) },
  'autopay.agreed': { tier: 'informational', subject: 'subscription', payload: z.object({ ...PlanFacts, consentId: Id, contactId: Id, method: z.string(), version: z.string(), amountMinor: z.int(), currency: z.string() }) },
  'autopay.announced': { tier: 'record', subject: 'subscription', payload: z.object({ ...PlanFacts, amountMinor: z.int(), currency: z.string(), chargeOn: z.string() }) },
  'autopay.ended': { tier: 'informational', subject: 'subscription', payload: z.object({ subscriptionId: Id, consentId: Id, method: z.string(), why: z.enum(['withdrawn', 'method_removed', 'plan_ended', 'replaced']) }) },
  'payment_method.saved': { tier: 'record', subject: 'client', payload: z.object({ methodId: Id, method: z.string() }) },
  'payment_method.removed': { tier: 'record', subject: 'client', payload: z.object({ methodId: Id, method: z.string() }) },
  'billing.changed': { tier: 'record', subject: 'client', payload: z.object({ fields: z.array(z.string()) }) },
  /** It can be opened from now on. */
  'document.added': { tier: 'informational', subject: 'document', payload: z.object({ ...DocumentFacts }) },
  'document.version_added': { tier: 'informational', subject: 'document', payload: z.object({ ...DocumentFacts, note: z.string() }) },
  /** It is here, and waits until it was looked at for viruses. */
  'document.quarantined': { tier: 'quiet', subject: 'document', payload: z.object({ ...DocumentFacts }) },
  'document.refused': { tier: 'critical', subject: 'document', payload: z.object({ ...DocumentFacts, found: z.string() }) },
  'document.opened': { tier: 'record', subject: 'document', payload: z.object({ documentId: Id, name: z.string(), version: z.int() }) },
  'document.changed': { tier: 'record', subject: 'document', payload: z.object({ documentId: Id, name: z.string(), fields: z.array(z.string()) }) },
  'document.shared': { tier: 'record', subject: 'document', payload: z.object({ documentId: Id, name: z.string(), contactIds: z.array(Id) }) },
  'document.asked_for': { tier: 'critical', subject: 'document_request', payload: z.object({ requestId: Id, title: z.string(), dueOn: z.string().nullable() }) },
  'document.submitted': { tier: 'quiet', subject: 'document_request', payload: z.object({ requestId: Id, title: z.string(), name: z.string() }) },
  'document.accepted': { tier: 'quiet', subject: 'document_request', payload: z.object({ requestId: Id, title: z.string() }) },
  'document.returned': { tier: 'critical', subject: 'document_request', payload: z.object({ requestId: Id, title: z.string(), reason: z.string() }) },
  'document.request_cancelled': { tier: 'record', subject: 'document_request', payload: z.object({ requestId: Id, title: z.string() }) },
  'document.reminded': { tier: 'record', subject: 'document_request', payload: z.object({ requestId: Id, title: z.string(), byHand: z.boolean() }) },
  'document.request_changed': { tier: 'quiet', subject: 'document_request', payload: z.object({ requestId: Id, title: z.string(), fields: z.array(z.string()) }) },
  'checklist.changed': { tier: 'record', subject: 'checklist', payload: z.object({ checklistId: Id, name: z.string(), what: z.enum(['added', 'changed', 'archived', 'restored']) }) },
  'document.review_asked': { tier: 'critical', subject: 'document', payload: z.object({ ...ReviewFacts, dueOn: z.string().nullable() }) },
  'document.approved': { tier: 'critical', subject: 'document', payload: z.object({ ...ReviewFacts }) },
  'document.changes_requested': { tier: 'critical', subject: 'document', payload: z.object({ ...ReviewFacts }) },
  'document.review_withdrawn': { tier: 'quiet', subject: 'document', payload: z.object({ ...ReviewFacts }) },
  'document.review_reminded': { tier: 'record', subject: 'document', payload: z.object({ ...ReviewFacts }) },
  'document.commented': { tier: 'informational', subject: 'document', payload: z.object({ ...CommentFacts, by: z.enum(['staff', 'client']) }) },
  'document.comment_removed': { tier: 'quiet', subject: 'document', payload: z.object({ ...CommentFacts }) },
  'document.thread_settled': { tier: 'quiet', subject: 'document', payload: z.object({ ...CommentFacts, isResolved: z.boolean() }) },
  'document.deleted': { tier: 'record', subject: 'document', payload: z.object({ documentId: Id, name: z.string(), versions: z.int() }) },
  'document_key.rotated': { tier: 'record', subject: 'client', payload: z.object({ files: z.int() }) },
  'document_key.destroyed': { tier: 'record', subject: 'client', payload: z.object({ files: z.int() }) },
  'project.changed': { tier: 'record', subject: 'project', payload: z.object({ projectId: Id, name: z.string(), what: z.enum(['added', 'changed', 'archived', 'restored']) }) },
  'invoice_settings.changed': { tier: 'record', subject: 'business', payload: z.object({ fields: z.array(z.string()) }) },
} as const satisfies Record<string, { tier: EventTier; subject: string; payload: z.ZodType }>;

export type EventType = keyof typeof eventCatalogue;
export type EventPayload<Type extends EventType> = z.infer<(typeof eventCatalogue)[Type]['payload']>;

/** One row of the audit trail. */
export const AuditEntry = z.object({ seq: z.int(), type: z.string(), at: Instant, actor: z.string(), clientId: Id.nullable(), subjectType: z.string(), subjectId: z.string().nullable(), text: z.string() }).meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;
