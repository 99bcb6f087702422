export { mailJobs } from './send-mail.ts';
export { queueMail, type MailContent, type MailToQueue } from './queue-mail.ts';
export { eraseMails } from './mail-store.ts';
