import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A clamd that reads INSTREAM as the real one does: lengths, the end, its limit, and the test file that everybody knows. */
export interface ClamdStandIn {
  readonly address: string;
  /** What it was given, whole, one for each scan. */
  readonly seen: Buffer[];
  /** The length of every piece. */
  readonly pieces: number[];
  /** How it answers the next scans: as it should, never, with nonsense, or by hanging up in the middle. */
  behave(how: 'well' | 'silent' | 'nonsense' | 'hang_up'): void;
  close(): Promise<void>;
}

/** In two halves, so that no scanner takes this file for it. */
export const eicar = Buffer.from(`${'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR'}${'-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`);

export async function clamdStandIn({ limit = 25 * 1024 ** 2, path }: { readonly limit?: number; readonly path?: string } = {}): Promise<ClamdStandIn> {
  const [seen, pieces]: [Buffer[], number[]] = [[], []];
  const sockets = new Set<Socket>();
  let how: Parameters<ClamdStandIn['behave']>[0] = 'well';

  function serve(socket: Socket): void {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    let held = Buffer.alloc(0);
    const content: Buffer[] = [];
    let [size, isOpen] = [0, false];
    socket.on('data', (bytes: Buffer) => {
      held = Buffer.concat([held, bytes]);
      if (!isOpen) {
        if (held.length < 10) return;
        if (held.subarray(0, 10).toString() !== 'zINSTREAM\0') return void socket.end('UNKNOWN COMMAND\0');
        [held, isOpen] = [held.subarray(10), true];
      }
      if (how === 'hang_up' && size > 0) return void socket.destroy();
      while (held.length >= 4) {
        const length = held.readUInt32BE(0);
        if (length === 0) return answer();
        if (held.length < 4 + length) return;
        pieces.push(length);
        content.push(held.subarray(4, 4 + length));
        held = held.subarray(4 + length);
        size += length;
        if (size > limit) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      }
    });
    function answer(): void {
      const all = Buffer.concat(content);
      seen.push(all);
      if (how === 'silent') return;
      socket.end(how === 'nonsense' ? 'stream: maybe\0' : all.includes(eicar) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
    }
  }

  const server = createServer(serve);
  if (path === undefined) server.listen(0, '127.0.0.1');
  else server.listen(path);
  await once(server, 'listening');
  return {
    address: path === undefined ? `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` : `unix:${path}`, seen, pieces,
    behave: (told) => { how = told; },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
