import type { ProviderName } from '@portico/contract/invoices/checkout.ts';
import { html, type TemplateResult } from 'lit';
import { paymentAccounts } from '../api/invoices.ts';
import { meNow } from '../app/session.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import './portico-payment-provider.ts';

/** Who moves money for this business: Stripe, and in the demo a card network that moves none. */
export class PorticoPaymentProviders extends LightElement {
  readonly #accounts = new QueryController(this, () => paymentAccounts);

  protected override render(): TemplateResult {
    const items = this.#accounts.value?.items;
    if (!items) return html`${waiting(this.#accounts, 4)}`;
    const shown: readonly ProviderName[] = meNow()?.demo ? ['test', 'stripe'] : ['stripe'];
    return html`<div class="title-row"><h2 class="title">Online payments</h2></div><p class="lead">Clients pay by card in your page; the money goes to your own account at the provider. Keys go in and are never shown again.</p>${staleNote(this.#accounts)}
      ${shown.map((provider) => html`<portico-payment-provider .provider=${provider} .account=${items.find((one) => one.provider === provider)}></portico-payment-provider>`)}`;
  }
}

customElements.define('portico-payment-providers', PorticoPaymentProviders);

