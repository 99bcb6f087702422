import { dateLabel } from '../domain/civil-dates.ts';
import { formatMoney } from '../domain/money.ts';
import type { EventRow } from './event-store.ts';

type Payload = Readonly<Record<string, unknown>>;

export interface Say {
  /** An instant in the business's zone. */
  when(iso: string): string;
  /** The present name of a client. */
  client(id: string): string;
}

/** What happened, as a sentence for the timeline and the audit trail. */
export function eventInWords(event: EventRow, say: Say): string {
  const payload = JSON.parse(event.payload) as Payload;
  return words[event.type]?.(payload, say, event) ?? event.type.replaceAll(/[._]/g, ' ');
}

const text = (value: unknown): string => typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const day = (date: unknown): string => dateLabel(text(date), 'en');
const money = (payload: Payload): string => formatMoney(Number(payload['amountMinor']), text(payload['currency']), 'en');
const sessions = (count: unknown): string => `${text(count)} ${count === 1 ? 'session' : 'sessions'}`;
const named = (payload: Payload): string => `${text(payload['name'])}, version ${text(payload['version'])}`;
const listed = (value: unknown): string => Array.isArray(value) ? value.join(', ') : '';

const words: Readonly<Record<string, (payload: Payload, say: Say, event: EventRow) => string>> = {
  'booking.created': (payload, { when }) => `Booked for ${when(text(payload['startsAt']))}`,
  'booking.held': (payload, { when }) => `Held until it is paid: ${when(text(payload['startsAt']))}`,
  'booking.released': (payload, { when }) => `Not paid in time, free again: ${when(text(payload['startsAt']))}`,
  'booking.moved': (payload, { when }) => `Moved from ${when(text(payload['previousStartsAt']))} to ${when(text(payload['startsAt']))}`,
  'booking.cancelled': (payload, { when }) => `Cancelled the booking of ${when(text(payload['startsAt']))}${payload['reason'] ? `: ${text(payload['reason'])}` : ''}`,
  'booking.marked': (payload, { when }) => `${{ done: 'Done', no_show: 'Did not come', confirmed: 'Back to confirmed' }[text(payload['status'])] ?? 'Marked'}: ${when(text(payload['startsAt']))}`,
  'booking.reminded': (payload, { when }) => `Reminder sent for ${when(text(payload['startsAt']))}`,
  'availability.changed': (payload) => `Hours: ${text(payload['what'])}${payload['name'] ? ` (${text(payload['name'])})` : ''}`,
  'service.changed': (payload) => `Service ${text(payload['name'])} ${text(payload['what'])}`,
  'business.signed_up': (payload) => `${text(payload['name'])} signed up`,
  'business.changed': (payload) => `Settings changed: ${listed(payload['fields'])}`,
  'client.added': (payload) => `${text(payload['name'])} became a client${{ guest: ' by booking', import: ' by import' }[text(payload['via'])] ?? ''}`,
  'client.changed': (payload) => `Client changed: ${listed(payload['fields'])}`,
  'client.merged': (payload) => `Merged with ${text(payload['name'])}`,
  'client.erased': (payload) => `A client was erased: ${text(payload['contacts'])} people, ${text(payload['documents'])} documents, ${text(payload['cancelled'])} bookings cancelled`,
  'client.separated': (payload) => `Separated from ${text(payload['name'])} again`,
  'contact.added': (payload) => `Contact ${text(payload['name'])} added`,
  'contact.changed': (payload) => `Contact changed: ${listed(payload['fields'])}`,
  'contact.invited': () => 'Invited to set a password',
  'clients.imported': (payload) => `${text(payload['imported'])} clients imported`,
  'client.read': (_, { client }, { subjectId }) => `Looked at ${client(subjectId ?? '')}`,
  'identity.signed_in': (payload) => `Signed in${payload['newDevice'] ? ' on a new device' : ''}`,
  'identity.sign_in_failed': () => 'A sign-in failed',
  'identity.signed_out': () => 'Signed out',
  'identity.password_set': () => 'Password set',
  'identity.email_change_asked': () => 'Asked to change the e-mail address',
  'identity.email_changed': () => 'E-mail address changed',
  'identity.totp_added': () => 'Authenticator app added',
  'identity.totp_removed': () => 'Authenticator app removed',
  'identity.recovery_code_used': (payload) => `Recovery code used, ${text(payload['left'])} left`,
  'staff.invited': (payload) => `${text(payload['name'])} invited to the team`,
  'staff.changed': (payload) => `Team: ${text(payload['what'])}`,
  'feed.created': () => 'Calendar feed made',
  'feed.revoked': () => 'Calendar feed ended',
  'access.denied': (payload) => `Refused what is not theirs: ${text(payload['route'])}${payload['isLast'] ? ' (more within this hour are not listed)' : ''}`,
  'invoice.drafted': () => 'Invoice drafted',
  'invoice.draft_changed': (payload) => `Draft changed: ${listed(payload['fields'])}`,
  'invoice.draft_deleted': () => 'Draft deleted',
  'invoice.issued': (payload) => `Invoice ${text(payload['number'])} issued`,
  'invoice.reminded': (payload) => `Reminded of invoice ${text(payload['number'])}, ${formatMoney(Number(payload['dueMinor']), text(payload['currency']), 'en')} open`,
  'deposit.reminded': (payload) => `Reminded of the deposit of invoice ${text(payload['number'])}, ${formatMoney(Number(payload['dueMinor']), text(payload['currency']), 'en')} open`,
  'reminders.changed': (payload) => `Reminders of invoice ${text(payload['number'])} ${payload['held'] === true ? 'held back' : 'go on'}`,
  'invoice.voided': (payload) => `Invoice ${text(payload['number'])} voided: ${text(payload['reason'])}`,
  'credit_note.issued': (payload) => `Credit note ${text(payload['number'])} issued: ${text(payload['reason'])}`,
  'payment.received': (payload) => `Payment of ${money(payload)} received`,
  'payment.refunded': (payload) => `${money(payload)} given back: ${text(payload['reason'])}`,
  'payment.failed': (payload) => `A payment of ${money(payload)} did not go through`,
  'payment.needs_review': (payload) => text(payload['text']),
  'review.settled': (payload) => `Payment looked at: ${text(payload['note'])}`,
  'payment_account.changed': (payload) => `Payments by ${text(payload['provider'])}: ${text(payload['what'])}`,
  'credit.applied': (payload) => `${money(payload)} of account credit used`,
  'package.offered': (payload) => `Package ${text(payload['name'])} ${text(payload['what'])}`,
  'package.ordered': (payload) => `${text(payload['name'])} ordered, waiting for payment`,
  'package.bought': (payload) => `${text(payload['name'])} bought: ${sessions(payload['sessions'])}`,
  'package.used': (payload) => `A session of ${text(payload['name'])} used, ${text(payload['remaining'])} left`,
  'package.returned': (payload) => `A session of ${text(payload['name'])} came back, ${text(payload['remaining'])} left`,
  'package.expired': (payload) => `${text(payload['name'])} ${{ date: 'ran out', ended: 'was ended' }[text(payload['why'])] ?? 'was withdrawn with its invoice'}: ${sessions(payload['lost'])} lost${payload['reason'] ? ` (${text(payload['reason'])})` : ''}`,
  'package.corrected': (payload) => `${text(payload['name'])} corrected by ${Number(payload['change']) > 0 ? '+' : '−'}${sessions(Math.abs(Number(payload['change'])))}, ${text(payload['remaining'])} left: ${text(payload['reason'])}`,
  'package.extended': (payload) => `${text(payload['name'])} can be used ${payload['expiresOn'] === null ? 'for ever' : `until ${day(payload['expiresOn'])}`}: ${text(payload['reason'])}`,
  'payment.refund_failed': (payload) => `${money(payload)} did not reach the client and is account credit again`,
  'plan.offered': (payload) => `Plan ${text(payload['name'])} ${text(payload['what'])}`,
  'plan.started': (payload) => `Plan ${text(payload['name'])} begins on ${day(payload['startsOn'])}`,
  'plan.paused': (payload) => `Plan ${text(payload['name'])} paused`,
  'plan.resumed': (payload) => `Plan ${text(payload['name'])} goes on`,
  'plan.ended': (payload) => `Plan ${text(payload['name'])} ended`,
  'plan.requested': (payload) => `Asked to ${text(payload['kind'])} ${text(payload['name'])}${payload['note'] ? `: ${text(payload['note'])}` : ''}`,
  'plan.request_answered': (payload) => `The wish to ${text(payload['kind'])} ${text(payload['name'])} was ${text(payload['outcome']).replace('_', ' ')}${payload['note'] ? `: ${text(payload['note'])}` : ''}`,
  'autopay.agreed': (payload) => `Agreed that ${text(payload['name'])} (${money(payload)}) is paid automatically with ${text(payload['method'])}, in the words of ${text(payload['version'])}`,
  'autopay.announced': (payload) => `Told that ${money(payload)} for ${text(payload['name'])} is taken on ${day(payload['chargeOn'])}`,
  'autopay.ended': (payload) => `Nothing is taken from ${text(payload['method'])} any more${{ withdrawn: ': stopped by the client', method_removed: ': the card was removed', plan_ended: ': the plan ended', replaced: ': another consent took its place' }[text(payload['why'])] ?? ''}`,
  'payment_method.saved': (payload) => `${text(payload['method'])} saved at the payment provider`,
  'payment_method.removed': (payload) => `${text(payload['method'])} removed`,
  'billing.changed': (payload) => `Billing details changed: ${listed(payload['fields'])}`,
  'document.added': (payload) => `Document ${text(payload['name'])} added`,
  'document.version_added': (payload) => `Version ${text(payload['version'])} of ${text(payload['name'])}${payload['note'] ? `: ${text(payload['note'])}` : ''}`,
  'document.quarantined': (payload) => `${text(payload['name'])} arrived and is being checked for viruses`,
  'document.refused': (payload) => `${text(payload['name'])} was refused: ${text(payload['found'])} was found in it`,
  'document.opened': (payload) => `Opened ${text(payload['name'])}, version ${text(payload['version'])}`,
  'document.changed': (payload) => `Document ${text(payload['name'])} changed: ${listed(payload['fields'])}`,
  'document.shared': (payload) => `Who may do what with ${text(payload['name'])} changed`,
  'document.asked_for': (payload) => `Asked for ${text(payload['title'])}${payload['dueOn'] ? ` by ${day(payload['dueOn'])}` : ''}`,
  'document.submitted': (payload) => `${text(payload['name'])} came for ${text(payload['title'])}`,
  'document.accepted': (payload) => `Accepted what came for ${text(payload['title'])}`,
  'document.returned': (payload) => `Asked again for ${text(payload['title'])}: ${text(payload['reason'])}`,
  'document.request_cancelled': (payload) => `No longer asked for ${text(payload['title'])}`,
  'document.request_changed': (payload) => `Changed what is asked for: ${text(payload['title'])}`,
  'checklist.changed': (payload) => `Checklist ${text(payload['name'])} ${text(payload['what'])}`,
  'document.reminded': (payload) => `Reminded of ${text(payload['title'])}`,
  'document.review_asked': (payload) => `Asked to approve ${named(payload)}${payload['dueOn'] ? ` by ${day(payload['dueOn'])}` : ''}`,
  'document.approved': (payload) => `Approved ${named(payload)}`,
  'document.changes_requested': (payload) => `Asked for changes to ${named(payload)}`,
  'document.review_withdrawn': (payload) => `No longer asked to approve ${named(payload)}`,
  'document.review_reminded': (payload) => `Reminded to approve ${named(payload)}`,
  'document.commented': (payload) => `Commented on ${text(payload['name'])}`,
  'document.comment_removed': (payload) => `Took back a comment on ${text(payload['name'])}`,
  'document.thread_settled': (payload) => `${payload['isResolved'] ? 'Settled' : 'Took up again'} what was said about ${text(payload['name'])}`,
  'document.deleted': (payload) => `Document ${text(payload['name'])} deleted for good`,
  'document_key.rotated': (payload) => `New key for the files of this client, ${text(payload['files'])} sealed anew`,
  'document_key.destroyed': () => 'Files erased for good: their key was destroyed',
  'project.changed': (payload) => `Project ${text(payload['name'])} ${text(payload['what'])}`,
  'invoice_settings.changed': (payload) => `Invoice settings changed: ${listed(payload['fields'])}`,
  'data.exported': (payload) => `Taken out of here: ${text(payload['what'])}${payload['from'] || payload['until'] ? ` (${text(payload['from'])} – ${text(payload['until'])})` : ''}`,
  'job.retried': (payload) => `Tried again: ${text(payload['kind'])}`,
};
