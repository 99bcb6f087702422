import { html, nothing, type TemplateResult } from 'lit';
import { packages, sellPackage } from '../api/invoices.ts';
import { choiceField, saveRow } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { plural } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { closeSheet } from '../ui/sheet.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';
import { invoicesChanged } from './live-invoices.ts';
import { openInvoiceSheet } from './open-invoice-sheets.ts';

/** Sells a client a package: its sessions are there at once, and its invoice goes out. */
export class PorticoSellPackage extends LightElement {
  static override properties = { client: { attribute: false } };
  declare client: { readonly id: string; readonly name: string };
  readonly #packages = new QueryController(this, () => packages);
  readonly #form = new FormController(this, { productId: '' });

  protected override render(): TemplateResult {
    const offered = this.#packages.value?.items.filter(({ archived }) => !archived);
    if (!offered) return html`${waiting(this.#packages, 3)}`;
    if (offered.length === 0) return html`<p>There is no package to sell yet.</p><p><a class="button primary" href="#/settings/packages/new" @click=${closeSheet}>Add a package</a></p>`;
    if (offered.length === 1 && offered[0] && this.#form.draft.productId === '') this.#form.draft = { productId: offered[0].id };
    const chosen = offered.find(({ id }) => id === this.#form.draft.productId);
    const choices = offered.map(({ id, name, priceLabel }) => ({ value: id, label: name, detail: priceLabel }));
    return html`<form novalidate @submit=${this.#sell}><p>To <span class="name">${this.client.name}</span></p>
      ${choiceField(this.#form, 'productId', { label: 'Package', choices })}
      ${chosen ? html`<p class="note">${plural(chosen.sessions, 'session')} for ${chosen.priceLabel}${chosen.taxIds.length > 0 && !chosen.taxIncluded ? ' and tax' : ''}${chosen.validDays === null ? '' : `, to be used within ${plural(chosen.validDays, 'day')}`}. ${this.client.name} can use it at once and gets the invoice by mail.</p>` : nothing}
      ${saveRow(this.#form, { label: 'Sell it' })}</form>`;
  }

  readonly #sell = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { productId } = this.#form.draft;
    if (this.#form.refuse({ productId: productId ? '' : 'Choose a package.' })) return;
    const sold = await this.#form.send(() => sellPackage(this.client.id, productId));
    if (!sold) return;
    invoicesChanged();
    closeSheet();
    const { invoiceId, invoiceNumber } = sold;
    toast({ text: `${sold.name} is sold to ${this.client.name}: ${invoiceNumber}.`, action: { label: 'See the invoice', run: () => openInvoiceSheet(invoiceId, invoiceNumber ?? '') } });
  };
}

customElements.define('portico-sell-package', PorticoSellPackage);
