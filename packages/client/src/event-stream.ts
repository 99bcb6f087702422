export interface StreamEvent {
  /** The id to resume after; the last one seen, even where this event had none. */
  readonly id: string;
  readonly data: string;
}

/**
 * Reads server-sent events off a response: EventSource cannot send headers, and ours need them.
 * `onLine` hears every sign of life, heartbeats included.
 */
export async function* readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>, onLine?: () => void): AsyncGenerator<StreamEvent> {
  let id = '';
  let data: string[] = [];
  for await (const line of readLines(body)) {
    onLine?.();
    if (line === '') {
      if (data.length > 0) yield { id, data: data.join('\n') };
      data = [];
      continue;
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?([^]*))?$/.exec(line) ?? [];
    if (field === 'data') data.push(value);
    if (field === 'id' && !value.includes('\0')) id = value;
  }
}

/** Lines end in CR, LF or both; a half line at the end of the stream is dropped, as the standard says. */
async function* readLines(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      // A CR at the very end may be half of a CRLF: wait for what follows.
      const lines = (rest + value).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    // Stops the download when the reader of the events walks away.
    void reader.cancel().catch(() => undefined);
  }
}
