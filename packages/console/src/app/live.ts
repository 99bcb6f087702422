import type { LiveMessage } from '@portico/contract/live.ts';
import { invalidate } from '../api/cache.ts';
import { liveEvents } from '../api/live-stream.ts';
import { invoicesChanged } from '../invoices/live-invoices.ts';

const longestPauseMs = 20_000;

/** Follows what happens elsewhere. One tab reads the stream and tells the others, so connections do not pile up. */
export function followLive(onEnded: () => void): () => void {
  const stop = new AbortController();
  const channel = new BroadcastChannel('portico-console-live');
  const hear = (message: LiveMessage): void => {
    if (message.type === 'session.ended') onEnded();
    else renew(message);
  };
  const tell = (message: LiveMessage): void => {
    if (!stop.signal.aborted) channel.postMessage(message);
    hear(message);
  };
  channel.addEventListener('message', (event: MessageEvent<LiveMessage>) => hear(event.data));
  navigator.locks.request('portico-console-live', { signal: stop.signal }, () => readUntilStopped(stop.signal, tell)).catch(() => {});
  return () => { stop.abort(); channel.close(); };
}

async function readUntilStopped(signal: AbortSignal, tell: (message: LiveMessage) => void): Promise<void> {
  let lastId: string | undefined;
  let failures = 0;
  let hasRead = false;
  while (!signal.aborted) {
    try {
      const headers = { Accept: 'text/event-stream', ...(lastId && { 'Last-Event-ID': lastId }) };
      const response = await fetch('/v1/console/live', { headers, credentials: 'same-origin', signal });
      if (response.status === 401) return tell({ type: 'session.ended' });
      if (!response.ok || !response.body) throw new Error(String(response.status));
      if (hasRead) invalidate();
      hasRead = true;
      failures = 0;
      for await (const { id, message } of liveEvents(response.body)) {
        lastId = id ?? lastId;
        tell(message);
      }
    } catch {
      failures += 1;
    }
    await pause(Math.min(longestPauseMs, 500 * 2 ** failures) * (0.5 + Math.random() / 2), signal);
  }
  return undefined;
}

const staleAfter: Readonly<Record<string, readonly string[]>> = {
  client: ['clients'], contact: ['clients'], clients: ['clients'], service: ['services', 'slots'], availability: ['providers', 'closures', 'calendar', 'slots'],
  business: ['business'], staff: ['staff'], job: ['jobs', 'mails', 'outbox'], feed: ['feed'], identity: ['sessions'],
  invoice_settings: ['invoice-settings', 'invoice-numbers', 'taxes'], payment_account: ['payment-accounts'], payment: ['reviews'], review: ['reviews'], package: ['packages', 'clients/'], plan: ['plans', 'clients/'],
};

/** What is on screen and may be old now is asked for again. */
function renew(message: LiveMessage): void {
  if (message.type === 'booking.changed') invalidate('calendar', 'bookings/', 'clients', 'slots');
  if (message.type === 'invoices.changed') invoicesChanged();
  if (message.type === 'documents.changed') invalidate('documents', 'document-requests', 'document-reviews', 'document-search', 'document-keeping', 'clients/');
  if (message.type === 'slots.changed') invalidate('calendar', 'slots');
  if (message.type === 'business.event') invalidate(...(staleAfter[message.event.split('.')[0] ?? ''] ?? ['outbox', 'jobs', 'mails']));
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}
