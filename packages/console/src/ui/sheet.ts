import type { TemplateResult } from 'lit';

/** What lies beside the page: one sheet at a time, so nothing ever opens on top of it. */
export interface Sheet {
  readonly title: string;
  readonly body: TemplateResult;
  /** Two sheets with one name are the same thing: opening it again only replaces its content. */
  readonly name: string;
}

let current: Sheet | undefined;
const listeners = new Set<() => void>();

export const currentSheet = (): Sheet | undefined => current;

export function onSheet(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

export function openSheet(sheet: Sheet): void {
  become(sheet);
}

export const closeSheet = (): void => become(undefined);

function become(next: Sheet | undefined): void {
  current = next;
  for (const listener of listeners) listener();
}
