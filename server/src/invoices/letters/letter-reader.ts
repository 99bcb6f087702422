import { findBusiness, type BusinessRow } from '../../business/public.ts';
import { findContact, mainContact } from '../../clients/public.ts';
import { languageFor, voiceIn, type Voice } from '../../domain/letters/voice.ts';
import type { Scope } from '../../domain/scope.ts';
import type { ReadDb } from '../../storage/store.ts';

/** Somebody who gets a letter about money, and how we speak to them. */
export interface LetterReader {
  readonly business: BusinessRow;
  readonly name: string;
  readonly address: string | null;
  readonly voice: Voice;
}

/** The account's first contact, in their own language, else the invoice's, else the business's. */
export async function payingReader(db: ReadDb, scope: Scope, clientId: string, lang?: string): Promise<LetterReader | undefined> {
  const business = await findBusiness(db, scope.businessId);
  const person = await mainContact(db, scope, clientId);
  const contact = person && await findContact(db, scope, person.contactId);
  if (!business || !contact) return undefined;
  return { business, name: contact.name, address: contact.email, voice: voiceIn(languageFor(contact.lang, lang, business.lang), business) };
}

export const owningReader = (business: BusinessRow): LetterReader => ({ business, name: business.name, address: business.email, voice: voiceIn(business.lang, business) });
