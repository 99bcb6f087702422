import { describe, expect, it } from 'vitest';
import { readEvents } from './event-stream.ts';
import type { StreamEvent } from './event-stream.ts';

const encoder = new TextEncoder();

async function read(...chunks: (string | Uint8Array<ArrayBuffer>)[]): Promise<StreamEvent[]> {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
      controller.close();
    },
  });
  const events: StreamEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

describe('readEvents', () => {
  it('reads ids and data, and keeps the id until the next', async () => {
    expect(await read('id: 7\ndata: one\n\n', 'data: two\n\n')).toEqual([{ id: '7', data: 'one' }, { id: '7', data: 'two' }]);
  });

  it('joins lines of data, and knows every kind of line end', async () => {
    expect(await read('data: a\r\ndata: b\r\n\r\n', 'data:c\rdata:  d\r\r', 'data\n\n')).toEqual([
      { id: '', data: 'a\nb' }, { id: '', data: 'c\n d' }, { id: '', data: '' },
    ]);
  });

  it('puts together what the network cut, also inside a character and between CR and LF', async () => {
    const euro = encoder.encode('data: 5 €\r\n\r\n');
    expect(await read(euro.slice(0, 9), euro.slice(9, 12), euro.slice(12))).toEqual([{ id: '', data: '5 €' }]);
  });

  it('passes over comments, unknown fields and the half event at the end', async () => {
    expect(await read(': still here\n\nretry: 2000\nevent: x\n\ndata: yes\n\ndata: half')).toEqual([{ id: '', data: 'yes' }]);
  });

  it('ignores an id with a null character', async () => {
    expect(await read('id: a\0b\ndata: x\n\n')).toEqual([{ id: '', data: 'x' }]);
  });

  it('stops the download when nobody reads on', async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.enqueue(encoder.encode('data: x\n\n')),
      cancel: () => { isCancelled = true; },
    });
    for await (const event of readEvents(body)) if (event.data === 'x') break;
    await new Promise((resolve) => { setTimeout(resolve); });
    expect(isCancelled).toBe(true);
  });
});
