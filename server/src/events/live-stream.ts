import type { LiveMessage } from '@portico/contract/live.ts';
import type { LiveHub, Standing } from './live-hub.ts';
import type { Audience } from './live-messages.ts';

const heartbeatMs = 20_000;

export interface StreamOptions {
  readonly hub: LiveHub;
  readonly businessId: string;
  readonly audience: Audience;
  readonly lastEventId: string | undefined;
  readonly signal: AbortSignal;
  standing(): Promise<Standing>;
}

/** Server-sent events (WHATWG HTML 9.2) over a plain response, so that the reader can send headers. */
export function liveStream({ hub, businessId, audience, lastEventId, signal, standing }: StreamOptions): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let leave: (() => void) | undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  let ended = false;

  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string): void => { if (!ended) controller.enqueue(encoder.encode(text)); };
      const end = (): void => {
        if (ended) return;
        ended = true;
        clearInterval(heartbeat);
        leave?.();
        try { controller.close(); } catch { /* the reader left first */ }
      };
      signal.addEventListener('abort', end, { once: true });
      write('retry: 2000\n: welcome\n\n');
      heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs);
      heartbeat.unref();
      const after = lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined;
      leave = await hub.subscribe({
        businessId, audience, after, standing,
        send: (message: LiveMessage, position: number) => write(`id: ${position}\ndata: ${JSON.stringify(message)}\n\n`),
        close: end,
      });
      if (ended) leave();
    },
    cancel() {
      ended = true;
      clearInterval(heartbeat);
      leave?.();
    },
  });
}
