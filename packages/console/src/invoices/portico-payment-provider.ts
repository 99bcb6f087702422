import type { PaymentAccount, ProviderName, SetPaymentAccountInput } from '@portico/contract/invoices/checkout.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { setPaymentAccount, testPaymentAccount } from '../api/invoices.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { isOwner } from '../app/session.ts';
import { saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { LightElement } from '../ui/light-element.ts';
import '../ui/portico-copy.ts';
import { toast } from '../ui/toasts.ts';

const names: Readonly<Record<ProviderName, string>> = { stripe: 'Stripe', test: 'Test network' };

/** One provider: its keys, a test, the address that it calls, on or off. */
export class PorticoPaymentProvider extends LightElement {
  static override properties = { provider: {}, account: { attribute: false }, said: { state: true }, isTesting: { state: true } };
  declare provider: ProviderName;
  declare account: PaymentAccount | undefined;
  declare said: { readonly tone: 'good' | 'bad'; readonly text: string } | undefined;
  declare isTesting: boolean;
  readonly #form = new FormController(this, { secretKey: '', webhookSecret: '' });

  constructor() {
    super();
    this.isTesting = false;
  }

  protected override render(): TemplateResult {
    const { account, provider } = this;
    return html`<section class="section provider"><div class="provider-head"><h2>${names[provider]}</h2>${this.#status()}</div>
      ${provider === 'test' ? html`<p class="meta">Behaves like a card network and moves no money. Only in the demo.</p>` : nothing}
      ${account ? this.#standing(account) : nothing}
      ${isOwner() ? (provider === 'stripe' ? this.#keys() : this.#testNetwork()) : html`<p class="meta">Only the owner can change this.</p>`}</section>`;
  }

  #status(): TemplateResult {
    const { account } = this;
    if (!account) return html`<span class="status">Not set up</span>`;
    if (!account.enabled) return html`<span class="status">Off</span>`;
    return account.isLive || account.provider === 'test' ? html`<span class="status good">On</span>` : html`<span class="status warn">On, with test keys</span>`;
  }

  #standing({ accountId, webhookUrl, hasWebhookSecret, enabled, provider }: PaymentAccount): TemplateResult {
    return html`<p class="meta">Account ${accountId}</p>
      <div class="field"><span class="label">Webhook address</span><pre class="webhook-url">${webhookUrl}</pre><p class="hint">Enter it at ${names[provider]} under Developers, Webhooks: it tells us what was paid. ${provider === 'stripe' ? html`Let it send <code>checkout.session.*</code>, <code>payment_intent.succeeded</code>, <code>payment_intent.payment_failed</code>, <code>refund.updated</code> and <code>refund.failed</code>.` : nothing}</p><div class="copy-line"><portico-copy .text=${webhookUrl} label="Copy the address"></portico-copy></div></div>
      ${isOwner() ? html`<div class="actions"><button type="button" ?data-busy=${this.isTesting} @click=${() => void this.#test()}>Test the key</button>
        ${enabled ? html`<button type="button" class="quiet" @click=${() => void this.#set({ enabled: false })}>Turn off</button>` : hasWebhookSecret ? html`<button type="button" class="primary" @click=${() => void this.#set({ enabled: true })}>Turn on</button>` : nothing}</div>` : nothing}
      <p role="status">${this.said ? html`<span class="status ${this.said.tone}">${this.said.text}</span>` : nothing}</p>`;
  }

  #keys(): TemplateResult {
    const { account } = this;
    return html`<form novalidate autocomplete="off" @submit=${this.#save}>
      ${textField(this.#form, 'secretKey', { label: account ? 'Another secret key' : 'Secret key', type: 'password', isOptional: Boolean(account), maxlength: 300, autocomplete: 'off', hint: 'Begins with sk_ or rk_. It is tried before it is kept.' })}
      ${account ? textField(this.#form, 'webhookSecret', { label: account.hasWebhookSecret ? 'Another signing secret of the webhook' : 'Signing secret of the webhook', type: 'password', isOptional: true, maxlength: 300, autocomplete: 'off', hint: 'Begins with whsec_. Without it nobody could tell a payment from a forgery.' }) : nothing}
      ${saveRow(this.#form, { label: account ? 'Save' : 'Connect Stripe', tone: account ? 'plain' : 'primary' })}</form>`;
  }

  #testNetwork(): TemplateResult | typeof nothing {
    if (this.account) return nothing;
    return html`<div class="actions"><button type="button" @click=${() => void this.#set({ secretKey: `test_${crypto.randomUUID()}`, webhookSecret: `test_${crypto.randomUUID()}`, enabled: true })}>Turn on the test network</button></div>`;
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const secretKey = this.#form.draft.secretKey.trim();
    const webhookSecret = this.#form.draft.webhookSecret.trim();
    if (this.#form.refuse({ secretKey: secretKey || this.account ? '' : 'Use the secret key from your provider.' })) return;
    const saved = await this.#form.send(() => setPaymentAccount(this.provider, { ...(secretKey && { secretKey }), ...(webhookSecret && { webhookSecret, enabled: true }) }));
    if (!saved) return;
    this.#form.fill({ secretKey: '', webhookSecret: '' });
    invalidate('payment-accounts');
  };

  async #set(input: SetPaymentAccountInput): Promise<void> {
    try {
      const { enabled } = await setPaymentAccount(this.provider, input);
      invalidate('payment-accounts');
      toast({ text: `${names[this.provider]} is ${enabled ? 'on' : 'off'}.`, ...(!enabled && { action: { label: 'Undo', run: () => void this.#set({ enabled: true }) } }) });
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
    }
  }

  async #test(): Promise<void> {
    if (this.isTesting) return;
    this.isTesting = true;
    this.said = undefined;
    try {
      const { accountId } = await testPaymentAccount(this.provider);
      this.said = { tone: 'good', text: `The key works: ${accountId} answers.` };
    } catch (error) {
      this.said = { tone: 'bad', text: sentenceOf(error) };
    } finally {
      this.isTesting = false;
    }
  }
}

customElements.define('portico-payment-provider', PorticoPaymentProvider);
