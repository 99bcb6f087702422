import type { PortalClient } from '@portico/client/portal-client.ts';
import type { ReactiveControllerHost } from 'lit';
import type { Emit } from '../base/portal-events.ts';
import type * as Answers from './answers-view.ts';
import './bookings-events.ts';
import type { BookingsMessage } from './bookings-messages.ts';
import type { Say } from './translate.ts';

/** What the page's owner has preselected. */
export interface Wish {
  readonly service: string | undefined;
  readonly provider: string | undefined;
  readonly month: string | undefined;
}

/** What the element lends to its controllers. */
export interface BookingsDoor {
  readonly host: ReactiveControllerHost;
  readonly say: Say;
  explain(error: unknown): string | undefined;
  explainField(message: string, otherwise: BookingsMessage): string;
  /** Undefined while nobody said which business. */
  client(): PortalClient | undefined;
  isSignedIn(): boolean;
  lang(): string;
  wish(): Wish;
  announce(text: string): void;
  readonly emit: Emit;
  /** The code of what an act leads to, with its words; fetched at the first sign of one. */
  answers(): Promise<typeof Answers>;
  /** Moves the focus to what the next update shows. */
  focus(selector: string): void;
}
