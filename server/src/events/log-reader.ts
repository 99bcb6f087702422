import type { Deps } from '../deps.ts';
import type { WriteDb } from '../storage/store.ts';
import { cursorOf, eventsAfter, moveCursor, type EventRow } from './event-store.ts';

/** What a reader does with one event, in the transaction that also moves its cursor: so it happens exactly once. */
export type HandleEvent = (deps: Deps, tx: WriteDb, event: EventRow) => Promise<void>;

export interface LogReader {
  /** Reads all that is new. Safe to call at any time; calls that overlap become one more round. */
  catchUp(): Promise<void>;
}

const batch = 100;

/** Follows the log from its own place. One event that cannot be handled is logged and passed, so that it cannot stop the rest. */
export function logReader(deps: Deps, name: string, handle: HandleEvent): LogReader {
  let running: Promise<void> | undefined;
  let again = false;

  async function readAll(): Promise<void> {
    do again = false; while ((await readBatch()) || again);
  }

  /** True when there may be more. */
  async function readBatch(): Promise<boolean> {
    const after = await deps.store.read((db) => cursorOf(db, name));
    const found = await deps.store.read((db) => eventsAfter(db, after, batch));
    const last = found.at(-1);
    if (!last) return false;
    try {
      await deps.store.write(async (tx) => {
        // Another process may have read this far meanwhile.
        if ((await cursorOf(tx, name)) !== after) return;
        for (const event of found) await handle(deps, tx, event);
        await moveCursor(tx, name, last.position);
      });
    } catch {
      for (const event of found) await readOne(event);
    }
    return found.length === batch;
  }

  async function readOne(event: EventRow): Promise<void> {
    try {
      await deps.store.write(async (tx) => {
        await handle(deps, tx, event);
        await moveCursor(tx, name, event.position);
      });
    } catch (error) {
      deps.log.error({ err: error, reader: name, event: event.id, type: event.type }, 'an event could not be handled and was passed');
      await deps.store.write((tx) => moveCursor(tx, name, event.position));
    }
  }

  return {
    catchUp() {
      if (running) again = true;
      else running = readAll().finally(() => { running = undefined; });
      return running;
    },
  };
}
