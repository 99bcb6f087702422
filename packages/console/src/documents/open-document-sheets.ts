import type { DocumentRequest } from '@portico/contract/documents/request.ts';
import type { TemplateResult } from 'lit';
import { openSheet } from '../ui/sheet.ts';
import { toast } from '../ui/toasts.ts';

export interface SendStart {
  readonly client?: { readonly id: string; readonly name: string };
  readonly files?: readonly File[];
}

const sheets = () => import('./document-sheets.ts');
let sendsOpened = 0;

export function openDocumentSheet(id: string, name: string): void {
  open(`document-${id}`, name, async () => (await sheets()).documentDetails(id));
}

/** Files for one client or for many. */
export function openSendSheet(start: SendStart): void {
  sendsOpened += 1;
  open(`send-${sendsOpened}`, 'Send files', async () => (await sheets()).sendForm(start));
}

/** Something is needed from one client or from many. */
export function openAskSheet(client?: { readonly id: string; readonly name: string }): void {
  sendsOpened += 1;
  open(`ask-${sendsOpened}`, 'Ask for a document', async () => (await sheets()).askForm(client));
}

/** Other words or another day for something that is asked for. */
export function openRequestSheet(request: DocumentRequest): void {
  open(`request-${request.id}`, request.title, async () => (await sheets()).changeForm(request));
}

export function openChecklists(): void {
  open('checklists', 'Checklists', async () => (await sheets()).checklistsForm());
}

function open(name: string, title: string, bodyOf: () => Promise<TemplateResult>): void {
  bodyOf().then((body) => openSheet({ name, title, body }), () => toast({ text: 'This could not be fetched. Check the connection and try again.', tone: 'refused' }));
}
