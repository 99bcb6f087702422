import { html, nothing, type TemplateResult } from 'lit';
import { documentReviews } from '../api/document-reviews.ts';
import { documentRequests } from '../api/documents.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { documentStyles } from './documents.styles.ts';
import { openAskSheet, openSendSheet } from './open-document-sheets.ts';

const parts = [{ key: '', name: 'Documents' }, { key: 'requests', name: 'Asked for' }, { key: 'approvals', name: 'Approvals' }] as const;

/** What all pages about documents share; the counts are what waits for the business. */
export class PorticoDocumentsHead extends LightElement {
  static override properties = { shown: {} };
  declare shown: (typeof parts)[number]['key'];
  readonly #requests = new QueryController(this, () => documentRequests({ state: 'all', limit: 30 }));

  readonly #reviews = new QueryController(this, () => documentReviews({ state: 'all', limit: 30 }));

  constructor() {
    super();
    this.shown = '';
    // Any of the pages may be the first.
    adoptStyles(documentStyles);
  }

  protected override render(): TemplateResult {
    const counts: Readonly<Record<string, number>> = { requests: this.#requests.value?.counts.submitted ?? 0, approvals: this.#reviews.value?.counts.changes ?? 0 };
    return html`<div class="page-head"><h1>Documents</h1><button type="button" @click=${() => openAskSheet()}>Ask for one</button>
        <button type="button" class="primary floating-on-phone" @click=${() => openSendSheet({})}>${icon('plus')} <span>Send files</span></button></div>
      <nav class="document-tabs" aria-label="Documents">${parts.map(({ key, name }) => html`<a href="#/documents${key && `/${key}`}" aria-current=${key === this.shown ? 'page' : nothing}>${name} ${counts[key] ? html`<span class="count">${counts[key]}</span>` : nothing}</a>`)}</nav>`;
  }
}

customElements.define('portico-documents-head', PorticoDocumentsHead);
