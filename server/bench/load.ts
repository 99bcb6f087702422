import { connect, type Socket } from 'node:net';

/** What a load run saw. Times in milliseconds. */
export interface Load {
  readonly count: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

export interface Target {
  readonly url: string;
  /** The whole request as it goes over the wire. Called once for each. */
  request(): string;
  /** Any other status fails the bench. */
  readonly status: number;
  readonly atOnce: number;
}

/** Asks for about `ms`, on as many kept-alive connections as are asked at once. */
export async function load(target: Target, ms: number): Promise<Load> {
  const connections = await Promise.all(Array.from({ length: target.atOnce }, () => openConnection(target.url)));
  const times: number[] = [];
  const started = performance.now();
  const until = started + ms;
  await Promise.all(connections.map(async (connection) => {
    for (let asked = performance.now(); asked < until;) {
      const { status, head } = await connection.ask(target.request());
      if (status !== target.status) throw new Error(`${target.url} answered ${status}: ${head}${connection.lastBody()}`);
      const answered = performance.now();
      times.push(answered - asked);
      asked = answered;
    }
  }));
  const took = performance.now() - started;
  for (const connection of connections) connection.close();
  times.sort((a, b) => a - b);
  return { count: times.length, perSecond: times.length / (took / 1000), p50: times[times.length >> 1] ?? NaN, p99: times[Math.floor(times.length * 0.99)] ?? NaN };
}

/** One answer's body as text, for setting up and for comparing. */
export async function bodyOf(url: string, request: string): Promise<string> {
  const connection = await openConnection(url);
  await connection.ask(request);
  const body = connection.lastBody();
  connection.close();
  return body;
}

/** Writes HTTP/1.1 by hand: on two shared cores, every microsecond of the client is one less for the server. */
export function requestText(method: string, path: string, headers: Readonly<Record<string, string>>, body = ''): string {
  const lines = Object.entries({ host: 'localhost', ...headers, ...(body && { 'content-length': String(Buffer.byteLength(body)) }) }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

interface Connection {
  ask(request: string): Promise<{ status: number; head: string }>;
  lastBody(): string;
  close(): void;
}

async function openConnection(url: string): Promise<Connection> {
  const socket = await opened(url);
  let chunks: Buffer[] = [];
  let size = 0;
  let whole = Infinity;
  let head = '';
  let settle: { resolve(answer: { status: number; head: string }): void; reject(error: Error): void } | undefined;
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (whole === Infinity) {
      const start = chunks.length === 1 ? chunk : Buffer.concat(chunks);
      const end = start.indexOf('\r\n\r\n');
      if (end < 0) return;
      head = start.toString('latin1', 0, end + 4);
      const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
      if (length === undefined) return settle?.reject(new Error(`an answer without a length: ${head}`));
      whole = end + 4 + Number(length);
    }
    if (size >= whole) settle?.resolve({ status: Number(head.slice(9, 12)), head });
  });
  socket.on('error', (error) => settle?.reject(error));
  socket.on('close', () => settle?.reject(new Error(`${url} closed the connection`)));
  return {
    ask: (request) => new Promise((resolve, reject) => {
      chunks = [];
      size = 0;
      whole = Infinity;
      settle = { resolve, reject };
      socket.write(request, 'latin1');
    }),
    lastBody: () => Buffer.concat(chunks).subarray(head.length).toString('utf8'),
    close: () => socket.destroy(),
  };
}

function opened(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => resolve(socket));
    socket.setNoDelay(true);
    socket.once('error', reject);
  });
}
