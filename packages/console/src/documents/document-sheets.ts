import { html, type TemplateResult } from 'lit';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { documentStyles } from './documents.styles.ts';
import type { SendStart } from './open-document-sheets.ts';
import type { DocumentRequest } from '@portico/contract/documents/request.ts';
import './portico-ask-document.ts';
import './portico-change-request.ts';
import './portico-checklists.ts';
import './portico-document-details.ts';
import './portico-send-files.ts';

adoptStyles(documentStyles);

/** What lies in the sheets; a chunk of its own, so that a screen which only offers them stays light. */
export const documentDetails = (id: string): TemplateResult => html`<portico-document-details .documentId=${id}></portico-document-details>`;
export const sendForm = (start: SendStart): TemplateResult => html`<portico-send-files .start=${start}></portico-send-files>`;
export const askForm = (client: SendStart['client']): TemplateResult => html`<portico-ask-document .start=${client}></portico-ask-document>`;
export const changeForm = (request: DocumentRequest): TemplateResult => html`<portico-change-request .request=${request}></portico-change-request>`;
export const checklistsForm = (): TemplateResult => html`<portico-checklists></portico-checklists>`;
