import type { Deps } from '../deps.ts';
import { seal, unseal } from '../domain/sealed-secret.ts';
import type { MailRow } from './mail-store.ts';

type Letter = Pick<MailRow, 'text' | 'html'>;
type Of = Pick<MailRow, 'businessId' | 'id'>;

const ownerOf = ({ businessId, id }: Of, part: keyof Letter): string => `mail ${businessId} ${id} ${part}`;

/** What people are told may quote what is sealed elsewhere, so it lies sealed until it goes out, and after. */
export function sealLetter({ config, randomBytes }: Pick<Deps, 'config' | 'randomBytes'>, of: Of, letter: Letter): Letter {
  const part = (name: keyof Letter): string => seal(config.keys.seal.reveal(), ownerOf(of, name), letter[name], randomBytes);
  return { text: part('text'), html: part('html') };
}

/** As it was before it was sealed. Rows from before letters were, and what stands where one was removed, are plain. */
export function openLetter({ config }: Pick<Deps, 'config'>, row: MailRow): MailRow {
  const part = (name: keyof Letter): string => row[name].startsWith('v1.') ? unseal(config.keys.seal.reveal(), ownerOf(row, name), row[name]) : row[name];
  return { ...row, text: part('text'), html: part('html') };
}
