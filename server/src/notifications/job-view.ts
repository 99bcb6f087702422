import type { Job } from '@portico/contract/notifications.ts';
import { bookingForStaff } from '../bookings/public.ts';
import type { Scope } from '../domain/scope.ts';
import type { JobRow } from '../jobs/job-store.ts';
import type { ReadDb } from '../storage/store.ts';
import { findMail } from './mail-store.ts';

/** A job with what a person knows it by: the mail it sends, the booking it is about. */
export async function toJob(db: ReadDb, scope: Scope, row: JobRow): Promise<Job> {
  return {
    id: row.id, kind: row.kind, state: row.state, runAt: new Date(row.runAt).toISOString(), attempts: row.attempts, maxAttempts: row.maxAttempts,
    lastError: row.lastError, createdAt: new Date(row.createdAt).toISOString(), about: row.about, mail: await mailOf(db, scope, row), booking: await bookingOf(db, scope, row),
  };
}

async function mailOf(db: ReadDb, scope: Scope, { payload }: JobRow): Promise<Job['mail']> {
  const { mailId } = JSON.parse(payload) as { mailId?: string };
  const mail = mailId ? await findMail(db, scope.businessId, mailId) : undefined;
  return mail ? { to: mail.toAddress, subject: mail.subject } : null;
}

async function bookingOf(db: ReadDb, scope: Scope, { about }: JobRow): Promise<Job['booking']> {
  const id = about?.startsWith('booking:') ? about.slice('booking:'.length) : '';
  const booking = id ? await bookingForStaff(db, scope, id) : undefined;
  return booking ? { clientName: booking.clientName, serviceName: booking.serviceName, startsAt: booking.startsAt } : null;
}
