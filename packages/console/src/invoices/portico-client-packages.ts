import type { ClientPackage } from '@portico/contract/invoices/packages.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { clientPackages } from '../api/invoices.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { waiting } from '../ui/waiting.template.ts';
import { invoiceStyles } from './invoices.styles.ts';
import { openPackageSheet, openSellSheet } from './open-invoice-sheets.ts';
import { packageMarks } from './package-marks.template.ts';
import { standingOf } from './package-words.ts';

const isOver = ({ state }: ClientPackage): boolean => state !== 'active' && state !== 'awaiting_payment';

/** The packages of one client: what is left of each, and the way to every use. */
export class PorticoClientPackages extends LightElement {
  static override properties = { clientId: { attribute: false }, clientName: { attribute: false }, showsAll: { state: true } };
  declare clientId: string;
  declare clientName: string;
  declare showsAll: boolean;
  readonly #packages = new QueryController(this, () => clientPackages(this.clientId));

  constructor() {
    super();
    this.showsAll = false;
    adoptStyles(invoiceStyles);
  }

  protected override render(): TemplateResult {
    const items = this.#packages.value?.items;
    const sell = html`<div class="actions"><button type="button" @click=${() => openSellSheet({ id: this.clientId, name: this.clientName })}>${icon('plus')} Sell a package</button></div>`;
    const over = items?.filter(isOver) ?? [];
    const shown = items?.filter((one) => this.showsAll || !isOver(one)) ?? [];
    return html`<div class="title-row"><h2>Packages</h2>${sell}</div>
      ${items === undefined ? waiting(this.#packages, 1) : items.length === 0 ? html`<p class="meta">None yet.</p>` : html`<ul class="rows">${shown.map((one) => this.#row(one))}</ul>
        ${over.length > 0 && !this.showsAll ? html`<p class="list-more"><button type="button" class="quiet" @click=${() => { this.showsAll = true; }}>Show ${over.length === 1 ? 'the one that is over' : `${over.length} that are over`}</button></p>` : nothing}`}`;
  }

  #row(one: ClientPackage): TemplateResult {
    const { text, tone } = standingOf(one);
    return html`<li><button type="button" class="quiet row-button package-row" data-package=${one.id} @click=${() => openPackageSheet({ id: one.id, name: one.name, clientId: this.clientId })}>
      <span class="grow"><span class="name">${one.name}</span><span class="meta"><span class="status ${tone}">${text}</span></span></span>${one.state === 'active' ? packageMarks(one) : nothing}</button></li>`;
  }
}

customElements.define('portico-client-packages', PorticoClientPackages);
