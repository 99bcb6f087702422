import type { Deps } from '../deps.ts';
import { findMailOfAny, newestMailsOfAll, type MailRow } from './mail-store.ts';

export type DemoMail = MailRow;

const shown = 60;

/** Everybody's mail: only for the demo, whose mailbox stands in for everybody's inbox. */
export const readDemoMails = (deps: Deps): Promise<DemoMail[]> => deps.store.read((db) => deps.config.demo ? newestMailsOfAll(db, shown) : Promise.resolve([]));

export const readDemoMail = (deps: Deps, id: string): Promise<DemoMail | undefined> =>
  deps.store.read((db) => deps.config.demo ? findMailOfAny(db, id) : Promise.resolve(undefined));
