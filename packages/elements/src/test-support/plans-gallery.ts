import type { InvoiceStart, InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import type { OwnPlanList } from '@portico/contract/invoices/plans.ts';
import type { FakeAnswers } from './fake-client.ts';
import { invoicesScene, look, pressIn, type InvoicesScene } from './invoices-gallery.ts';
import { until } from './mount.ts';
import { sampleInvoices } from './sample-invoices.ts';
import { automaticPlan, openPlan, planInvoice, samplePlan, samplePlans } from './sample-plans.ts';

/** `<portal-invoices>` of somebody who has plans; `later`: what is so once something was done. */
export async function plansScene(
  plans: OwnPlanList, open: readonly InvoiceSummary[] = [], change: Partial<InvoiceStart> = {}, invoices: NonNullable<FakeAnswers['invoices']> = {}, calls: NonNullable<FakeAnswers['plans']> = {}, later = plans,
): Promise<InvoicesScene> {
  let asked = 0;
  const scene = await invoicesScene({ start: async () => sampleInvoices(open, { plans: (asked += 1) === 1 ? plans : later, ...change }), ...invoices }, { plans: calls });
  if (plans.items.length > 0) await until('they are there', () => look(scene.element, '.plans'));
  return scene;
}

const then = async (made: Promise<InvoicesScene>, selector: string, there: string): Promise<InvoicesScene> => {
  const scene = await made;
  await pressIn(scene, selector, there);
  return scene;
};

/** Every state, by name. */
export const plansGallery: Readonly<Record<string, () => Promise<InvoicesScene>>> = {
  'plans': () => plansScene(samplePlans()),
  'plan-to-pay': () => plansScene(samplePlans([openPlan], []), [planInvoice]),
  'plan-ticked': () => then(plansScene(samplePlans([openPlan], []), [planInvoice]), '[data-consent]', '[data-consent]'),
  'plan-charged-soon': () => plansScene(samplePlans([{ ...automaticPlan, open: [{ invoiceId: planInvoice.id, chargeOn: '2026-11-27', label: { chargeOn: 'Friday' } }] }]), [planInvoice]),
  'plan-wish': () => then(plansScene(samplePlans()), '[data-action="consider"]', '.plan-wish'),
  'plan-asked': () => plansScene(samplePlans([{ ...automaticPlan, request: { id: 'request-000000000001', kind: 'pause', note: '', askedAt: '2026-11-25T08:00:00.000Z', label: { askedOn: 'today' } } }])),
  'plan-paused': () => plansScene(samplePlans([samplePlan({ state: 'paused', next: null })])),
  'plan-again': () => then(plansScene(samplePlans([samplePlan()])), '[data-action="read"]', '[data-action="agree"]'),
};
