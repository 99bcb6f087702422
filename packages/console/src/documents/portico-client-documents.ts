import { html, nothing, type TemplateResult } from 'lit';
import { documents } from '../api/documents.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { waiting } from '../ui/waiting.template.ts';
import { documentRow } from './document-row.template.ts';
import { documentStyles } from './documents.styles.ts';
import { openAskSheet, openSendSheet } from './open-document-sheets.ts';

const atFirst = 5;

/** What one client and the business share. */
export class PorticoClientDocuments extends LightElement {
  static override properties = { clientId: { attribute: false }, clientName: { attribute: false }, most: { state: true } };
  declare clientId: string;
  declare clientName: string;
  declare most: number;
  readonly #documents = new QueryController(this, () => documents({ client: this.clientId, limit: 50 }));

  constructor() {
    super();
    this.most = atFirst;
    adoptStyles(documentStyles);
  }

  protected override render(): TemplateResult {
    // Their invoices have a place of their own on this page.
    const items = this.#documents.value?.items.filter(({ source }) => source === 'file');
    return html`<div class="title-row"><h2>Documents</h2><div class="actions"><button type="button" class="quiet" @click=${() => openAskSheet({ id: this.clientId, name: this.clientName })}>Ask for one</button><button type="button" @click=${() => openSendSheet({ client: { id: this.clientId, name: this.clientName } })}>${icon('plus')} Send files</button></div></div>
      ${items === undefined ? waiting(this.#documents, 2) : items.length === 0 ? html`<p class="meta">Nothing shared yet.</p>` : html`<ul class="rows">${items.slice(0, this.most).map((one) => documentRow(one, { withClient: false }))}</ul>
        ${items.length > this.most ? html`<p class="list-more"><button type="button" class="quiet" @click=${() => { this.most = items.length; }}>Show all</button></p>` : nothing}`}`;
  }
}

customElements.define('portico-client-documents', PorticoClientDocuments);
