import { z } from 'zod';
import { isSessionAlive } from '../auth/public.ts';
import type { Deps } from '../deps.ts';
import { streamRoute, type DeclaredRoute } from '../http/route.ts';
import { liveStream } from './live-stream.ts';

export function eventRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    streamRoute({ method: 'get', path: '/v1/live', access: 'client', summary: 'What changes for a client, as it happens', contentType: 'text/event-stream' },
      async ({ scope, request }) => liveStream({
        hub: deps.live, businessId: scope.businessId, audience: { kind: 'client', clientId: scope.clientId ?? '' }, lastEventId: request.header('last-event-id'),
        signal: request.signal, stillWelcome: () => isSessionAlive(deps, scope),
      }), z.string()),
    streamRoute({ method: 'get', path: '/v1/console/live', access: 'member', summary: 'What changes in the business, as it happens', contentType: 'text/event-stream' },
      async ({ scope, request }) => liveStream({
        hub: deps.live, businessId: scope.businessId, audience: { kind: 'staff' }, lastEventId: request.header('last-event-id'),
        signal: request.signal, stillWelcome: () => isSessionAlive(deps, scope),
      }), z.string()),
  ];
}
