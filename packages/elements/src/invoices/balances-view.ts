import type { InvoiceStart } from '@portico/contract/invoices/invoice.ts';
import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { balances } from './balances.template.ts';
import { balancesMessages } from './balances-messages.ts';
import { balancesStyles } from './balances.styles.ts';
import type { InvoicesController } from './invoices-controller.ts';
import type { InvoicesDoor } from './invoices-door.ts';
import { packageOffers } from './package-offers.template.ts';
import { shopOf } from './package-shop.ts';
import type { PaymentController } from './payment-controller.ts';
import { PlansController } from './plans-controller.ts';
import { plansMessages } from './plans-messages.ts';
import { consentAtPaying, plansSection } from './plans.template.ts';

/* Only for who has a package or a plan, or may buy one. */
export const messages = { ...balancesMessages, ...plansMessages };
export const styles: readonly CSSResult[] = [balancesStyles];

export interface Balances {
  /** What a client may agree to while paying. */
  readonly consent: TemplateResult | typeof nothing;
  readonly sections: TemplateResult;
}

const controllers = new WeakMap<InvoicesDoor, PlansController>();

/** What somebody has: sessions that are left, and plans. Then what can be bought. */
export function holdings(door: InvoicesDoor, invoices: InvoicesController, payment: PaymentController, start: InvoiceStart, headingLevel: number): Balances {
  const control = controllers.get(door) ?? new PlansController(door, () => invoices.reload());
  controllers.set(door, control);
  const shop = shopOf(door, invoices, payment);
  const { packages, offers, plans } = start;
  payment.agreed = (ids) => control.agreedBy(plans.items, ids);
  const consent = start.methods.includes('card') ? consentAtPaying({ plans, control }) : [];
  return {
    consent: consent.length === 0 ? nothing : html`${consent}`,
    sections: html`
      ${plans.items.length + plans.methods.length > 0 ? plansSection({ say: door.say, plans, headingLevel, control }) : nothing}
      ${packages.length > 0 ? balances(door.say, packages, shop, headingLevel) : nothing}
      ${offers.length > 0 ? packageOffers(door.say, offers, shop, headingLevel) : nothing}
    `,
  };
}
