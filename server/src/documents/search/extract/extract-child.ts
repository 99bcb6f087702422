import { fileText } from './file-text.ts';
import { saidOf, type Said } from './said.ts';
import { Unreadable } from './unreadable.ts';

/** The whole of the child process: a file comes in, words go out as one line of JSON. It is started with limits and killed beyond them. */
async function run(): Promise<Said> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  // There is nothing to be fetched.
  Object.assign(globalThis, { fetch: undefined, WebSocket: undefined, EventSource: undefined });
  const { text, hasPictures } = await fileText(new Uint8Array(Buffer.concat(chunks)), process.argv[2] === 'text');
  return saidOf(text, hasPictures);
}

const said = await run().catch((error: unknown): Said => ({ why: error instanceof Unreadable ? error.why : error instanceof RangeError ? 'too_costly' : 'damaged' }));
process.stdout.write(JSON.stringify(said));
