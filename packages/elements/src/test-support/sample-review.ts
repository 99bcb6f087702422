import type { Preview } from '@portico/contract/documents/preview.ts';
import type { Comment, Discussion, Review, Thread } from '@portico/contract/documents/review.ts';
import { sampleDocument } from './sample-documents.ts';

/** What is said between the practice and its client about a plan, as the server would tell it. */
export const toApprove = sampleDocument(17, {
  name: 'Back to running, ten weeks.pdf', category: 'deliverables', right: { level: 'comment', download: true }, comments: 3,
  review: { state: 'waiting', version: 1, dueOn: '2026-11-27', isOverdue: false, label: { dueOn: 'Friday' } },
});

export const samplePreview = (change: Partial<Preview> = {}): Preview => ({
  version: 1, kind: 'pages', pageCount: 2,
  pages: [1, 2].map((number) => ({ number, width: 794, height: 1123, text: `The words of page ${number}` })), ...change,
});

/** A sheet with some lines on it. */
export async function drawnPage(): Promise<Blob> {
  const canvas = new OffscreenCanvas(480, 679);
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, 480, 679);
  pen.fillStyle = '#333';
  for (let line = 0; line < 18; line += 1) pen.fillRect(48, 60 + line * 30, 384 - (line % 4) * 50, 8);
  return canvas.convertToBlob();
}

export const sampleComment = (number: number, change: Partial<Comment> = {}): Comment => ({
  id: `comment-00000000000${number}`, text: 'Does this include Sundays?', by: 'client', byName: 'Thandi Mokoena', isOwn: true, createdAt: '2026-11-24T08:00:00Z', decision: null, label: { createdAt: 'yesterday, 10:00' }, ...change,
});

export const sampleThread = (number: number, change: Partial<Thread> = {}): Thread => ({
  id: `comment-00000000000${number}`, version: 1, pin: null, isResolved: false, resolvedByName: null, comments: [sampleComment(number)], ...change,
});

export const sampleReview = (change: Partial<Review> = {}): Review => ({
  id: 'review-000000000001', state: 'waiting', version: 1, dueOn: '2026-11-27', isOverdue: false, message: 'Does this fit your week?', askedAt: '2026-11-23T08:00:00Z', askedByName: 'Anna Botha', decidedAt: null, decidedByName: null, reason: null,
  label: { dueOn: 'Friday', askedAt: '23 Nov 2026', decidedAt: null }, ...change,
});

export const sampleDiscussion = (change: Partial<Discussion> = {}): Discussion => ({
  documentId: toApprove.id, mayComment: true, mayDecide: true, reviews: [sampleReview()],
  threads: [
    sampleThread(1, { pin: { page: 1, x: 0.3, y: 0.2 }, comments: [sampleComment(1), sampleComment(2, { text: 'No, Sundays are for resting.', by: 'staff', byName: 'Anna Botha', isOwn: false })] }),
    sampleThread(3, { isResolved: true, resolvedByName: 'Anna Botha', comments: [sampleComment(3, { text: 'Which shoes?' })] }),
  ], ...change,
});
