import type { InvitationPreview } from '@portico/contract/auth.ts';

/** The one question that is asked at a time. */
export type LoginView =
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'reset' | 'reset-sent' }
  | { readonly kind: 'code'; readonly challengeId: string; readonly isNewDevice: boolean }
  | { readonly kind: 'totp' | 'recovery'; readonly challengeId: string }
  | { readonly kind: 'link' | 'new-password' | 'confirm-email'; readonly token: string }
  | { readonly kind: 'invitation'; readonly token: string; readonly preview: InvitationPreview };

/** Every question beyond the first: its code comes later. */
export type LoginStep = Exclude<LoginView, { readonly kind: 'sign-in' }>;

export type LoginField = 'email' | 'password' | 'code' | 'recoveryCode' | 'name';

export type LoginValues = Readonly<Record<LoginField, string>>;
export type LoginErrors = Readonly<Partial<Record<LoginField, string>>>;

/** What each question asks for. */
export const fieldsOf: Readonly<Record<LoginView['kind'], readonly LoginField[]>> = {
  'sign-in': ['email', 'password'],
  'reset': ['email'],
  'reset-sent': [],
  'code': ['code'],
  'totp': ['code'],
  'recovery': ['recoveryCode'],
  'link': [],
  'new-password': ['password'],
  'confirm-email': [],
  'invitation': ['name', 'password'],
};

/** Six digits out of whatever was typed or pasted: `123 456`, `١٢٣٤٥٦`, or the sentence of the mail around them. */
export function digitsOf(typed: string): string {
  // The last four bits of an Arabic or Persian digit are its value.
  const text = typed.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const six = /(?<!\d)(\d{3})[\s-]?(\d{3})(?!\d)/.exec(text);
  return six ? `${six[1]}${six[2]}` : text.replace(/\D/g, '').slice(0, 6);
}
