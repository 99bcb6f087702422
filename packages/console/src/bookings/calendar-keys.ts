import type { CalendarItem } from './calendar-layout.ts';
import type { Ghost } from './drag-ghosts.ts';

export type KeyAct =
  | { readonly kind: 'move'; readonly steps: number; readonly columns: number }
  /** The end of blocked time, sooner or later. */
  | { readonly kind: 'stretch'; readonly steps: number }
  | { readonly kind: 'keep'; readonly ghost: Ghost }
  | { readonly kind: 'leave' };

const arrows: Readonly<Record<string, readonly [steps: number, columns: number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** What a key means on something in the calendar; undefined: nothing of ours. */
export function keyAct(event: Pick<KeyboardEvent, 'key' | 'shiftKey'>, item: CalendarItem, ghost: Ghost | undefined): KeyAct | undefined {
  const [steps = 0, columns = 0] = arrows[event.key] ?? [];
  if (event.shiftKey && steps !== 0 && item.kind === 'block') return { kind: 'stretch', steps };
  if ((steps !== 0 || columns !== 0) && (item.kind === 'block' || item.booking.status === 'confirmed')) return { kind: 'move', steps, columns };
  if (event.key === 'Enter' && ghost?.item?.id === item.id) return { kind: 'keep', ghost };
  return event.key === 'Escape' && ghost ? { kind: 'leave' } : undefined;
}
