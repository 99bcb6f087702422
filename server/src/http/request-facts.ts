import type { Context } from 'hono';
import type { AppEnv } from './env.ts';
import type { RequestFacts } from './route.ts';

/** The request as the client addressed it, whatever proxy stands between. */
export function factsOf(c: Context<AppEnv>, publicUrl: string): RequestFacts {
  return {
    method: c.req.method,
    url: `${publicUrl}${c.req.path}`,
    origin: c.req.header('origin'),
    address: c.get('address'),
    requestId: c.get('requestId'),
    header: (name) => c.req.header(name),
    // Made when somebody waits for it: few do.
    get signal() { return c.req.raw.signal; },
  };
}
