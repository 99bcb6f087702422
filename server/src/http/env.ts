import type { Scope } from '../domain/scope.ts';
import type { AnswerHead } from './answer.ts';

/** Who asked for what, once it is known. */
export interface Asked {
  readonly scope: Scope;
  /** As declared, without ids: `GET /v1/bookings/{id}`. */
  readonly route: string;
}

/** What middleware leaves for the routes. */
export interface AppEnv {
  Bindings: { incoming?: { socket: { remoteAddress?: string } } };
  Variables: { requestId: string; address: string; asked: Asked | undefined; head: AnswerHead; answered: boolean | undefined };
}
