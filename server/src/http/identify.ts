import type { Scope } from '../domain/scope.ts';
import type { RequestFacts } from './route.ts';

/** How the HTTP layer learns who asks; the auth, business and bookings slices provide it. */
export interface Identify {
  /** The business of a path, and whether this origin may speak for its visitors. Throws `not_found`, `origin_not_allowed`. */
  visitor(businessKey: string, request: RequestFacts): Promise<Scope>;
  /** `Authorization: DPoP …`. Throws `not_signed_in`, `use_dpop_nonce`, `invalid_proof`; `totp_required` unless `settingUp`. */
  client(request: RequestFacts, settingUp: boolean): Promise<Scope>;
  /** `Authorization: BookingLink …`. */
  link(request: RequestFacts): Promise<Scope>;
  /** The console's cookie. Throws `not_signed_in`; `totp_required` unless `settingUp`. */
  staff(request: RequestFacts, settingUp: boolean): Promise<Scope>;
  /** Is this origin registered by any business? Decides preflights, which name no business. */
  knownOrigin(origin: string): Promise<boolean>;
  /** A nonce for the next DPoP proof (RFC 9449 section 8). */
  dpopNonce(): string;
}
