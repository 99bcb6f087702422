/** A line that says what was done and offers to undo it. Nothing else is a toast. */
export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; run(): void };
  readonly tone?: 'plain' | 'refused';
}

let current: Toast | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export const currentToast = (): Toast | undefined => current;

export function onToast(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

export function toast(next: Toast): void {
  become(next);
  timer = setTimeout(() => become(undefined), next.action ? 9000 : 5000);
}

export const dropToast = (): void => become(undefined);

function become(next: Toast | undefined): void {
  clearTimeout(timer);
  current = next;
  for (const listener of listeners) listener();
}
