import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import type { Scanner, ScanResult } from './scanner.ts';

/** The scanner gave no answer that says "clean" or "found": nothing is known. */
export class ScanFailed extends Error {
  override readonly name = 'ScanFailed';
}

export interface ClamdOptions {
  /** Without a byte either way. */
  readonly patienceMs?: number;
}

const pieceSize = 65_536;

/**
 * clamd over its socket, INSTREAM: pieces of a length and bytes, a length of zero at the end. Only the two answers that
 * mean something are believed; a limit, a restart or silence is a failure. Set `StreamMaxLength` as large as the largest
 * file, and `AlertExceedsMax yes`: else clamd calls clean what it did not look at to the end.
 */
export function clamdScanner(address: string, { patienceMs = 60_000 }: ClamdOptions = {}): Scanner {
  return {
    name: 'clamd',
    async scan(content) {
      const socket = await open(address, patienceMs);
      const answer = collect(socket);
      try {
        await write(socket, Buffer.from('zINSTREAM\0'));
        for await (const bytes of content) {
          // It answers before the end when it stops at a limit: that must be read before we write into a closed line.
          for (let at = 0; at < bytes.length && !answer.isOver(); at += pieceSize) {
            await send(socket, bytes.subarray(at, at + pieceSize));
            await turn();
          }
          if (answer.isOver()) break;
        }
        if (!answer.isOver()) await write(socket, Buffer.alloc(4));
        return read(await answer.text);
      } catch (error) {
        // What it said before it hung up tells more than the broken line.
        const said = await answer.soFar();
        if (said !== '') return read(said);
        throw error instanceof ScanFailed ? error : new ScanFailed(`the virus scanner broke off (${error instanceof Error ? error.message : 'no reason'}). If the file is large, raise StreamMaxLength`);
      } finally {
        socket.destroy();
      }
    },
  };
}

function read(answer: string): ScanResult {
  const said = answer.replace(/\0[^]*$/, '').trim();
  if (said === 'stream: OK') return { clean: true };
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
  if (found !== undefined) {
    // With AlertExceedsMax this is how clamd says that it stopped looking.
    if (found.startsWith('Heuristics.Limits.Exceeded')) throw new ScanFailed(`the virus scanner stopped at a limit (${found}): raise its limits`);
    return { clean: false, found };
  }
  if (said.includes('size limit exceeded')) throw new ScanFailed('the file is larger than the virus scanner takes: raise StreamMaxLength');
  throw new ScanFailed(`the virus scanner gave no verdict: ${said.slice(0, 200) || 'it hung up'}`);
}

async function open(address: string, patienceMs: number): Promise<Socket> {
  const tcp = /^tcp:\/\/([^/:]+):(\d+)$/.exec(address);
  const socket = tcp ? connect({ host: tcp[1] ?? '', port: Number(tcp[2]) }) : connect({ path: address.replace(/^unix:/, '') });
  socket.setTimeout(patienceMs, () => socket.destroy(new ScanFailed('the virus scanner does not answer')));
  try {
    await once(socket, 'connect');
  } catch (error) {
    socket.destroy();
    throw new ScanFailed(`the virus scanner cannot be reached: ${error instanceof Error ? error.message : 'no reason'}`);
  }
  return socket;
}

interface Answer {
  readonly text: Promise<string>;
  isOver(): boolean;
  /** What has come, once the socket is closed or now. */
  soFar(): Promise<string>;
}

function collect(socket: Socket): Answer {
  let text = '';
  const whole = new Promise<string>((resolve, reject) => {
    socket.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      if (text.includes('\0')) resolve(text);
    });
    socket.on('end', () => resolve(text)).on('close', () => resolve(text)).on('error', reject);
  });
  // Whoever sends hears of a broken line first.
  whole.catch(() => undefined);
  return { text: whole, isOver: () => text.includes('\0') || socket.readableEnded, soFar: async () => text };
}

async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  socket.write(length);
  await write(socket, bytes);
}

/** At the reader's pace. */
async function write(socket: Socket, bytes: Uint8Array): Promise<void> {
  if (socket.destroyed) throw socket.errored ?? new ScanFailed('the virus scanner hung up');
  if (socket.write(bytes)) return;
  const gone = new AbortController();
  try {
    await Promise.race([once(socket, 'drain', { signal: gone.signal }), once(socket, 'close', { signal: gone.signal }).then(() => { throw socket.errored ?? new ScanFailed('the virus scanner hung up'); })]);
  } finally {
    gone.abort();
  }
}
