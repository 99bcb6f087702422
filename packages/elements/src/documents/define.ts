import { define } from '../base/define.ts';
import { PortalDocuments } from './portal-documents.ts';

define('portal-documents', PortalDocuments);

declare global {
  interface HTMLElementTagNameMap {
    'portal-documents': PortalDocuments;
  }
}
