import type { ConsoleMe } from '@portico/contract/auth.ts';
import type { ConsoleDoor } from '@portico/contract/business.ts';
import { findDoor, findMe } from '../api/auth.ts';
import { forgetAll } from '../api/cache.ts';
import { ProblemError } from '../api/problem-error.ts';
import { useHouse } from '../ui/formats.ts';

/** Who is here. Nobody else keeps a copy. */
export type Session =
  | { readonly state: 'starting' }
  | { readonly state: 'away'; readonly door: ConsoleDoor }
  | { readonly state: 'here'; readonly me: ConsoleMe }
  | { readonly state: 'failed'; readonly error: unknown };

const closedDoor: ConsoleDoor = { signUpOpen: false, demo: false, mailboxUrl: null };
let session: Session = { state: 'starting' };
const listeners = new Set<() => void>();

export const sessionNow = (): Session => session;
export const meNow = (): ConsoleMe | undefined => (session.state === 'here' ? session.me : undefined);

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** Asks the server who is signed in; called at the start, after signing in and after changing oneself. */
export async function renewSession(): Promise<void> {
  try {
    const me = await findMe();
    useHouse(me.business);
    become({ state: 'here', me });
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) await leaveSession();
    else become({ state: 'failed', error });
  }
}

/** Nobody is signed in any more: what was known is forgotten. */
export async function leaveSession(): Promise<void> {
  if (session.state === 'away') return;
  forgetAll();
  const door = await findDoor().catch(() => closedDoor);
  become({ state: 'away', door });
}

export const mayAdminister = (): boolean => meNow()?.role !== 'member';
export const isOwner = (): boolean => meNow()?.role === 'owner';

function become(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}
