import ky, { isHTTPError, isTimeoutError } from 'ky';
import type { Options, SearchParamsOption } from 'ky';
import type { Call, Http } from './http.ts';
import { PortalError, problemOf, unreachable } from './portal-error.ts';
import type { Signer } from './signer.ts';

export interface RequestOptions {
  readonly apiUrl: string;
  readonly signer: Signer;
  readonly beforeRefusal?: (() => Promise<void>) | undefined;
  /** Milliseconds before the n-th try again. */
  readonly backOff?: ((attempt: number) => number) | undefined;
}

const attemptTimeout = 15_000;
const totalTimeout = 45_000;
const defaultBackOff = (attempt: number): number => 400 * 2 ** (attempt - 1);

/** Timeouts, tries again, and errors with a name. */
export function createRequests({ apiUrl, signer, beforeRefusal, backOff = defaultBackOff }: RequestOptions): Http {
  const api = ky.create({ prefixUrl: `${apiUrl}/v1`, credentials: 'omit' });

  function optionsOf(call: Call, method: 'get' | 'post' | 'patch'): Options {
    return {
      method: call.method ?? method,
      fetch: (input, init) => signer.send(new Request(input, init), call.access ?? 'public'),
      timeout: call.timeout ?? attemptTimeout,
      retry: {
        limit: 3, methods: call.idempotencyKey ? ['get', 'post'] : ['get'], statusCodes: [408, 502, 503, 504],
        retryOnTimeout: true, maxRetryAfter: 5000, delay: backOff, jitter: true,
        shouldRetry: ({ error }) => isWorthRepeating(error),
      },
      headers: { ...(call.bytes && { 'content-type': 'application/partial-upload' }), ...call.headers, ...(call.idempotencyKey && { 'idempotency-key': call.idempotencyKey }) },
      ...(call.query && { searchParams: call.query as SearchParamsOption }),
      ...(call.bytes ? { body: call.bytes } : method !== 'get' && { json: call.json ?? {} }),
      signal: AbortSignal.any([AbortSignal.timeout(totalTimeout), ...(call.signal ? [call.signal] : [])]),
    };
  }

  async function explained<T>(call: Call, send: () => Promise<T>): Promise<T> {
    try {
      return await send();
    } catch (error) {
      if (error instanceof PortalError || call.signal?.aborted) throw error;
      if (!isHTTPError(error)) throw unreachable(error);
      await beforeRefusal?.();
      throw problemOf(await bodyOf(error.response), error.response.status);
    }
  }

  return {
    get: (path, call = {}) => explained(call, () => api(path, optionsOf(call, 'get')).json()),
    post: (path, call = {}) => explained(call, () => api(path, optionsOf(call, 'post')).json()),
    patch: (path, call = {}) => explained(call, () => api(path, optionsOf(call, 'patch')).json()),
    blob: (path, call = {}) => explained(call, () => api(path, optionsOf(call, 'get')).blob()),
    stream: (path, call) => explained(call, async () => {
      const request = new Request(`${apiUrl}/v1/${path}`, {
        credentials: 'omit', cache: 'no-store', headers: call.headers ?? {}, signal: call.signal ?? null,
      });
      const response = await signer.send(request, call.access ?? 'public');
      if (response.ok) return response;
      throw problemOf(await bodyOf(response), response.status);
    }),
  };
}

/** True and false are final; undefined leaves it to the method and the status. */
async function isWorthRepeating(error: Error): Promise<boolean | undefined> {
  // A network that fails is a TypeError; anything else went wrong here, and would again.
  if (!isHTTPError(error)) return isTimeoutError(error) || error instanceof TypeError ? undefined : false;
  // The first try is still being worked on; its answer is the one that is wanted.
  return codeOf(await bodyOf(error.response.clone())) === 'request_in_progress' ? true : undefined;
}

const bodyOf = (response: Response): Promise<unknown> => response.json().catch(() => undefined);

function codeOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
}
