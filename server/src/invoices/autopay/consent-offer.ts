import { findBusiness } from '../../business/public.ts';
import { notFound } from '../../domain/errors.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Scope } from '../../domain/scope.ts';
import type { ReadDb } from '../../storage/store.ts';
import { everyInWords } from '../plans/interval-words.ts';
import { planTotal } from '../plans/plan-price.ts';
import type { Subscribed } from '../plans/plan-store.ts';
import { consentText, consentVersion } from './consent-words.ts';

/** What a client would agree to now, in words. */
export async function consentFor(db: ReadDb, scope: Scope, { plan }: Subscribed, lang: string): Promise<{ version: string; lang: string; amountMinor: number; text: string }> {
  const business = await findBusiness(db, scope.businessId);
  if (!business) throw notFound();
  const amountMinor = await planTotal(db, scope, plan);
  return { version: consentVersion, lang, amountMinor, text: consentText(lang, { plan: plan.name, amount: formatMoney(amountMinor, business.currency, lang), every: everyInWords(plan, lang), business: business.name }) };
}
