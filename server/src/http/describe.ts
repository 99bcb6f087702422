import type { OpenAPIHono } from '@hono/zod-openapi';
import { ProblemBody } from '@portico/contract/problem.ts';
import type { AppEnv } from './env.ts';
import { partialUpload, type Access, type DeclaredRoute } from './route.ts';

const security: Readonly<Record<Access, Record<string, string[]>[]>> = {
  open: [],
  visitor: [],
  client: [{ dpop: [] }],
  client_or_link: [{ dpop: [] }, { bookingLink: [] }],
  member: [{ consoleCookie: [] }],
  admin: [{ consoleCookie: [] }],
  owner: [{ consoleCookie: [] }],
};

/** Adds a declared route to the OpenAPI document. */
export function describe(app: OpenAPIHono<AppEnv>, { spec, idempotent, kind, contentType }: DeclaredRoute): void {
  type Path = Parameters<typeof app.openAPIRegistry.registerPath>[0];
  const request = {
    ...(spec.params && { params: spec.params }),
    ...(spec.query && { query: spec.query }),
    ...(kind === 'upload' && { body: { required: true, content: { [partialUpload]: { schema: { type: 'string', format: 'binary' } } } } }),
    ...(spec.body && { body: { required: true, content: { 'application/json': { schema: spec.body } } } }),
  } as Path['request'];
  app.openAPIRegistry.registerPath({
    method: spec.method,
    path: spec.path,
    summary: spec.summary,
    description: [`Access: ${spec.access.replaceAll('_', ' ')}.`, idempotent ? 'Needs the header `Idempotency-Key`.' : '', spec.fresh ? 'Needs a fresh proof.' : '', spec.settingUp ? 'Open before a required authenticator app is set up.' : ''].filter(Boolean).join(' '),
    tags: [tagOf(spec.path)],
    security: security[spec.access],
    ...(request && { request }),
    responses: {
      [spec.status ?? 200]: { description: 'Done', content: { [kind === 'stream' ? contentType : 'application/json']: { schema: spec.output } } },
      default: { description: 'Refused: problem details (RFC 9457)', content: { 'application/problem+json': { schema: ProblemBody } } },
    },
  } as Path);
}

function tagOf(path: string): string {
  const parts = path.split('/').filter((part) => part && part !== 'v1' && !part.startsWith('{'));
  return parts[0] === 'console' ? `console: ${parts[1] ?? 'start'}` : parts[0] === 'businesses' ? `visitors: ${parts[1] ?? 'business'}` : (parts[0] ?? 'other');
}
