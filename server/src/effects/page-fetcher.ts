import { lookup as resolve } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Transform } from 'node:stream';
import { isReachable } from '../domain/public-address.ts';

export type PageTrouble = 'not_an_address' | 'not_public' | 'not_reachable' | 'too_slow';

export interface FetchedPage {
  /** Where redirects led to. */
  readonly address: string;
  readonly status: number;
  readonly type: string;
  /** Every Content-Security-Policy header. */
  readonly policies: readonly string[];
  readonly html: string;
  /** Not all of it was read. */
  readonly isCut: boolean;
}

/** Reads pages that strangers name, so it must not become a way into the house: only to public addresses, and little. */
export interface PageFetcher {
  fetch(address: string): Promise<FetchedPage | PageTrouble>;
}

export interface PageFetcherOptions {
  /** For the demo, whose sites are on this machine. */
  readonly allowLoopback: boolean;
  readonly timeout?: number;
  readonly maxBytes?: number;
}

const maxRedirects = 4;

class Refused extends Error {
  readonly trouble: PageTrouble;
  constructor(trouble: PageTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

export function pageFetcher({ allowLoopback, timeout = 10_000, maxBytes = 1_000_000 }: PageFetcherOptions): PageFetcher {
  /** Checks the very addresses that the connection then uses: a name that answers differently next time gains nothing. */
  const lookup: LookupFunction = (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '');
      if (found.length === 0 || !found.every(({ address }) => isReachable(address, allowLoopback))) return done(new Refused('not_public'), '');
      if (options.all) return done(null, found);
      const [first] = found;
      return done(null, first?.address ?? '', first?.family);
    });
  };

  function allowed(address: string, from?: string): URL {
    const url = URL.parse(address, from);
    if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') throw new Refused('not_an_address');
    const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
    // Names go through `lookup`; an address that is written out does not.
    if (isIP(host) !== 0 && !isReachable(host, allowLoopback)) throw new Refused('not_public');
    const isLocal = host === 'localhost' || host.endsWith('.localhost') || isIP(host) !== 0;
    if (url.port !== '' && !(allowLoopback && isLocal)) throw new Refused('not_public');
    return url;
  }

  function open(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((answer, fail) => {
      const asking = request(url, {
        lookup, signal, agent: false,
        headers: { 'user-agent': 'Portico (looks whether your portal is on this page)', accept: 'text/html', 'accept-encoding': 'gzip, br, deflate' },
      }, answer);
      asking.on('error', fail);
      asking.end();
    });
  }

  async function follow(address: string, signal: AbortSignal): Promise<FetchedPage> {
    let url = allowed(address);
    for (let steps = 0; ; steps += 1) {
      const response = await open(url, signal);
      const { statusCode: status = 0, headers } = response;
      if (status >= 300 && status < 400 && headers.location) {
        response.destroy();
        if (steps === maxRedirects) throw new Refused('not_reachable');
        url = allowed(headers.location, url.href);
        continue;
      }
      const policies = response.headersDistinct['content-security-policy'] ?? [];
      return { address: url.href, status, type: (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '', policies, ...await read(response) };
    }
  }

  /** As much as is allowed, counted after it was unpacked: a small answer can hold a large page. */
  async function read(response: IncomingMessage): Promise<{ html: string; isCut: boolean }> {
    const unpack = unpackers[response.headers['content-encoding'] ?? '']?.();
    const body = unpack ? response.pipe(unpack) : response;
    response.on('error', (error) => unpack?.destroy(error));
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBytes) break;
    }
    response.destroy();
    return { html: Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8'), isCut: size > maxBytes };
  }

  return {
    async fetch(address) {
      const signal = AbortSignal.timeout(timeout);
      try {
        return await follow(withScheme(address), signal);
      } catch (error) {
        if (error instanceof Refused) return error.trouble;
        return signal.aborted ? 'too_slow' : 'not_reachable';
      }
    },
  };
}

/** `www.example.com` as people write it; a machine's own sites have no certificate. */
function withScheme(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(address)) return address;
  return /^(localhost|127\.)/.test(address) ? `http://${address}` : `https://${address}`;
}

const unpackers: Readonly<Record<string, () => Transform>> = { gzip: createGunzip, 'x-gzip': createGunzip, br: createBrotliDecompress, deflate: createInflate };
