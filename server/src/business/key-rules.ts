import { searchForm } from '../domain/text.ts';

const reserved = new Set(['admin', 'api', 'console', 'docs', 'mailbox', 'portico', 'www', 'app']);

/** `Zahnarzt Müller & Söhne` becomes `zahnarzt-muller-sohne`. */
export function keyFrom(name: string): string {
  const key = searchForm(name).replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 48).replace(/-+$/, '');
  return key.length < 3 || reserved.has(key) ? `business-${key || 'new'}` : key;
}

/** The first of `key`, `key-2`, `key-3` … that is free. */
export async function freeKey(wanted: string, isTaken: (key: string) => Promise<boolean>): Promise<string> {
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? wanted : `${wanted}-${count}`;
    if (!(await isTaken(key))) return key;
  }
}
