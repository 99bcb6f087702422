import { DomainError } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import type { Identify } from './identify.ts';
import type { Access, DeclaredRoute, RequestFacts } from './route.ts';

const openScope: Scope = Object.freeze({ businessId: '', role: 'visitor', actor: 'guest' });
const rank = { member: 1, admin: 2, owner: 3 } as const;

/** Who asks: turns what a route declares into the one scope its handler gets. */
export async function scopeOf(identify: Identify, spec: Pick<DeclaredRoute['spec'], 'access' | 'settingUp'>, request: RequestFacts, businessKey: string | undefined): Promise<Scope> {
  const { access } = spec;
  const settingUp = spec.settingUp === true;
  if (access === 'open') return openScope;
  if (access === 'visitor') return identify.visitor(businessKey ?? '', request);
  if (access === 'client') return identify.client(request, settingUp);
  if (access === 'client_or_link') return request.header('authorization')?.startsWith('BookingLink ') ? identify.link(request) : identify.client(request, settingUp);
  return identify.staff(request, settingUp);
}

/** Refuses staff whose rank is too low for a route. */
export function requireRank(scope: Scope, access: Access): void {
  if (access !== 'member' && access !== 'admin' && access !== 'owner') return;
  if ((rank[scope.role as keyof typeof rank] ?? 0) >= rank[access]) return;
  throw new DomainError('forbidden', access === 'owner' ? 'Only the owner can do this.' : 'Only an admin or the owner can do this.');
}
