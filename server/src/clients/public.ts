export { addClientWithContact, findOrAddGuest, mainContact, rememberPage } from './add-client.ts';
export { clientNames, contactsOf, findClient, findContact, findContactByEmail, namesOf, type ContactWithClient } from './client-store.ts';
export { setContactEmail } from './set-contact-email.ts';
export { setContactName } from './set-contact-name.ts';
