import type { ConsoleMe, Me } from '@portico/contract/auth.ts';
import { findBusiness } from '../business/public.ts';
import { findContact } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireClient, requireStaff, type Scope } from '../domain/scope.ts';
import { findIdentity } from './identity-store.ts';
import { findStaff } from './staff-store.ts';
import { needsTotp } from './totp-rules.ts';

export function readMe(deps: Deps, scope: Scope): Promise<Me> {
  const { contactId, clientId } = requireClient(scope);
  return deps.store.read(async (db) => {
    const contact = await findContact(db, scope, contactId);
    const identity = await findIdentity(db, scope, contactId);
    const business = await findBusiness(db, scope.businessId);
    if (!contact || !identity || !business) throw notFound();
    const hasTotp = identity.totpSecret !== null;
    return {
      contactId, clientId, name: contact.name, email: identity.email, phone: contact.phone, clientName: contact.clientName, timeZone: contact.timeZone,
      hasPassword: identity.passwordHash !== null, hasTotp, mustAddTotp: !hasTotp && needsTotp(business.totpRequired, 'contact'),
    };
  });
}

export function readConsoleMe(deps: Deps, scope: Scope): Promise<ConsoleMe> {
  requireStaff(scope);
  return deps.store.read(async (db) => {
    const found = await findStaff(db, scope, scope.staffId ?? '');
    const business = await findBusiness(db, scope.businessId);
    if (!found || !business) throw notFound();
    const { key, name, timeZone, currency, lang, accent } = business;
    const hasTotp = found.identity.totpSecret !== null;
    return {
      staffId: found.staff.id, name: found.staff.name, email: found.identity.email, role: found.staff.role, hasPassword: found.identity.passwordHash !== null, hasTotp,
      mustAddTotp: !hasTotp && needsTotp(business.totpRequired, 'staff'), business: { key, name, timeZone, currency, lang, accent }, demo: deps.config.demo,
    };
  });
}
