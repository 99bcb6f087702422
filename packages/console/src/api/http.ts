import type { Problem } from '@portico/contract/errors.ts';
import { ProblemError } from './problem-error.ts';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Send {
  readonly body?: unknown;
  /** Sent as they are, in place of a body. */
  readonly bytes?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** POSTs that create: the key makes a repeated attempt harmless. */
  readonly idempotencyKey?: string;
}

const base = '/v1/console/';
const triesAfterFailure = 2;
let onSignedOut = (): void => {};
let onTotpRequired = (): void => {};

/** Called when the server says that nobody is signed in any more. */
export function whenSignedOut(callback: () => void): void {
  onSignedOut = callback;
}

/** Called when the server wants an authenticator app before anything else. */
export function whenTotpRequired(callback: () => void): void {
  onTotpRequired = callback;
}

export async function get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return await send<Answer>('GET', path, signal ? { signal } : {});
}

export async function post<Answer>(path: string, body: unknown = {}, signal?: AbortSignal): Promise<Answer> {
  return await send<Answer>('POST', path, { body, ...(signal && { signal }) });
}

/** A POST that creates something: repeated by itself with the same key when the answer gets lost. */
export async function create<Answer>(path: string, body: unknown): Promise<Answer> {
  return await send<Answer>('POST', path, { body, idempotencyKey: crypto.randomUUID() });
}

export async function patch<Answer>(path: string, body: unknown): Promise<Answer> {
  return await send<Answer>('PATCH', path, { body });
}

/** A part of a file, as it is. */
export async function sendBytes<Answer>(path: string, bytes: Blob, headers: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Answer> {
  return await send<Answer>('PATCH', path, { bytes, headers, ...(signal && { signal }) });
}

export async function remove<Answer>(path: string): Promise<Answer> {
  return await send<Answer>('DELETE', path, {});
}

export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

async function send<Answer>(method: string, path: string, options: Send): Promise<Answer> {
  const mayRepeat = method === 'GET' || options.idempotencyKey !== undefined;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await sendOnce<Answer>(method, path, options);
    } catch (error) {
      const lost = error instanceof ProblemError && (error.code === 'unreachable' || error.code === 'busy' || error.code === 'request_in_progress');
      if (!lost || !mayRepeat || attempt >= triesAfterFailure) throw error;
      await pause(300 * 3 ** attempt);
    }
  }
}

async function sendOnce<Answer>(method: string, path: string, { body, bytes, headers: given, signal, idempotencyKey }: Send): Promise<Answer> {
  const headers = new Headers({ Accept: 'application/json', ...given });
  if (method !== 'GET') headers.set('X-Portico-Console', '1');
  if (bytes) headers.set('Content-Type', 'application/partial-upload');
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (idempotencyKey) headers.set('Idempotency-Key', idempotencyKey);
  const response = await reach(base + path, {
    method, headers, credentials: 'same-origin',
    ...(bytes && { body: bytes }), ...(body !== undefined && { body: JSON.stringify(body) }), ...(signal && { signal }),
  });
  if (response.ok) return (response.status === 204 ? {} : await response.json()) as Answer;
  throw await refusalOf(response);
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ProblemError({ detail: 'The server cannot be reached. Check the connection; nothing was changed.' }, 'unreachable');
  }
}

async function refusalOf(response: Response): Promise<ProblemError> {
  const problem = await response.json().catch(() => undefined) as Problem | undefined;
  const error = new ProblemError(problem ?? { detail: 'The server gave an answer that cannot be read. Try again.', status: response.status });
  if (error.code === 'not_signed_in') onSignedOut();
  if (error.code === 'totp_required') onTotpRequired();
  return error;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}
