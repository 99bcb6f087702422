import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import type { AppEnv } from './env.ts';

/** `/v1/openapi.json`, made from the declared routes. */
export function openApiDocument(app: OpenAPIHono<AppEnv>, deps: Deps): void {
  const registry = app.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'dpop', { type: 'http', scheme: 'DPoP', description: 'Access token bound to the page\'s key, with a proof in the header DPoP (RFC 9449).' });
  registry.registerComponent('securitySchemes', 'bookingLink', { type: 'http', scheme: 'BookingLink', description: 'The token of a guest\'s booking link: opens exactly one booking.' });
  registry.registerComponent('securitySchemes', 'consoleCookie', { type: 'apiKey', in: 'cookie', name: 'portico-console' });
  let text: string | undefined;
  app.get('/v1/openapi.json', (c) => {
    text ??= JSON.stringify(app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Portico', version: '1', description: 'A client portal that lives inside a business\'s own web page.', license: { name: 'MIT' } },
      servers: [{ url: deps.config.publicUrl }],
    }));
    return c.body(text, 200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, max-age=300' });
  });
}
