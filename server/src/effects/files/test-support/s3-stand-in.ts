import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { allOf } from '../../../test-support/all-of.ts';

/** A store that speaks S3 and is as strict as the real ones: signatures, hashes of bodies, sizes, order and ETags of parts. */
export interface S3StandIn {
  readonly url: string;
  readonly objects: Map<string, Buffer>;
  /** Uploads in parts that are under way. */
  readonly unfinished: Map<string, { key: string; parts: Map<number, Buffer>; initiated: string }>;
  /** What it refused, by code. */
  readonly refusals: string[];
  /** The next requests whose line contains this answer with an error, or a 200 that holds one. */
  failNext(line: string, how: 'error' | 'late_error', times?: number): void;
  close(): Promise<void>;
}

export const accessKey = 'AKIDTEST';
export const secretKey = 'a secret that only the test store knows';
const region = 'eu-test-1';
const smallestPart = 5 * 1024 ** 2;
const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(code);
    [this.status, this.code] = [status, code];
  }
}

export async function s3StandIn(): Promise<S3StandIn> {
  const objects = new Map<string, Buffer>();
  const unfinished: S3StandIn['unfinished'] = new Map();
  const refusals: string[] = [];
  const failures: { line: string; how: 'error' | 'late_error'; left: number }[] = [];
  let count = 0;

  function answerTo(request: IncomingMessage, url: URL, body: Buffer): { status: number; headers?: Record<string, string>; body?: string | Buffer } {
    const key = decodeURIComponent(url.pathname).replace(/^\/bucket\/?/, '');
    const query = url.searchParams;
    const uploadId = query.get('uploadId');
    const upload = uploadId === null ? undefined : unfinished.get(uploadId);
    if (uploadId !== null && upload?.key !== key) throw new Refusal(404, 'NoSuchUpload');
    if (request.method === 'POST' && query.has('uploads')) {
      const id = `upload-${(count += 1)}`;
      unfinished.set(id, { key, parts: new Map(), initiated: new Date().toISOString() });
      return { status: 200, body: `<InitiateMultipartUploadResult><Bucket>bucket</Bucket><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>` };
    }
    if (request.method === 'PUT' && upload) {
      upload.parts.set(Number(query.get('partNumber')), body);
      return { status: 200, headers: { ETag: `"${md5(body)}"` } };
    }
    if (request.method === 'POST' && upload && uploadId !== null) return complete(key, uploadId, upload.parts, body.toString());
    if (request.method === 'DELETE' && uploadId !== null) {
      unfinished.delete(uploadId);
      return { status: 204 };
    }
    if (request.method === 'GET' && query.has('uploads')) {
      const prefix = query.get('prefix') ?? '';
      return { status: 200, body: `<ListMultipartUploadsResult>${[...unfinished].filter(([, one]) => one.key.startsWith(prefix)).map(([id, one]) => `<Upload><Key>${one.key}</Key><UploadId>${id}</UploadId><Initiated>${one.initiated}</Initiated></Upload>`).join('')}</ListMultipartUploadsResult>` };
    }
    if (request.method === 'PUT') {
      objects.set(key, body);
      return { status: 200, headers: { ETag: `"${md5(body)}"` } };
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return { status: 204 };
    }
    const object = objects.get(key);
    if (!object) throw new Refusal(404, 'NoSuchKey');
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    if (!range) return { status: 200, body: object };
    if (Number(range[1]) >= object.length) throw new Refusal(416, 'InvalidRange');
    return { status: 206, body: object.subarray(Number(range[1]), Number(range[2]) + 1) };
  }

  function complete(key: string, id: string, sent: Map<number, Buffer>, xml: string): { status: number; body: string } {
    const named = [...xml.matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]*)<\/ETag>/g)].map(([, number, etag]) => ({ number: Number(number), etag: etag?.replaceAll('&quot;', '') }));
    if (named.length === 0) throw new Refusal(400, 'MalformedXML');
    named.forEach((part, index) => {
      if (index > 0 && part.number <= (named[index - 1]?.number ?? 0)) throw new Refusal(400, 'InvalidPartOrder');
      const bytes = sent.get(part.number);
      if (!bytes || md5(bytes) !== part.etag) throw new Refusal(400, 'InvalidPart');
      if (index < named.length - 1 && bytes.length < smallestPart) throw new Refusal(400, 'EntityTooSmall');
    });
    objects.set(key, Buffer.concat(named.map(({ number }) => sent.get(number) as Buffer)));
    unfinished.delete(id);
    return { status: 200, body: `<?xml version="1.0"?><CompleteMultipartUploadResult><Key>${key}</Key><ETag>"joined-${named.length}"</ETag></CompleteMultipartUploadResult>` };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await allOf(request as AsyncIterable<Buffer>);
    const url = new URL(request.url ?? '/', 'http://stand-in');
    try {
      checkSignature(request, body);
      const failure = failures.find(({ line, left }) => left > 0 && `${request.method} ${request.url}`.includes(line));
      if (failure) {
        failure.left -= 1;
        if (failure.how === 'error') throw new Refusal(503, 'SlowDown');
        response.writeHead(200).end('<?xml version="1.0"?><Error><Code>InternalError</Code></Error>');
        return;
      }
      const { status, headers = {}, body: answer = '' } = answerTo(request, url, body);
      response.writeHead(status, { ...headers, ...(status !== 204 && { 'Content-Length': String(Buffer.byteLength(answer)) }) }).end(request.method === 'HEAD' ? undefined : answer);
    } catch (error) {
      const { status, code } = error instanceof Refusal ? error : new Refusal(500, String(error));
      refusals.push(code);
      response.writeHead(status).end(request.method === 'HEAD' ? undefined : `<?xml version="1.0"?><Error><Code>${code}</Code><Message>refused</Message></Error>`);
    }
  }

  const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`, objects, unfinished, refusals,
    failNext: (line, how, times = 1) => { failures.push({ line, how, left: times }); },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** AWS Signature Version 4 in headers, computed anew from what came. */
function checkSignature(request: IncomingMessage, body: Buffer): void {
  const given = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? '');
  const [, id, day = '', where, names = '', signature] = given ?? [];
  if (!given) throw new Refusal(403, 'AccessDenied');
  if (id !== accessKey) throw new Refusal(403, 'InvalidAccessKeyId');
  if (where !== region) throw new Refusal(400, 'AuthorizationHeaderMalformed');
  const hash = String(request.headers['x-amz-content-sha256']);
  if (hash !== createHash('sha256').update(body).digest('hex')) throw new Refusal(400, 'XAmzContentSHA256Mismatch');
  const at = String(request.headers['x-amz-date']);
  const told = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(told - Date.now()) < 15 * 60_000) || !at.startsWith(day)) throw new Refusal(403, 'RequestTimeTooSkewed');
  const signed = names.split(';');
  for (const must of ['host', 'x-amz-content-sha256', 'x-amz-date']) if (!signed.includes(must)) throw new Refusal(403, 'AccessDenied');
  const [path = '', search = ''] = (request.url ?? '').split('?');
  const query = search.split('&').filter(Boolean).map((pair) => pair.includes('=') ? pair : `${pair}=`).sort().join('&');
  const canonical = [request.method, path, query, ...signed.map((name) => `${name}:${String(request.headers[name]).trim()}`), '', names, hash].join('\n');
  const text = ['AWS4-HMAC-SHA256', at, `${day}/${region}/s3/aws4_request`, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = ['s3', 'aws4_request'].reduce((secret, step) => hmac(secret, step), hmac(hmac(`AWS4${secretKey}`, day), region));
  if (hmac(key, text).toString('hex') !== signature) throw new Refusal(403, 'SignatureDoesNotMatch');
}

export const standInSettings = (url: string): { url: string; region: string; accessKey: string; secretKey: string } => ({ url, region, accessKey, secretKey });
