import type { LiveMessage } from '@portico/contract/live.ts';
import type { Logger } from 'pino';
import type { Store } from '../storage/store.ts';
import { eventsAfter, lastPosition, type EventRow } from './event-store.ts';
import { messagesFor, type Audience } from './live-messages.ts';

/** `paused`: the session holds, but may not listen until an authenticator app is set up. */
export type Standing = 'welcome' | 'paused' | 'ended';

export interface LiveSubscription {
  readonly businessId: string;
  readonly audience: Audience;
  /** The `Last-Event-ID` of a stream that was interrupted. */
  readonly after: number | undefined;
  /** Asked after every event that may change the answer: anything but `welcome` ends the stream. */
  standing(): Promise<Standing>;
  send(message: LiveMessage, position: number): void;
  close(): void;
}

export interface LiveHub {
  /** Resolves, once the missed messages are sent, to the function that ends it. */
  subscribe(subscription: LiveSubscription): Promise<() => void>;
  /** Tells the open pages what is new in the log. */
  catchUp(): Promise<void>;
  closeAll(): void;
  readonly size: number;
}

const batch = 200;
const mostMissed = 200;
const changesStanding = (type: string): boolean => type.startsWith('identity.') || type === 'staff.changed' || type === 'business.changed';

/** Reads the log once for all open streams. */
export function liveHub(store: Store, log: Logger): LiveHub {
  const open = new Set<LiveSubscription>();
  let position: number | undefined;
  let running: Promise<void> | undefined;
  let again = false;

  async function readAll(): Promise<void> {
    do {
      again = false;
      position ??= await store.read(lastPosition);
      const found = await store.read((db) => eventsAfter(db, position ?? 0, batch));
      for (const event of found) await tell(event);
      if (found.length === batch) again = true;
    } while (again);
  }

  async function tell(event: EventRow): Promise<void> {
    position = event.position;
    const theirs = [...open].filter((one) => one.businessId === event.businessId);
    for (const one of theirs) for (const message of messagesFor(event, one.audience)) one.send(message, event.position);
    if (changesStanding(event.type)) for (const one of theirs) await dismissIfEnded(one, event.position);
  }

  async function dismissIfEnded(one: LiveSubscription, at: number): Promise<void> {
    const standing = await one.standing();
    if (standing === 'welcome') return;
    if (standing === 'ended') one.send({ type: 'session.ended' }, at);
    open.delete(one);
    one.close();
  }

  async function sendMissed(one: LiveSubscription, after: number): Promise<void> {
    const missed = await store.read((db) => eventsAfter(db, after, mostMissed));
    if (missed.length === mostMissed) return one.send({ type: 'slots.changed', providerId: null, from: null, until: null }, missed.at(-1)?.position ?? after);
    for (const event of missed) {
      if (event.businessId === one.businessId) for (const message of messagesFor(event, one.audience)) one.send(message, event.position);
    }
  }

  return {
    async subscribe(one) {
      position ??= await store.read(lastPosition);
      open.add(one);
      if (one.after !== undefined) await sendMissed(one, one.after);
      return () => { open.delete(one); };
    },
    catchUp() {
      if (running) again = true;
      else running = readAll().catch((error: unknown) => log.error({ err: error }, 'live updates stumbled')).finally(() => { running = undefined; });
      return running;
    },
    closeAll() {
      for (const one of open) one.close();
      open.clear();
    },
    get size() { return open.size; },
  };
}
