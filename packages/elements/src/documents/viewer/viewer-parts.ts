import type { Preview } from '@portico/contract/documents/preview.ts';
import type { Discussion, Pin } from '@portico/contract/documents/review.ts';

/** What the templates of an open document show, and what may be done there. */
export type Deciding = 'approve' | 'changes';
/** Where somebody writes: a decision, a new thread, or an answer in a thread. */
export type Place = Deciding | 'new' | (string & {});

export interface Talk {
  readonly discussion: Discussion | undefined;
  readonly deciding: Deciding | undefined;
  /** The thread that somebody answers. */
  readonly answering: string | undefined;
  /** Where a new thread will stand. */
  readonly pin: Pin | undefined;
  readonly isPlacing: boolean;
  /** What is being sent. */
  readonly busy: string | undefined;
  draft(place: Place): string;
  problem(place: Place): string | undefined;
  type(place: Place, text: string): void;
  decideOn(what: Deciding | undefined): void;
  answerIn(threadId: string | undefined): void;
  place(isPlacing: boolean): void;
  pinAt(pin: Pin | undefined): void;
  comment(place: Place): Promise<void>;
  decide(what: Deciding): Promise<void>;
  remove(commentId: string): Promise<void>;
  settle(threadId: string, isResolved: boolean): Promise<void>;
}

export interface Pages {
  readonly preview: Preview | undefined;
  readonly failure: string | undefined;
  readonly isLarge: boolean;
  /** Pages that could not be drawn. */
  readonly failed: ReadonlySet<number>;
  again(number?: number): void;
}

export interface Pins {
  /** Where the keyboard's cross is. */
  readonly cross: Pin | undefined;
  onPress(event: MouseEvent): void;
  onKey(event: KeyboardEvent): void;
  onFocus(event: FocusEvent): void;
}
