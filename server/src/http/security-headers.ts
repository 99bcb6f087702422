import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';

/** For the API: nothing it answers may run, frame or be sniffed. Pages that we serve set their own policy. */
export function securityHeaders(secure: boolean) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    const set = (name: string, value: string): void => { if (!c.res.headers.has(name)) c.res.headers.set(name, value); };
    set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    set('X-Content-Type-Options', 'nosniff');
    set('Referrer-Policy', 'no-referrer');
    set('Cross-Origin-Resource-Policy', 'cross-origin');
    set('X-Frame-Options', 'DENY');
    set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (secure) set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  });
}
