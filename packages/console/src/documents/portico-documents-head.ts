import { html, nothing, type TemplateResult } from 'lit';
import { documentRequests } from '../api/documents.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { openAskSheet, openSendSheet } from './open-document-sheets.ts';

const parts = [{ key: '', name: 'Documents' }, { key: 'requests', name: 'Asked for' }] as const;

/** What both pages about documents share. */
export class PorticoDocumentsHead extends LightElement {
  static override properties = { shown: {} };
  declare shown: (typeof parts)[number]['key'];
  readonly #requests = new QueryController(this, () => documentRequests({ state: 'all', limit: 30 }));

  constructor() {
    super();
    this.shown = '';
  }

  protected override render(): TemplateResult {
    const count = this.#requests.value?.counts.submitted ?? 0;
    return html`<div class="page-head"><h1>Documents</h1><button type="button" @click=${() => openAskSheet()}>Ask for one</button>
        <button type="button" class="primary floating-on-phone" @click=${() => openSendSheet({})}>${icon('plus')} <span>Send files</span></button></div>
      <nav class="document-tabs" aria-label="Documents">${parts.map(({ key, name }) => html`<a href="#/documents${key && `/${key}`}" aria-current=${key === this.shown ? 'page' : nothing}>${name} ${key === 'requests' && count > 0 ? html`<span class="count">${count}</span>` : nothing}</a>`)}</nav>`;
  }
}

customElements.define('portico-documents-head', PorticoDocumentsHead);
