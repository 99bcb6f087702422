/** Nothing of what is in a file, nor its name: tag managers listen to everything. */
declare module '../base/portal-events.ts' {
  interface PortalEventDetails {
    'portal-before-upload': { readonly size: number };
    'portal-document-uploaded': { readonly documentId: string };
    'portal-document-downloaded': { readonly documentId: string; readonly version: number | null };
    'portal-document-opened': { readonly documentId: string };
    'portal-before-approve': { readonly documentId: string; readonly version: number };
    'portal-document-approved': { readonly documentId: string; readonly version: number };
    'portal-document-changes-requested': { readonly documentId: string; readonly version: number };
    'portal-document-commented': { readonly documentId: string };
  }
}

export type { Emit } from '../base/portal-events.ts';
