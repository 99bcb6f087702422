import type { Document } from '@portico/contract/documents/document.ts';
import type { BaseMessage } from '../../base/base-messages.ts';
import type { Say } from '../../base/localize.ts';
import type { DocumentsDoor } from '../documents-door.ts';
import type { DocumentsMessage } from '../documents-messages.ts';
import type { ViewerMessage } from './viewer-messages.ts';

export type SayViewer = Say<DocumentsMessage | ViewerMessage | BaseMessage>;

/** What the element lends to what shows one document. */
export interface ViewerDoor extends Omit<DocumentsDoor, 'say'> {
  readonly say: SayViewer;
  root(): HTMLElement | DocumentFragment;
  /** The one that is open, once it is here. */
  opened(): Document | undefined;
  /** It is open no more. */
  closed(): void;
  reload(): Promise<void>;
  save(id: string, version?: number): Promise<void>;
  /** What is being fetched. */
  busy(): string | undefined;
}
