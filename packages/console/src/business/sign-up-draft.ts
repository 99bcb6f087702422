import type { WeeklyHours } from '@portico/contract/bookings/hours.ts';
import type { SignUpInput } from '@portico/contract/business.ts';
import { emailTrouble, passwordTrouble } from '../auth/door.template.ts';
import { priceFrom } from '../ui/amount-text.ts';
import { fractionDigits } from '../ui/formats.ts';
import { weekHasTrouble } from '../ui/hours-rules.ts';
import { wholeFrom } from '../ui/typed-text.ts';

export interface SignUpDraft {
  ownerName: string; email: string; password: string; businessName: string; timeZone: string; currency: string; lang: string;
  serviceName: string; minutes: string; price: string; weeklyHours: readonly WeeklyHours[];
}

/** The fields of each question, by the names the server uses. */
export const questionFields: readonly (readonly string[])[] = [
  ['ownerName', 'email', 'password'], ['businessName'], ['timeZone'], ['currency', 'lang'], ['service.name', 'service.durationMinutes', 'service.priceMinor'], ['weeklyHours'],
];

/** What is wrong with the answers so far, by field; empty texts are fine. */
export function troublesOf(draft: SignUpDraft): Readonly<Record<string, string>> {
  const filled = (text: string): string => (text.trim() ? '' : 'Fill this in.');
  return {
    'ownerName': filled(draft.ownerName), 'email': emailTrouble(draft.email), 'password': passwordTrouble(draft.password), 'businessName': filled(draft.businessName),
    'service.name': filled(draft.serviceName), 'service.durationMinutes': wholeFrom(draft.minutes, 5, 720) === undefined ? 'Use a whole number from 5 to 720.' : '',
    'service.priceMinor': priceFrom(draft.price, fractionDigits(draft.currency), draft.lang) === undefined ? 'Use an amount such as 650 or 650.50.' : '',
    'weeklyHours': draft.weeklyHours.length === 0 ? 'Choose at least one day.' : weekHasTrouble(draft.weeklyHours) ? 'Some hours need another look.' : '',
  };
}

/** The first question that holds one of these fields. */
export function questionOf(fields: readonly string[]): number {
  return questionFields.findIndex((known) => fields.some((field) => known.some((name) => field === name || field.startsWith(`${name}.`))));
}

export function inputOf(draft: SignUpDraft): SignUpInput {
  const { ownerName, email, password, businessName, timeZone, currency, lang, serviceName, minutes, price, weeklyHours } = draft;
  return {
    ownerName: ownerName.trim(), email: email.trim(), password, businessName: businessName.trim(), timeZone, currency, lang,
    service: { name: serviceName.trim(), durationMinutes: Number(minutes), priceMinor: priceFrom(price, fractionDigits(currency), lang) ?? 0 }, weeklyHours: [...weeklyHours],
  };
}
