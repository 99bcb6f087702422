import { createMiddleware } from 'hono/factory';
import type { Deps } from '../deps.ts';
import { complete, newHead } from './answer.ts';
import type { AppEnv } from './env.ts';
import { securityHeaders } from './security-headers.ts';

/** Gives every request an id and the caller's address, every answer its headers, and both one log line. */
export function requestContext(deps: Deps) {
  const secured = securityHeaders(deps.config.publicUrl.startsWith('https:'));
  return createMiddleware<AppEnv>(async (c, next) => {
    const started = performance.now();
    const requestId = deps.newId();
    c.set('requestId', requestId);
    c.set('address', addressOf(c.req.header('x-forwarded-for'), c.env?.incoming?.socket.remoteAddress ?? '', deps.config.trustedProxies));
    c.set('head', newHead({ ...secured, 'X-Request-Id': requestId }));
    await next();
    complete(c);
    if (deps.log.isLevelEnabled('debug')) deps.log.debug({ requestId, method: c.req.method, path: withoutSecrets(c.req.path), status: c.res.status, ms: Math.round(performance.now() - started) }, 'request');
  });
}

/** The rightmost address that no trusted proxy of ours wrote. */
export function addressOf(forwarded: string | undefined, remote: string, trustedProxies: number): string {
  if (trustedProxies === 0 || forwarded === undefined) return remote;
  const chain = forwarded.split(',').map((part) => part.trim());
  return chain[chain.length - trustedProxies] ?? remote;
}

/** The addresses of calendar feeds, papers and files are secrets. */
const withoutSecrets = (path: string): string => path.replace(/^(\/v1\/(?:feeds|papers|files)\/)[^/]+/, '$1[secret]');
