import { DomainError } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import type { Identify } from './identify.ts';
import type { Access, RequestFacts } from './route.ts';

const openScope: Scope = Object.freeze({ businessId: '', role: 'visitor', actor: 'guest' });
const rank = { member: 1, admin: 2, owner: 3 } as const;

/** Turns a route's declared access into the one scope its handler gets, or refuses. */
export async function scopeOf(identify: Identify, access: Access, request: RequestFacts, businessKey: string | undefined): Promise<Scope> {
  if (access === 'open') return openScope;
  if (access === 'visitor') return identify.visitor(businessKey ?? '', request);
  if (access === 'client') return identify.client(request);
  if (access === 'client_or_link') return request.header('authorization')?.startsWith('BookingLink ') ? identify.link(request) : identify.client(request);
  const scope = await identify.staff(request);
  if ((rank[scope.role as keyof typeof rank] ?? 0) < rank[access]) {
    throw new DomainError('forbidden', access === 'owner' ? 'Only the owner can do this.' : 'Only an admin or the owner can do this.');
  }
  return scope;
}
