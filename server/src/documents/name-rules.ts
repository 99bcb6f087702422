import { searchForm } from '../domain/text.ts';

// C0, DEL, C1, the bidirectional marks that turn "gpj.exe" round, and what no eye can see.
const hostile = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** Names that Windows takes for a device. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const longest = 150;

/** A file's name as it may be kept and given back: no path, nothing hidden, nothing that any system trips over. */
export function cleanFileName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(hostile, '').replaceAll(/[<>:"|?*]/g, '_').replaceAll(/\s+/gu, ' ').trim().replace(/^[. ]+/, '').replace(/[. ]+$/, '');
  const named = plain === '' ? 'file' : device.test(plain) ? `_${plain}` : plain;
  return shortened(named);
}

function shortened(name: string): string {
  const chars = [...name];
  if (chars.length <= longest) return name;
  const end = extensionOf(name);
  const tail = end === '' ? '' : `.${end}`;
  return `${chars.slice(0, longest - [...tail].length).join('').trimEnd()}${tail}`;
}

/** In lower case, without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  return /[^.]\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

export function withExtension(name: string, extension: string): string {
  const before = extensionOf(name);
  const stem = before === '' ? name : name.slice(0, -(before.length + 1));
  return shortened(`${stem}.${extension}`);
}

/** What a search by name looks at: every word after a space, so that ` wor` finds where one begins. */
export const searchWords = (name: string): string => ` ${searchForm(name).replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()}`;
