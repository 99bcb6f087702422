import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { snapped, type CalendarItem, type Column, type Span } from './calendar-layout.ts';
import { carried, drawn, stretched, type Edge, type Gesture, type Ghost, type Spot } from './drag-ghosts.ts';

export interface DragRules {
  columns(): readonly Column[];
  hours(): Span;
  /** The item under the pointer, by its id. */
  itemOf(id: string): CalendarItem | undefined;
  stepOf(item: CalendarItem): number;
  onMoved(ghost: Ghost): void;
  onDrawn(ghost: Ghost): void;
}

const slack = 4;
const holdMs = 350;

/** Dragging in the calendar, by pointer and by arrow keys: both end in the same ghost. A finger holds first, so that it can still scroll. */
export class CalendarDragController implements ReactiveController {
  ghost: Ghost | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #rules: DragRules;
  #gesture: Gesture | undefined;
  #hold: ReturnType<typeof setTimeout> | undefined;
  #listening: AbortController | undefined;
  /** A drag must not also count as the click that follows it. */
  #swallowClick = false;

  constructor(host: ReactiveControllerHost & HTMLElement, rules: DragRules) {
    this.#host = host;
    this.#rules = rules;
    host.addController(this);
  }

  /** There before the finger is: a browser asks only those who already listened whether it may scroll. */
  hostConnected(): void {
    this.#host.addEventListener('touchmove', this.#keepStill, { passive: false });
  }

  hostDisconnected(): void {
    this.drop();
    this.#host.removeEventListener('touchmove', this.#keepStill);
  }

  readonly #keepStill = (event: TouchEvent): void => {
    if (this.isDragging && event.cancelable) event.preventDefault();
  };

  get isDragging(): boolean {
    return this.#gesture?.isDragging ?? false;
  }

  /** True once after a drag: the click that ends it is not a click. */
  takeClick(): boolean {
    const taken = this.#swallowClick;
    this.#swallowClick = false;
    return taken;
  }

  drop(): void {
    this.#end();
    this.#show(undefined);
  }

  /** Moves a selected item by keys. */
  nudge(item: CalendarItem, minutes: number, columns: number): Ghost | undefined {
    const all = this.#rules.columns();
    const current = this.ghost?.item?.id === item.id ? this.ghost : this.#ghostAt(item);
    if (!current) return undefined;
    const at = all.findIndex(({ key }) => key === current.columnKey);
    const column = all[Math.min(all.length - 1, Math.max(0, at + columns))];
    if (!column) return undefined;
    const length = current.until - current.from;
    const from = snapped(current.from + minutes, 5, length);
    this.#show({ item, columnKey: column.key, from, until: from + length, taken: current.taken, isSettled: true });
    return this.ghost;
  }

  /** Ends a block sooner or later by keys. */
  stretch(item: CalendarItem, minutes: number): Ghost | undefined {
    const current = this.ghost?.item?.id === item.id && this.ghost.edge === 'end' ? this.ghost : this.#ghostAt(item, 'last');
    if (!current) return undefined;
    this.#show({ ...stretched({ ...current, edge: 'end' }, current.until + minutes), isSettled: true });
    return this.ghost;
  }

  readonly press = (event: PointerEvent): void => {
    this.#swallowClick = false;
    if (event.button !== 0 || this.#gesture) return;
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>('[data-item]')?.dataset['item'];
    const origin = this.#placeAt(event.clientX, event.clientY);
    const item = id ? this.#rules.itemOf(id) : undefined;
    if (!origin || (item?.kind === 'booking' && item.booking.status !== 'confirmed') || (id && !item)) return;
    const placed = item && origin.column.placed.find((each) => each.item.id === item.id);
    this.#gesture = {
      pointerId: event.pointerId, item, startX: event.clientX, startY: event.clientY, origin, isDragging: false,
      edge: target.closest<HTMLElement>('[data-edge]')?.dataset['edge'] as Edge | undefined, from: placed?.from ?? origin.minute, until: placed?.until ?? origin.minute,
    };
    this.#listen();
    if (event.pointerType === 'touch') this.#hold = setTimeout(() => this.#begin(), holdMs);
  };

  #listen(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener('pointermove', this.#move, { signal });
    addEventListener('pointerup', this.#release, { signal });
    addEventListener('pointercancel', () => this.drop(), { signal });
    addEventListener('keydown', this.#escape, { signal, capture: true });
    addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  }

  readonly #move = (event: PointerEvent): void => {
    const gesture = this.#gesture;
    if (!gesture || event.pointerId !== gesture.pointerId) return;
    const far = Math.hypot(event.clientX - gesture.startX, event.clientY - gesture.startY) > slack;
    if (!gesture.isDragging && far && event.pointerType === 'touch') return this.drop();
    if (!gesture.isDragging && far) this.#begin();
    if (!gesture.isDragging) return;
    const place = this.#placeAt(event.clientX, event.clientY);
    if (place) this.#show(ghostOf(gesture, place));
  };

  #begin(): void {
    const gesture = this.#gesture;
    if (!gesture) return;
    gesture.isDragging = true;
    if (gesture.item) this.#show(ghostOf(gesture, gesture.origin));
    getSelection()?.removeAllRanges();
    this.#host.requestUpdate();
  }

  readonly #release = (event: PointerEvent): void => {
    const gesture = this.#gesture;
    if (!gesture || event.pointerId !== gesture.pointerId) return;
    this.#swallowClick = gesture.isDragging;
    this.#end();
    if (!gesture.isDragging || !this.ghost) return;
    this.#show({ ...this.ghost, isSettled: true });
    if (gesture.item) this.#rules.onMoved(this.ghost);
    else this.#rules.onDrawn(this.ghost);
  };

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.isDragging) return;
    event.preventDefault();
    event.stopPropagation();
    this.#swallowClick = true;
    this.drop();
  };

  /** The time that a plain click on empty space means. */
  timeAt(x: number, y: number): Spot | undefined {
    const place = this.#placeAt(x, y);
    return place && { column: place.column, minute: Math.floor(place.minute / 30) * 30 };
  }

  #ghostAt(item: CalendarItem, which: 'first' | 'last' = 'first'): Ghost | undefined {
    const columns = this.#rules.columns();
    for (const column of which === 'first' ? columns : columns.toReversed()) {
      const placed = column.placed.find((each) => each.item.id === item.id);
      if (placed) return { item, columnKey: column.key, from: placed.from, until: placed.until, taken: { date: column.date, from: placed.from }, isSettled: true };
    }
    return undefined;
  }

  #placeAt(x: number, y: number): Spot | undefined {
    const drawnColumns = [...this.#host.querySelectorAll<HTMLElement>('[data-column]')];
    const rects = drawnColumns.map((element) => element.getBoundingClientRect());
    const index = rects.findIndex((rect) => x < rect.right);
    const at = index < 0 ? rects.length - 1 : index;
    const rect = rects[at];
    const column = this.#rules.columns()[at];
    if (!rect || !column || rect.height === 0) return undefined;
    const { from, until } = this.#rules.hours();
    return { column, minute: from + ((y - rect.top) / rect.height) * (until - from) };
  }

  #end(): void {
    clearTimeout(this.#hold);
    this.#listening?.abort();
    this.#gesture = undefined;
  }

  #show(ghost: Ghost | undefined): void {
    this.ghost = ghost;
    this.#host.requestUpdate();
  }
}

function ghostOf(gesture: Gesture, spot: Spot): Ghost {
  if (!gesture.item) return drawn(gesture, spot.minute);
  if (!gesture.edge) return carried(gesture, spot);
  const { item, edge, from, until, origin } = gesture;
  return stretched({ item, edge, from, until, columnKey: origin.column.key, isSettled: false }, spot.minute);
}
