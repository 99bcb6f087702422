import { Column } from 'drizzle-orm/column';
import { is } from 'drizzle-orm/entity';
import { SQL } from 'drizzle-orm/sql';
import type { SelectedFieldsOrdered } from 'drizzle-orm/sqlite-core';
import { Subquery } from 'drizzle-orm/subquery';

interface Decoder {
  mapFromDriverValue(value: unknown): unknown;
}

interface Cell {
  readonly at: number;
  readonly name: string;
  /** Left out where the driver's value is the value. */
  readonly decode: Decoder | undefined;
}

interface Node {
  readonly cells: readonly Cell[];
  readonly children: readonly { readonly name: string; readonly node: Node }[];
}

/** How a row of values becomes the object that drizzle promises (its `mapResultRow`), worked out once. */
export function rowMapper(fields: SelectedFieldsOrdered): (row: readonly unknown[]) => unknown {
  const root = nodeOf(fields.map(({ path, field }, at) => ({ path, at, decode: decoderOf(field) })));
  return (row) => objectOf(root, row);
}

type Leaf = { readonly path: readonly string[]; readonly at: number; readonly decode: Decoder | undefined };

function nodeOf(leaves: readonly Leaf[]): Node {
  const groups = Map.groupBy(leaves.filter(({ path }) => path.length > 1), ({ path }) => path[0] ?? '');
  return {
    cells: leaves.flatMap(({ path, at, decode }) => path.length === 1 && path[0] !== undefined ? [{ at, decode, name: path[0] }] : []),
    children: [...groups].map(([name, group]) => ({ name, node: nodeOf(group.map((leaf) => ({ ...leaf, path: leaf.path.slice(1) }))) })),
  };
}

function objectOf({ cells, children }: Node, row: readonly unknown[]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const { at, name, decode } of cells) {
    const value = row[at];
    object[name] = decode === undefined || value === null ? value : decode.mapFromDriverValue(value);
  }
  for (const { name, node } of children) object[name] = objectOf(node, row);
  return object;
}

const plain = Column.prototype.mapFromDriverValue;

function decoderOf(field: SelectedFieldsOrdered[number]['field']): Decoder | undefined {
  if (is(field, Column)) return field.mapFromDriverValue === plain ? undefined : field;
  const source = is(field, SQL) ? field : is(field, Subquery) ? field._.sql : field.sql;
  // What drizzle's own mapper asks, though its published types do not name it.
  return (source as unknown as { readonly decoder: Decoder }).decoder;
}
