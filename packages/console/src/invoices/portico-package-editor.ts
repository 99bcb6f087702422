import type { ServiceSettings } from '@portico/contract/bookings/services.ts';
import type { PackageProduct } from '@portico/contract/invoices/packages.ts';
import type { TaxRate } from '@portico/contract/invoices/settings.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { addPackage, changePackage, invoiceSettings } from '../api/invoices.ts';
import { go } from '../app/router.ts';
import { mayAdminister } from '../app/session.ts';
import { checkField, saveRow, segmentField, textArea, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { money, theHouse } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { picksField } from '../ui/picks-field.template.ts';
import { QueryController } from '../ui/query-controller.ts';
import { waiting } from '../ui/waiting.template.ts';
import { packageDraftOf, readPackage, type PackageDraft } from './package-draft.ts';
import { taxPicks } from './tax-picks.template.ts';

/** One package: how many sessions of what, for how much, and for how long. What was sold stays as it was sold. */
export class PorticoPackageEditor extends LightElement {
  static override properties = { product: { attribute: false }, services: { attribute: false }, taxes: { attribute: false } };
  declare product: PackageProduct | undefined;
  declare services: readonly ServiceSettings[];
  declare taxes: readonly TaxRate[];
  readonly #settings = new QueryController(this, () => invoiceSettings);
  readonly #form = new FormController<PackageDraft>(this, packageDraftOf(undefined, [], false));
  #filledFor: string | undefined;

  protected override willUpdate(): void {
    const key = this.product?.id ?? 'new';
    if (!this.#settings.value || key === this.#filledFor) return;
    this.#filledFor = key;
    this.#form.fill(packageDraftOf(this.product, this.taxes, this.#settings.value.pricesIncludeTax));
  }

  protected override render(): TemplateResult {
    if (this.#filledFor === undefined) return html`${waiting(this.#settings, 6)}`;
    const form = this.#form;
    const { draft } = form;
    return html`<p class="crumb"><a href="#/settings/packages">Packages</a></p><div class="title-row"><h2 class="title">${this.product?.name ?? 'A new package'}</h2></div>
      ${this.product ? html`<p class="lead">Changes are for those sold from now on: what clients have stays as they bought it.</p>` : nothing}
      <form novalidate @submit=${this.#save}>
        <div class="group"><h3>What it is</h3>${textField(form, 'name', { label: 'Name', maxlength: 80, width: 'middle', placeholder: 'Ten visits' })}
          ${textArea(form, 'description', { label: 'Description', isOptional: true, hint: 'A sentence that clients read before they buy.', maxlength: 500, rows: 2 })}
          <div class="pair">${textField(form, 'sessions', { label: 'Sessions', inputmode: 'numeric', maxlength: 3 })}${textField(form, 'price', { label: 'Price for all of them', path: 'priceMinor', before: theHouse().currency, inputmode: 'decimal', hint: this.#each() })}</div>
          ${taxPicks(form, this.taxes)}</div>
        <div class="group"><h3>What it pays for</h3>${segmentField(form, 'covers', { label: 'Services', choices: [{ value: 'all', label: 'Every service' }, { value: 'some', label: 'Some' }] })}
          ${draft.covers === 'some' ? picksField(form, 'serviceIds', { label: 'These services', choices: this.services.filter(({ archived, id }) => !archived || draft.serviceIds.includes(id)).map(({ id, name }) => ({ value: id, label: name })) }) : nothing}</div>
        <div class="group"><h3>How long</h3>${segmentField(form, 'validity', { label: 'It can be used', choices: [{ value: 'days', label: 'For some days' }, { value: 'always', label: 'For ever' }] })}
          ${draft.validity === 'days' ? textField(form, 'validDays', { label: 'From the day it is theirs', after: 'days', inputmode: 'numeric', maxlength: 4, width: 'short' }) : nothing}</div>
        <div class="group"><h3>Selling it</h3>${checkField(form, 'onSale', 'Clients can buy it online', 'It is offered beside their invoices. You can always sell it yourself, on the client’s page.')}
          ${draft.onSale ? checkField(form, 'usableAtOnce', 'Usable before it is paid', 'Else its sessions are there when the money is. A client can have only one of it unpaid.') : nothing}</div>
        ${mayAdminister() ? saveRow(form, { label: this.product ? 'Save' : 'Add package', rest: this.product ? html`<button type="button" class="quiet" @click=${() => void this.#archive()}>${this.product.archived ? 'Sell it again' : 'Stop selling it'}</button>` : nothing }) : html`<p class="meta">Only administrators can change this.</p>`}</form>`;
  }

  /** What one session comes to: what people compare. */
  #each(): string | undefined {
    const { input: { priceMinor, sessions }, errors } = readPackage(this.#form.draft);
    return errors['priceMinor'] || errors['sessions'] ? undefined : `${money(Math.round(priceMinor / sessions))} a session.`;
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { input, errors } = readPackage(this.#form.draft);
    if (this.#form.refuse(errors)) return;
    const { product } = this;
    const saved = await this.#form.send(() => (product ? changePackage(product.id, input) : addPackage(input)));
    if (!saved) return;
    invalidate('packages');
    if (!product) go('#/settings/packages');
  };

  async #archive(): Promise<void> {
    const { product } = this;
    if (!product || !(await this.#form.send(() => changePackage(product.id, { archived: !product.archived })))) return;
    invalidate('packages');
    go('#/settings/packages');
  }
}

customElements.define('portico-package-editor', PorticoPackageEditor);
