import type { EmailChange, FreshProofInput, Me, RecoveryCodes, Session, TotpStart } from '@portico/contract/auth.ts';
import type { CalendarFeed } from '@portico/contract/bookings/calendar.ts';
import type { Http } from './http.ts';
import type { PortalSession } from './session.ts';

interface CallOptions {
  readonly signal?: AbortSignal;
}

/** The person who is signed in. What is marked fresh answers `fresh_proof_required` until {@link MeApi.prove} was called. */
export interface MeApi {
  read(options?: CallOptions): Promise<Me>;
  sessions(options?: CallOptions): Promise<readonly Session[]>;
  revokeSession(id: string): Promise<void>;
  signOutEverywhere(): Promise<void>;
  /** Proves that the person is here now; good for five minutes. */
  prove(input: FreshProofInput): Promise<{ readonly freshUntil: string }>;
  /** Mails a code for {@link MeApi.prove}, for people without a password. */
  mailProofCode(): Promise<void>;
  /** Fresh. */
  changePassword(password: string): Promise<void>;
  /** Fresh. Both addresses have to confirm it. */
  changeEmail(email: string): Promise<EmailChange>;
  /** Fresh. */
  startTotp(): Promise<TotpStart>;
  confirmTotp(code: string): Promise<RecoveryCodes>;
  /** Fresh. */
  removeTotp(): Promise<void>;
  feed(options?: CallOptions): Promise<CalendarFeed>;
  /** A new private calendar address; the old one stops working. Its `url` is told this once. */
  makeFeed(): Promise<CalendarFeed>;
  revokeFeed(): Promise<CalendarFeed>;
}

export function meApi(http: Http, session: PortalSession): MeApi {
  const access = 'session';
  const send = <T>(path: string, json?: unknown): Promise<T> => http.post<T>(`me/${path}`, { access, json });
  const done = async (path: string, json?: unknown): Promise<void> => { await send(path, json); };
  return {
    read: (options) => http.get('me', { ...options, access }),
    sessions: async (options) => (await http.get<{ items: Session[] }>('me/sessions', { ...options, access })).items,
    revokeSession: (id) => done(`sessions/${encodeURIComponent(id)}/revoke`),
    async signOutEverywhere() {
      await done('sign-out-everywhere');
      await session.end();
    },
    prove: (input) => send('fresh-proof', input),
    mailProofCode: () => done('fresh-proof/mail-code'),
    changePassword: (password) => done('password', { password }),
    changeEmail: (email) => send('email', { email }),
    startTotp: () => send('totp/start'),
    confirmTotp: (code) => send('totp/confirm', { code }),
    removeTotp: () => done('totp/remove'),
    feed: (options) => http.get('me/feed', { ...options, access }),
    makeFeed: () => send('feed'),
    revokeFeed: () => send('feed/revoke'),
  };
}
