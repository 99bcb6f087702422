import { foreignKey, index, instant, integer, primaryKey, table, text } from '../storage/columns.ts';
import { businesses } from '../business/tables.ts';

/** Every mail that was asked for. `text` and `html` of mails that carry a secret are removed once sent (not in the demo). */
export const mails = table('mails', {
  businessId: text('business_id').notNull(),
  id: text('id').notNull(),
  jobId: text('job_id'),
  toName: text('to_name'),
  toAddress: text('to_address').notNull(),
  replyToAddress: text('reply_to_address'),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  html: text('html').notNull(),
  calendarMethod: text('calendar_method').$type<'REQUEST' | 'CANCEL'>(),
  calendar: text('calendar'),
  /** `secret`: holds a code or a link that signs in. */
  sort: text('sort').$type<'ordinary' | 'secret'>().notNull(),
  state: text('state').$type<'waiting' | 'sent' | 'failed'>().notNull(),
  lastError: text('last_error'),
  attempts: integer('attempts').notNull(),
  createdAt: instant('created_at').notNull(),
  sentAt: instant('sent_at'),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId], foreignColumns: [businesses.id] }),
  index('mails_newest').on(column.businessId, column.state, column.id),
]);
