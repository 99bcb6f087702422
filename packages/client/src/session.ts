import type { SessionTokens } from '@portico/contract/auth.ts';
import { makeKey } from './dpop.ts';
import type { Http } from './http.ts';
import type { KeyStore } from './key-store.ts';
import { PortalError } from './portal-error.ts';
import type { Credentials } from './signer.ts';
import { exclusively, tabChannel } from './tabs.ts';

export type SessionState = 'unknown' | 'signed_out' | 'signed_in';

/** One sign-in for everything on the page, and for every tab of the same site. */
export interface PortalSession {
  readonly state: SessionState;
  /** Settles when it is known whether somebody is signed in. Never rejects. */
  readonly ready: Promise<void>;
  /** False where the browser keeps nothing: the sign-in ends with the page. */
  readonly persistent: boolean;
  subscribe(listener: (state: SessionState) => void): () => void;
  /** Takes over what a sign-in answered. */
  adopt(tokens: SessionTokens): Promise<void>;
  /** Ends it here and, if it can be reached, at the server. */
  signOut(): Promise<void>;
  /** Forgets it here only: the server has ended it already. */
  end(): Promise<void>;
  /** A token that is good for at least the next half minute; undefined when nobody is signed in. */
  accessToken(): Promise<string | undefined>;
}

export interface SessionOptions {
  /** The same for all tabs that share the sign-in. */
  readonly name: string;
  readonly business: string;
  readonly store: KeyStore;
  /** Late, because requests are signed with the session. */
  readonly http: () => Http;
}

interface Access {
  readonly token: string;
  readonly expiresAt: number;
}

type Said = { readonly type: 'signed_in' | 'signed_out' } | { readonly type: 'renewed'; readonly access: Access };

const margin = 30_000;

export function createSession({ name, business, store, http }: SessionOptions): PortalSession & Credentials {
  const listeners = new Set<(state: SessionState) => void>();
  const tabs = tabChannel<Said>(name, (said) => void hear(said));
  let state: SessionState = 'unknown';
  let access: Access | undefined;
  let keyPair: Promise<CryptoKeyPair> | undefined;
  let renewal: Promise<string | undefined> | undefined;

  const ready = lookUp();

  async function lookUp(): Promise<void> {
    const record = await store.read().catch(() => undefined);
    if (record) keyPair = Promise.resolve(record.key);
    become(record?.refreshToken ? 'signed_in' : 'signed_out');
  }

  function become(next: SessionState): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener(next);
  }

  async function hear(said: Said): Promise<void> {
    if (said.type === 'renewed') {
      if (state === 'signed_in') access = said.access;
      return;
    }
    access = undefined;
    keyPair = undefined;
    await lookUp();
  }

  function key(): Promise<CryptoKeyPair> {
    keyPair ??= findOrMakeKey().catch((error: unknown) => {
      keyPair = undefined;
      throw error;
    });
    return keyPair;
  }

  /** Two tabs that start at once must end up with the same key. */
  function findOrMakeKey(): Promise<CryptoKeyPair> {
    return exclusively(`${name}:key`, async () => {
      const kept = await store.read();
      if (kept) return kept.key;
      const made = await makeKey();
      await store.write({ key: made });
      return made;
    });
  }

  const usable = (refused?: string): string | undefined =>
    (access && access.token !== refused && access.expiresAt - margin > Date.now() ? access.token : undefined);

  function renew(refused?: string): Promise<string | undefined> {
    renewal ??= exclusively(`${name}:refresh`, () => renewAlone(refused)).finally(() => { renewal = undefined; });
    return renewal;
  }

  async function renewAlone(refused: string | undefined): Promise<string | undefined> {
    // Another tab may have renewed it while this one waited.
    const renewed = usable(refused);
    if (renewed) return renewed;
    const record = await store.read();
    if (!record?.refreshToken) {
      await forget(record?.refreshToken);
      return undefined;
    }
    try {
      const path = `businesses/${business}/auth/refresh`;
      const tokens = await http().post<SessionTokens>(path, { access: 'proof', json: { refreshToken: record.refreshToken } });
      keepAccess(tokens);
      return tokens.accessToken;
    } catch (error) {
      // Only a clear refusal ends it: a dead network must not sign anybody out.
      if (!(error instanceof PortalError) || !['wrong_credentials', 'not_signed_in'].includes(error.code)) throw error;
      await forget(record.refreshToken);
      return undefined;
    }
  }

  function keepAccess(tokens: SessionTokens): void {
    access = { token: tokens.accessToken, expiresAt: Date.now() + tokens.expiresIn * 1000 };
    tabs.post({ type: 'renewed', access });
  }

  /** Unless somebody has signed in anew meanwhile. */
  async function forget(refreshToken: string | undefined): Promise<void> {
    const record = await store.read();
    if (record?.refreshToken !== refreshToken) return;
    access = undefined;
    keyPair = undefined;
    await store.remove();
    become('signed_out');
    tabs.post({ type: 'signed_out' });
  }

  const end = async (): Promise<void> => forget((await store.read())?.refreshToken);

  return {
    get state() { return state; },
    get persistent() { return store.persistent; },
    ready,
    key,
    renew,
    end,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async adopt(tokens) {
      await ready;
      const { refreshToken, sessionId } = tokens;
      if (refreshToken) await store.write({ key: await key(), refreshToken, sessionId });
      become('signed_in');
      tabs.post({ type: 'signed_in' });
      keepAccess(tokens);
    },
    async signOut() {
      // The key dies here, so a session that the server could not be told about is of no use to anybody.
      await http().post('me/sign-out', { access: 'session', timeout: 5000 }).catch(() => undefined);
      await end();
    },
    async accessToken() {
      await ready;
      if (state !== 'signed_in') return undefined;
      return usable() ?? renew();
    },
  };
}
