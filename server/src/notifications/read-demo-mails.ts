import type { Deps } from '../deps.ts';
import { openLetter } from './sealed-letter.ts';
import { findMailOfAny, newestMailsOfAll, type MailRow } from './mail-store.ts';

export type DemoMail = MailRow;

const shown = 60;

/** Everybody's mail: only for the demo, whose mailbox stands in for everybody's inbox. */
export const readDemoMails = (deps: Deps): Promise<DemoMail[]> => deps.store.read((db) => deps.config.demo ? newestMailsOfAll(db, shown) : Promise.resolve([]));

export async function readDemoMail(deps: Deps, id: string): Promise<DemoMail | undefined> {
  if (!deps.config.demo) return undefined;
  const mail = await deps.store.read((db) => findMailOfAny(db, id));
  return mail && openLetter(deps, mail);
}
