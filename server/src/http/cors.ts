import { createMiddleware } from 'hono/factory';
import { answerWith } from './answer.ts';
import type { AppEnv } from './env.ts';
import type { Identify } from './identify.ts';

const exposed = 'DPoP-Nonce, Date, ETag, Retry-After, X-Request-Id, Idempotency-Replayed, Upload-Offset, Upload-Length, Upload-Complete, Content-Disposition, Content-Range';
const allowed = 'Authorization, DPoP, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID, Upload-Offset, Upload-Complete, Range';

/**
 * Exact origins only, never `*`, never `null`, no credentials. Answers carry the origin even when it is refused, so
 * that the page can read why; tokens, not this, protect the data.
 */
export function cors(identify: Identify, ownOrigin: string) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const origin = c.req.header('origin');
    const { headers } = c.get('head');
    headers['Vary'] = 'Origin';
    const usable = origin !== undefined && origin !== 'null' && origin !== ownOrigin;
    if (c.req.method === 'OPTIONS') {
      if (!usable || !(await identify.knownOrigin(origin))) return answerWith(c, null, 204);
      return answerWith(c, null, 204, {
        'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Methods': 'GET, POST, PATCH, DELETE', 'Access-Control-Allow-Headers': allowed, 'Access-Control-Max-Age': '7200',
      });
    }
    if (usable && !c.req.path.startsWith('/v1/console/')) {
      headers['Access-Control-Allow-Origin'] = origin;
      headers['Access-Control-Expose-Headers'] = exposed;
    }
    return next();
  });
}
