import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { LightElement } from '../ui/light-element.ts';
import { invoiceStyles } from './invoices.styles.ts';
import './portico-chasing.ts';
import './portico-invoice-editor.ts';
import './portico-invoices.ts';
import './portico-payments.ts';
import './portico-reviews.ts';

/** Which part of the invoices an address means: the list, one paper beside it, the editor, payments, reminders, or what needs a look. */
export class PorticoInvoicesScreen extends LightElement {
  static override properties = { place: {}, item: {} };
  declare place: string;
  declare item: string;

  constructor() {
    super();
    this.place = '';
    this.item = '';
    adoptStyles(invoiceStyles);
  }

  protected override render(): TemplateResult {
    const { place: part, item } = this;
    // The editor changes its own draftId when the draft gets its name: only `live` sees that.
    if (part === 'new' || part === 'edit') return html`<portico-invoice-editor .draftId=${live(part === 'edit' ? item : '')} .clientId=${live(part === 'new' ? item : '')}></portico-invoice-editor>`;
    if (part === 'payments') return html`<portico-payments></portico-payments>`;
    if (part === 'chasing') return html`<portico-chasing></portico-chasing>`;
    if (part === 'reviews') return html`<portico-reviews></portico-reviews>`;
    return html`<portico-invoices .item=${part}></portico-invoices>`;
  }
}

customElements.define('portico-invoices-screen', PorticoInvoicesScreen);
