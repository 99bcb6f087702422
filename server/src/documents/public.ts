export { hasDocuments } from './document-store.ts';
export { eraseFilesOf } from './erase-files.ts';
export { documentJobs } from './settle-version.ts';
export { readyFiles, sweepIncoming } from './sweep-files.ts';
