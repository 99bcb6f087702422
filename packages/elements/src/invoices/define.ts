import { define } from '../base/define.ts';
import { PortalInvoices } from './portal-invoices.ts';

define('portal-invoices', PortalInvoices);

declare global {
  interface HTMLElementTagNameMap {
    'portal-invoices': PortalInvoices;
  }
}
