import { PortalError } from '@portico/client/portal-error.ts';
import { invalidate } from '../api/cache.ts';
import { sendDocument, type OutgoingFile } from '../api/documents.ts';

/** One file on its way to one client, or what became of it. */
export interface Outgoing {
  readonly id: number;
  readonly file: File;
  readonly what: OutgoingFile;
  readonly clientName: string;
  /** Whole percents that the server has kept. */
  readonly percent: number;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed';
  readonly problem?: string;
}

const atOnce = 2;
let items: readonly Outgoing[] = [];
let last = 0;
const stops = new Map<number, AbortController>();
const listeners = new Set<() => void>();

/** What is on its way stays so when the sheet is closed and another screen is opened. */
export const outgoing = (): readonly Outgoing[] => items;

export function onOutgoing(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

export function sendOut(files: readonly File[], clients: readonly { readonly id: string; readonly name: string }[], whatOf: (file: File) => Omit<OutgoingFile, 'clientId'>): void {
  for (const client of clients) {
    for (const file of files) items = [...items, { id: (last += 1), file, what: { ...whatOf(file), clientId: client.id }, clientName: client.name, percent: 0, state: 'waiting' }];
  }
  next();
}

export function sendAgain(id: number): void {
  change(id, { state: 'waiting', problem: '' });
  next();
}

/** Stops it, or takes what became of it off the screen. */
export function dropOutgoing(id: number): void {
  stops.get(id)?.abort();
  items = items.filter((item) => item.id !== id);
  next();
}

export function dropSettled(): void {
  items = items.filter(({ state }) => state === 'waiting' || state === 'sending');
  tell();
}

function next(): void {
  const running = items.filter(({ state }) => state === 'sending').length;
  for (const item of items.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, atOnce - running))) void send(item);
  tell();
}

async function send({ id, file, what }: Outgoing): Promise<void> {
  const stop = new AbortController();
  stops.set(id, stop);
  change(id, { state: 'sending' });
  try {
    await sendDocument(file, what, { signal: stop.signal, onProgress: (sent, of) => change(id, { percent: of > 0 ? Math.floor((sent / of) * 100) : 100 }) });
    change(id, { state: 'sent', percent: 100 });
    invalidate('documents', 'document-reviews', 'document-search', 'document-keeping');
  } catch (error) {
    if (!stop.signal.aborted) change(id, { state: 'failed', problem: error instanceof PortalError ? error.message : 'It did not get through. Try again.' });
  }
  stops.delete(id);
  next();
}

function change(id: number, what: Partial<Outgoing>): void {
  items = items.map((item) => (item.id === id ? { ...item, ...what } : item));
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}
