import { get } from './http.ts';

/** Something that can be read; `key` is its path below /v1/console/. */
export interface Source<Value> {
  readonly key: string;
  load(signal?: AbortSignal): Promise<Value>;
}

export function source<Value>(path: string): Source<Value> {
  return { key: path, load: (signal) => get<Value>(path, signal) };
}

export interface Known<Value> {
  readonly value?: Value;
  readonly error?: unknown;
}

interface Entry {
  known: Known<unknown>;
  source: Source<unknown>;
  /** Rises with every local change, so that an older answer cannot undo it. */
  version: number;
  loading: Promise<void> | undefined;
  readonly listeners: Set<() => void>;
}

const entries = new Map<string, Entry>();

export function peek<Value>(key: string): Known<Value> {
  return (entries.get(key)?.known ?? {}) as Known<Value>;
}

export function watch(from: Source<unknown>, listener: () => void): () => void {
  const { listeners } = entryOf(from);
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** Asks again; what is known stays on screen meanwhile. */
export function refresh(from: Source<unknown>): Promise<void> {
  const entry = entryOf(from);
  entry.loading ??= load(entry).finally(() => { entry.loading = undefined; });
  return entry.loading;
}

async function load(entry: Entry): Promise<void> {
  const { version } = entry;
  try {
    const value = await entry.source.load();
    if (entry.version !== version) return await load(entry);
    become(entry, { value });
  } catch (error) {
    become(entry, { ...entry.known, error });
  }
}

/** Reloads what is on screen under these prefixes and forgets the rest. Without prefixes: everything. */
export function invalidate(...prefixes: readonly string[]): void {
  for (const [key, entry] of entries) {
    if (prefixes.length > 0 && !prefixes.some((prefix) => key.startsWith(prefix))) continue;
    entry.version += 1;
    if (entry.listeners.size > 0) void refresh(entry.source);
    else entries.delete(key);
  }
}

/** Changes what is known before the server has answered. Gives back the way to take it back. */
export function foresee<Value>(prefix: string, change: (value: Value) => Value): () => void {
  const before = new Map<Entry, Known<unknown>>();
  for (const [key, entry] of entries) {
    if (!key.startsWith(prefix) || entry.known.value === undefined) continue;
    before.set(entry, entry.known);
    entry.version += 1;
    become(entry, { value: change(entry.known.value as Value) });
  }
  return () => { for (const [entry, known] of before) become(entry, known); };
}

export function learn<Value>(key: string, value: Value): void {
  const entry = entryOf(source<Value>(key));
  entry.version += 1;
  become(entry, { value });
}

export function forgetAll(): void {
  for (const [key, entry] of entries) if (entry.listeners.size === 0) entries.delete(key);
    else entry.known = {};
}

function become(entry: Entry, known: Known<unknown>): void {
  entry.known = known;
  for (const listener of entry.listeners) listener();
}

function entryOf(from: Source<unknown>): Entry {
  const known = entries.get(from.key);
  if (known) return known;
  const entry: Entry = { known: {}, source: from, version: 0, loading: undefined, listeners: new Set() };
  entries.set(from.key, entry);
  return entry;
}
