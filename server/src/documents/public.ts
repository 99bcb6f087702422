export { hasDocuments } from './has-documents.ts';
export { eraseFilesOf } from './erase-files.ts';
export { fileDocument } from './file-document.ts';
export { documentLetterJobs, documentNotices } from './letters/tell-documents.ts';
export { requestJobs, requestNotices } from './requests/remind-of-request.ts';
export { documentJobs } from './settle-version.ts';
export { readyFiles, sweepIncoming } from './sweep-files.ts';
export { commentJobs, commentNotices } from './review/tell-comments.ts';
export { reviewJobs, reviewNotices } from './review/tell-review.ts';
