import type { OwnPlan, OwnPlanList, SavedMethod } from '@portico/contract/invoices/plans.ts';
import { sampleSummary } from './sample-invoices.ts';

/** What a client of the physiotherapist has, as the server would say it. */
export const sampleMethod: SavedMethod = { id: 'method-0000000000001', brand: 'visa', last4: '4242', expires: '12/2034', label: 'Visa ···· 4242' };

export const planInvoice = sampleSummary(43, { title: 'Monthly care, 25 Nov 2026 – 24 Dec 2026', totalMinor: 85_000 });

export const samplePlan = (change: Partial<OwnPlan> = {}): OwnPlan => ({
  id: 'subscription-0000001', name: 'Monthly care', description: '', state: 'active', label: { price: 'R 850', every: 'every month', endedOn: null }, startsOn: '2026-11-25', endedOn: null,
  next: { on: '2026-12-25', dueOn: '2026-12-25', amountMinor: 85_000, currency: 'ZAR', label: { on: 'Friday 25 December 2026', onDay: '25 December', dueOn: 'Friday 25 December 2026', dueDay: '25 December', amount: 'R 850' } },
  request: null, autopay: null, open: [],
  consent: {
    version: '2026-11', lang: 'en', amountMinor: 85_000,
    text: 'From now on, pay “Monthly care” automatically: R 850 every month. River Physio keeps this card with its payment provider for that alone, and tells me before the amount changes. I can stop it here at any time.',
  },
  ...change,
});

export const openPlan = samplePlan({ open: [{ invoiceId: planInvoice.id, chargeOn: null, label: { chargeOn: null } }] });
export const automaticPlan = samplePlan({ autopay: { method: sampleMethod, since: '2026-11-25T08:00:00.000Z', label: { since: 'Wednesday 25 November 2026' } } });
const ended = samplePlan({ id: 'subscription-0000002', name: 'Pilates twice a week', state: 'ended', next: null, consent: null, endedOn: '2026-09-30', label: { price: 'R 1 200', every: 'every month', endedOn: 'Wednesday 30 September 2026' } });

export const samplePlans = (items: readonly OwnPlan[] = [automaticPlan, ended], methods: readonly SavedMethod[] = [sampleMethod]): OwnPlanList => ({ items: [...items], methods: [...methods] });
