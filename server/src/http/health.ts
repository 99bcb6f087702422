import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import type { AppEnv } from './env.ts';

/** `/healthz`: the process answers. `/readyz`: it can also read and write its data. */
export function healthRoutes(app: OpenAPIHono<AppEnv>, deps: Deps): void {
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    try {
      await deps.store.check();
      return c.json({ ready: true });
    } catch (error) {
      deps.log.error({ err: error }, 'not ready');
      return c.json({ ready: false }, 503);
    }
  });
}
