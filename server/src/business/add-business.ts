import type { Deps } from '../deps.ts';
import { systemScope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { insertBusiness, isKeyTaken, replaceOrigins, type BusinessRow } from './business-store.ts';
import { freeKey, keyFrom } from './key-rules.ts';

export interface NewBusiness {
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly lang: string;
  readonly key?: string;
  readonly accent?: string;
  readonly origins?: readonly string[];
  readonly phone?: string;
  readonly address?: string;
  readonly portalUrl?: string;
}

const accent = '#2f5bea';

export async function addBusiness(deps: Deps, tx: WriteDb, input: NewBusiness): Promise<BusinessRow> {
  const business: BusinessRow = {
    id: deps.newId(), key: await freeKey(input.key ?? keyFrom(input.name), (key) => isKeyTaken(tx, key)), name: input.name, email: input.email,
    phone: input.phone ?? null, address: input.address ?? null, logoUrl: null, accent: input.accent ?? accent, lang: input.lang, timeZone: input.timeZone,
    currency: input.currency, words: {}, portalUrl: input.portalUrl ?? null, signInOn: 'page', totpRequired: 'nobody', phoneRequired: false, createdAt: deps.now(),
  };
  await insertBusiness(tx, business);
  await replaceOrigins(tx, business.id, input.origins ?? []);
  await record(deps, tx, systemScope(business.id), { type: 'business.signed_up', subjectId: business.id, payload: { name: business.name } });
  return business;
}
