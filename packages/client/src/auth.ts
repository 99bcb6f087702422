import type {
  AcceptInvitationInput, Challenge, ConfirmResetInput, EmailChange, InvitationPreview, MailCodeInput, SignInInput, SignInResult,
  VerifyCodeInput, VerifyTotpInput,
} from '@portico/contract/auth.ts';
import type { Http } from './http.ts';
import type { PortalSession } from './session.ts';

interface CallOptions {
  readonly signal?: AbortSignal;
}

/** Ways in. Whatever ends with a session is adopted at once: the page is signed in when the promise settles. */
export interface AuthApi {
  signIn(input: SignInInput): Promise<SignInResult>;
  mailCode(input: MailCodeInput): Promise<Challenge>;
  verifyCode(input: VerifyCodeInput): Promise<SignInResult>;
  verifyTotp(input: VerifyTotpInput): Promise<SignInResult>;
  /** Consumes the link of a mail: call it when the person has pressed a button, never on arrival. */
  verifyLink(token: string): Promise<SignInResult>;
  invitation(token: string, options?: CallOptions): Promise<InvitationPreview>;
  acceptInvitation(input: AcceptInvitationInput): Promise<SignInResult>;
  /** Answers the same for every address. */
  reset(input: { readonly email: string; readonly lang?: string | undefined }): Promise<void>;
  confirmReset(input: ConfirmResetInput): Promise<void>;
  confirmEmail(token: string): Promise<EmailChange>;
}

export function authApi(http: Http, business: string, session: PortalSession): AuthApi {
  const path = (name: string): string => `businesses/${business}/auth/${name}`;

  async function enter(name: string, json: unknown): Promise<SignInResult> {
    const result = await http.post<SignInResult>(path(name), { access: 'proof', json });
    if (result.status === 'signed_in') await session.adopt(result.tokens);
    return result;
  }

  return {
    signIn: (input) => enter('sign-in', input),
    mailCode: (input) => http.post(path('mail-code'), { access: 'proof', json: input }),
    verifyCode: (input) => enter('verify-code', input),
    verifyTotp: (input) => enter('verify-totp', input),
    verifyLink: (token) => enter('verify-link', { token }),
    invitation: (token, options) => http.post(path('invitation'), { ...options, json: { token } }),
    acceptInvitation: (input) => enter('accept-invitation', input),
    reset: async (input) => { await http.post(path('reset'), { json: input }); },
    confirmReset: async (input) => { await http.post(path('confirm-reset'), { json: input }); },
    confirmEmail: (token) => http.post(path('confirm-email'), { json: { token } }),
  };
}
