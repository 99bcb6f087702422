import type { Scope } from '../domain/scope.ts';

/** What middleware leaves for the routes. */
export interface AppEnv {
  Bindings: { incoming?: { socket: { remoteAddress?: string } } };
  Variables: { requestId: string; scope: Scope | undefined; address: string; businessId: string | undefined };
}
