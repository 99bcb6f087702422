import type { ChangeChecklistInput, ChangeRequestInput, Checklist, DocumentRequest, SaveChecklistInput } from '@portico/contract/documents/request.ts';
import { source } from './cache.ts';
import { create, patch, post } from './http.ts';

export const checklists = source<{ readonly items: readonly Checklist[] }>('checklists');
export const addChecklist = (input: SaveChecklistInput): Promise<Checklist> => create('checklists', input);
export const changeChecklist = (id: string, input: ChangeChecklistInput): Promise<Checklist> => patch(`checklists/${id}`, input);
export const askByChecklist = (id: string, clientIds: readonly string[]): Promise<{ readonly items: readonly DocumentRequest[] }> => create(`checklists/${id}/ask`, { clientIds });

export const changeRequest = (id: string, input: ChangeRequestInput): Promise<DocumentRequest> => patch(`document-requests/${id}`, input);
export const remindOfRequest = (id: string): Promise<DocumentRequest> => post(`document-requests/${id}/remind`);
