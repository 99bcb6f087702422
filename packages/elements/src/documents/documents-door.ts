import type { PortalClient } from '@portico/client/portal-client.ts';
import type { ReactiveControllerHost } from 'lit';
import type { Emit } from './documents-events.ts';
import type { SayDocuments } from './documents-messages.ts';

/** What the element lends to its controllers. */
export interface DocumentsDoor {
  readonly host: ReactiveControllerHost;
  readonly say: SayDocuments;
  /** Why a call failed, for the person at the screen. The page is told, too. */
  complain(error: unknown): string;
  /** Undefined unless somebody is signed in. */
  client(): PortalClient | undefined;
  lang(): string;
  announce(text: string): void;
  readonly emit: Emit;
  /** Moves the focus to what the next update shows. */
  focus(selector: string): void;
}
