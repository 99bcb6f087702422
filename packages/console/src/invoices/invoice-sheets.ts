import { html, type TemplateResult } from 'lit';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { invoiceStyles } from './invoices.styles.ts';
import type { PaymentStart } from './open-invoice-sheets.ts';
import './portico-give-back.ts';
import './portico-invoice-details.ts';
import './portico-package-details.ts';
import './portico-record-payment.ts';
import './portico-sell-package.ts';
import './portico-start-plan.ts';

adoptStyles(invoiceStyles);

/** What lies in the sheets; a chunk of its own, so that a screen which only offers them stays light. */
export const detailsOf = (id: string): TemplateResult => html`<portico-invoice-details .invoiceId=${id}></portico-invoice-details>`;
export const paymentForm = (start: PaymentStart): TemplateResult => html`<portico-record-payment .start=${start}></portico-record-payment>`;
export const giveBackForm = (paymentId: string, clientId: string): TemplateResult => html`<portico-give-back .paymentId=${paymentId} .clientId=${clientId}></portico-give-back>`;
export const packageDetails = (packageId: string, clientId: string): TemplateResult => html`<portico-package-details .packageId=${packageId} .clientId=${clientId}></portico-package-details>`;
export const sellForm = (client: { readonly id: string; readonly name: string }): TemplateResult => html`<portico-sell-package .client=${client}></portico-sell-package>`;
export const startPlanForm = (client: { readonly id: string; readonly name: string }): TemplateResult => html`<portico-start-plan .client=${client}></portico-start-plan>`;
