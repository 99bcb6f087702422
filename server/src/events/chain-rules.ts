import { hmacOf } from '../domain/tokens.ts';

export interface ChainedRow {
  readonly businessId: string;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly at: number;
  readonly actor: string;
  readonly clientId: string | null;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly payload: string;
}

export const genesis = 'genesis';

/** Each row's hash covers the row and the hash before it, with a key: changing, dropping or reordering one shows. */
export function chainHash(key: string, previous: string, row: ChainedRow): string {
  const { businessId, seq, id, type, at, actor, clientId, subjectType, subjectId, payload } = row;
  return hmacOf(key, JSON.stringify([previous, businessId, seq, id, type, at, actor, clientId, subjectType, subjectId, payload]));
}

export interface BrokenLink {
  readonly seq: number;
  readonly why: 'missing' | 'changed';
}

/** Checks one business's rows, given one by one in order of `seq`; answers what is wrong with the first that does not fit. */
export function chainChecker(key: string): (row: ChainedRow & { readonly hash: string }) => BrokenLink | undefined {
  let previous = genesis;
  let expected = 1;
  return (row) => {
    if (row.seq !== expected) return { seq: expected, why: 'missing' };
    if (row.hash !== chainHash(key, previous, row)) return { seq: row.seq, why: 'changed' };
    previous = row.hash;
    expected += 1;
    return undefined;
  };
}
