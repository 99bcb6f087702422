import type { Deps } from './deps.ts';
import type { DeclaredRoute } from './http/route.ts';
import { sessionStanding } from './auth/public.ts';
import { authRoutes } from './auth/routes.ts';
import { bookingRoutes } from './bookings/routes.ts';
import { businessRoutes } from './business/routes.ts';
import { clientRoutes } from './clients/routes.ts';
import { documentRoutes } from './documents/routes.ts';
import { eventRoutes } from './events/routes.ts';
import { invoiceRoutes } from './invoices/routes.ts';
import { notificationRoutes } from './notifications/routes.ts';
import { projectRoutes } from './projects/routes.ts';

/** Every route there is. The OpenAPI document, the rate limits and the isolation matrix are made from this list. */
export const allRoutes = (deps: Deps): readonly DeclaredRoute[] => [
  ...businessRoutes(deps),
  ...authRoutes(deps),
  ...bookingRoutes(deps),
  ...clientRoutes(deps),
  ...invoiceRoutes(deps),
  ...documentRoutes(deps),
  ...projectRoutes(deps),
  ...notificationRoutes(deps),
  ...eventRoutes(deps, (scope) => sessionStanding(deps, scope)),
];
