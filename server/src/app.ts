import { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import { identifyWith } from './identify.ts';
import { DomainError } from './domain/errors.ts';
import { cors } from './http/cors.ts';
import { denials } from './http/denials.ts';
import type { AppEnv } from './http/env.ts';
import { healthRoutes } from './http/health.ts';
import { mount } from './http/mount.ts';
import { problem, problemResponse } from './http/problem-response.ts';
import { memoryRateLimits, noRateLimits } from './http/rate-limits.ts';
import { requestContext } from './http/request-context.ts';
import { openApiDocument } from './http/open-api.ts';
import { pages } from './http/pages.ts';
import { hostedPages } from './business/hosted-routes.ts';
import { testPayPages } from './invoices/test-network/test-pay-routes.ts';
import { mailboxPages } from './notifications/mailbox-routes.ts';
import { allRoutes } from './all-routes.ts';

/** The table of contents: what every request passes, then every declared route, then the pages. */
export function createApp(deps: Deps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  const identify = identifyWith(deps);
  const limits = deps.config.rateLimits ? memoryRateLimits() : noRateLimits;
  const refuse = problemResponse(deps.log);
  const noteDenial = denials(deps);
  app.onError(async (error, c) => {
    await noteDenial(c.get('asked'), error);
    return refuse(error, c);
  });
  app.notFound((c) => problem(c, new DomainError('not_found', 'There is nothing here, or it is not yours to see.')));
  app.use(requestContext(deps));
  app.use('/v1/*', cors(identify, deps.config.publicOrigin));
  healthRoutes(app, deps);
  for (const declared of allRoutes(deps)) mount(app, { deps, identify, limits }, declared);
  openApiDocument(app, deps);
  hostedPages(app, deps);
  mailboxPages(app, deps);
  testPayPages(app, deps);
  pages(app, deps);
  return app;
}
