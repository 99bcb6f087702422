import type { Context } from 'hono';
import type { AppEnv } from './env.ts';

/** What middleware and handlers want on the answer, whoever makes it. */
export interface AnswerHead {
  readonly headers: Record<string, string>;
  readonly cookies: string[];
}

export const newHead = (headers: Record<string, string>): AnswerHead => ({ headers, cookies: [] });

/**
 * An answer of the API. Its headers stay a plain record until Node writes them: `Headers` objects check, copy and sort
 * at every step, which costs more than a read of the database.
 */
export function answerWith(c: Context<AppEnv>, body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null, status: number, own: Record<string, string> = {}): Response {
  const { headers, cookies } = c.get('head');
  const all = { ...headers, ...own };
  c.set('answered', true);
  return new Response(body, { status, headers: cookies.length === 0 ? all : withCookies(all, cookies) });
}

/** The same for an answer that a page made its own way; what it says itself stays. */
export function complete(c: Context<AppEnv>): void {
  if (c.get('answered')) return;
  const { headers, cookies } = c.get('head');
  for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  for (const cookie of cookies) c.res.headers.append('Set-Cookie', cookie);
}

function withCookies(headers: Record<string, string>, cookies: readonly string[]): Headers {
  const list = new Headers(headers);
  for (const cookie of cookies) list.append('Set-Cookie', cookie);
  return list;
}
