import type { LiveMessage } from '@portico/contract/live.ts';
import { readEvents } from './event-stream.ts';
import type { Http } from './http.ts';
import type { PortalSession } from './session.ts';
import { exclusively, tabChannel } from './tabs.ts';
import type { TabChannel } from './tabs.ts';

export interface LiveApi {
  /**
   * Hears what changes at the server: everything of one's own when signed in, free times otherwise. All subscribers of
   * all tabs share one stream. After a gap that could not be replayed it says that any free time may have changed.
   */
  subscribe(listener: (message: LiveMessage) => void): () => void;
}

export interface LiveOptions {
  readonly name: string;
  readonly business: string;
  readonly http: Http;
  readonly session: PortalSession;
  /** Milliseconds to wait after the n-th failure in a row; jitter is added. */
  readonly backOff?: ((failures: number) => number) | undefined;
  /** Milliseconds of silence after which the line counts as dead; the server says something every 20 s. */
  readonly silence?: number;
  /** Milliseconds that a tab stays connected once nobody looks at it. */
  readonly hiddenFor?: number;
}

interface Heard {
  readonly id: string;
  readonly message: LiveMessage;
}

const anythingChanged: LiveMessage = { type: 'slots.changed', providerId: null, from: null, until: null };
const defaultBackOff = (failures: number): number => Math.min(60_000, 1000 * 2 ** (failures - 1));

export function createLive(options: LiveOptions): LiveApi {
  const { name, business, http, session, backOff = defaultBackOff, silence = 50_000, hiddenFor = 60_000 } = options;
  const listeners = new Set<(message: LiveMessage) => void>();
  let tabs: TabChannel<Heard> | undefined;
  let term: AbortController | undefined;
  let connection: AbortController | undefined;
  let leaveSession: (() => void) | undefined;
  let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  let lastId = '';
  let wasConnected = false;

  function tell(message: LiveMessage): void {
    for (const listener of listeners) listener(message);
  }

  function open(): void {
    tabs = tabChannel<Heard>(`${name}:live`, hear);
    leaveSession = session.subscribe(() => {
      lastId = '';
      connection?.abort();
    });
    globalThis.document?.addEventListener('visibilitychange', onVisibility);
    lead();
  }

  function close(): void {
    clearTimeout(hiddenTimer);
    hiddenTimer = undefined;
    globalThis.document?.removeEventListener('visibilitychange', onVisibility);
    leaveSession?.();
    term?.abort();
    term = undefined;
    tabs?.close();
    wasConnected = false;
    lastId = '';
  }

  /** What the leading tab heard. */
  function hear({ id, message }: Heard): void {
    lastId = id;
    wasConnected = true;
    tell(message);
  }

  function onVisibility(): void {
    clearTimeout(hiddenTimer);
    if (!document.hidden) return lead();
    hiddenTimer = setTimeout(() => {
      term?.abort();
      term = undefined;
    }, hiddenFor);
  }

  /** Waits to become the tab that holds the stream. */
  function lead(): void {
    if (term) return;
    const { signal } = (term = new AbortController());
    void exclusively(`${name}:live`, () => keepStreaming(signal), signal).catch(() => undefined);
  }

  async function keepStreaming(signal: AbortSignal): Promise<void> {
    await session.ready;
    let failures = 0;
    while (!signal.aborted) {
      const { signal: attempt } = (connection = new AbortController());
      const isAlive = await stream(AbortSignal.any([signal, attempt])).catch(() => false);
      failures = isAlive ? 1 : failures + 1;
      // Somebody signed in or out: not a failure, go on at once as the other.
      if (attempt.aborted) failures = 0;
      else await pause(backOff(failures) * (0.5 + Math.random()), signal);
    }
  }

  /** One connection from open to end; answers whether it got through. */
  async function stream(signal: AbortSignal): Promise<boolean> {
    const isMine = session.state === 'signed_in';
    const resumes = isMine && lastId !== '';
    const stalled = new AbortController();
    const response = await http.stream(isMine ? 'live' : `businesses/${business}/live`, {
      access: isMine ? 'session' : 'public',
      ...(resumes && { headers: { 'last-event-id': lastId } }),
      signal: AbortSignal.any([signal, stalled.signal]),
    });
    if (wasConnected && !resumes) report({ id: '', message: anythingChanged });
    wasConnected = true;
    let watchdog = setTimeout(() => stalled.abort(), silence);
    const stillAlive = (): void => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => stalled.abort(), silence);
    };
    try {
      for await (const { id, data } of readEvents(response.body as ReadableStream<Uint8Array<ArrayBuffer>>, stillAlive)) {
        const message = JSON.parse(data) as LiveMessage;
        report({ id: id || lastId, message });
        if (message.type === 'session.ended') await session.end();
      }
    } catch {
      // A line that breaks is an ordinary end of a line.
    } finally {
      clearTimeout(watchdog);
    }
    return true;
  }

  function report(heard: Heard): void {
    lastId = heard.id;
    tabs?.post(heard);
    tell(heard.message);
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) open();
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) close();
      };
    },
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
