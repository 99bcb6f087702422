import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { streamRoute, type DeclaredRoute } from '../http/route.ts';
import type { Standing } from './live-hub.ts';
import { liveStream } from './live-stream.ts';

/** `standingOf`: does the session still hold? The auth slice knows. */
export function eventRoutes(deps: Deps, standingOf: (scope: Scope) => Promise<Standing>): readonly DeclaredRoute[] {
  return [
    streamRoute({ method: 'get', path: '/v1/live', access: 'client', summary: 'What changes for a client, as it happens', contentType: 'text/event-stream' },
      async ({ scope, request }) => liveStream({
        hub: deps.live, businessId: scope.businessId, audience: { kind: 'client', clientId: scope.clientId ?? '' }, lastEventId: request.header('last-event-id'),
        signal: request.signal, standing: () => standingOf(scope),
      }), z.string()),
    streamRoute({ method: 'get', path: '/v1/console/live', access: 'member', summary: 'What changes in the business, as it happens', contentType: 'text/event-stream' },
      async ({ scope, request }) => liveStream({
        hub: deps.live, businessId: scope.businessId, audience: { kind: 'staff' }, lastEventId: request.header('last-event-id'),
        signal: request.signal, standing: () => standingOf(scope),
      }), z.string()),
  ];
}
