import type { Calendar } from '@portico/contract/bookings/calendar.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { calendar as calendarSource, services } from '../api/bookings.ts';
import type { ProblemError } from '../api/problem-error.ts';
import { go } from '../app/router.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { instantOf, startOfWeek } from '../ui/civil-time.ts';
import { now } from '../ui/clock.ts';
import { firstWeekday, minuteLabel, theHouse, today } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { MediaController } from '../ui/media-controller.ts';
import { QueryController } from '../ui/query-controller.ts';
import { waiting, staleNote } from '../ui/waiting.template.ts';
import { agenda, dayStrip } from './calendar-agenda.template.ts';
import { calendarBar, widestOnPhone, type PhoneView } from './calendar-bar.template.ts';
import { moveBooking, shiftBlock } from './calendar-changes.ts';
import { CalendarDragController } from './calendar-drag-controller.ts';
import { calendarGrid } from './calendar-grid.template.ts';
import { columnsOf, hoursShown, itemsOf, type CalendarItem, type CalendarMode, type Column, type Span } from './calendar-layout.ts';
import { keyAct } from './calendar-keys.ts';
import { targetOf, type CalendarTarget } from './calendar-target.ts';
import { calendarStyles } from './calendar.styles.ts';
import type { Ghost } from './drag-ghosts.ts';
import { GlowController } from './glow-controller.ts';
import { moveBar } from './move-bar.template.ts';
import { openBlockSheet, openBookingSheet, openBookSheet } from './open-booking-sheets.ts';
import { columnWords, itemWords } from './spoken-names.ts';

const modeKey = 'portico-calendar-mode';
const phoneKey = 'portico-calendar-phone';

/** The heart of the console: everybody's day or week, live. */
export class PorticoCalendar extends LightElement {
  static override properties = {
    mode: {}, date: {}, item: {}, showAll: { state: true }, tellClient: { state: true }, refusal: { state: true }, said: { state: true }, isMoving: { state: true }, phoneView: { state: true },
  };
  declare mode: string;
  declare date: string;
  /** A booking to open beside the calendar: mails lead to it. */
  declare item: string;
  declare showAll: boolean;
  declare tellClient: boolean;
  declare refusal: ProblemError | undefined;
  declare said: string;
  declare isMoving: boolean;
  declare phoneView: PhoneView;
  #away: ReadonlySet<string> = new Set();
  #columns: readonly Column[] = [];
  #hours: Span = { from: 480, until: 1080 };
  #tick: ReturnType<typeof setInterval> | undefined;
  readonly #narrow = new MediaController(this, '(max-width: 719px)');
  readonly #calendar = new QueryController<Calendar>(this, () => calendarSource(startOfWeek(this.#day, firstWeekday()), 7));
  readonly #services = new QueryController(this, () => services);
  readonly #glow = new GlowController(this, () => this.#calendar.value);
  readonly #drag = new CalendarDragController(this, {
    columns: () => this.#columns, hours: () => this.#hours, itemOf: (id) => this.#item(id), stepOf: (item) => this.#stepOf(item),
    onMoved: (ghost) => this.#moved(ghost), onDrawn: (ghost) => this.#drawn(ghost),
  });

  constructor() {
    super();
    this.mode = '';
    this.date = '';
    this.item = '';
    this.showAll = false;
    this.tellClient = true;
    this.said = '';
    this.isMoving = false;
    this.phoneView = localStorage.getItem(phoneKey) === 'hours' ? 'hours' : 'list';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(calendarStyles);
    this.#tick = setInterval(() => this.requestUpdate(), 30_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  get #day(): string {
    return /^\d{4}-\d{2}-\d{2}$/.test(this.date) ? this.date : today();
  }

  /** The columns that are drawn: a phone has room for one day. */
  get #drawnMode(): CalendarMode {
    return this.#narrow.matches ? 'day' : this.#mode;
  }

  get #mode(): CalendarMode {
    const wanted = this.mode || localStorage.getItem(modeKey);
    return wanted === 'day' ? 'day' : 'week';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('mode') || changed.has('date')) this.#forgetMove();
    if (this.mode) localStorage.setItem(modeKey, this.#mode);
    const calendar = this.#calendar.value;
    if (!calendar) return;
    const shown = calendar.providers.map(({ id }) => id).filter((id) => !this.#away.has(id)).slice(0, this.#narrow.matches ? widestOnPhone : undefined);
    this.#columns = columnsOf({ calendar, mode: this.#drawnMode, date: this.#day, isShown: (id) => shown.includes(id) });
    this.#hours = hoursShown(this.#columns, this.showAll);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('item') && this.item) openBookingSheet(this.item);
  }

  protected override render(): TemplateResult {
    const calendar = this.#calendar.value;
    return html`<div class="page calendar-page">
      ${calendarBar({
        mode: this.#mode, date: this.#day, isNarrow: this.#narrow.matches, phoneView: this.phoneView, onPhoneView: (view) => this.#choosePhoneView(view), providers: calendar?.providers ?? [], isAway: (id) => this.#away.has(id),
        onGo: (date, mode) => go(`#/calendar/${mode ?? this.#mode}/${date}`), onToggle: (id) => this.#toggle(id), onBook: () => openBookSheet({}),
      })}
      ${staleNote(this.#calendar)}
      ${calendar ? this.#body(calendar) : waiting(this.#calendar, 8)}
      <p class="visually-hidden" role="status" aria-live="polite">${this.said}</p>
    </div>`;
  }

  #body(calendar: Calendar): TemplateResult {
    if (calendar.providers.length === 0) {
      return html`<div class="empty"><p>Nobody can be booked yet.</p><a class="button primary" href="#/settings/providers">Add a provider and their hours</a></div>`;
    }
    const onGo = (date: string): void => go(`#/calendar/${this.#mode}/${date}`);
    if (!this.#narrow.matches) return this.#grid(calendar);
    return html`${dayStrip({ calendar, date: this.#day, onGo })}${this.phoneView === 'hours' ? this.#grid(calendar)
      : agenda({ calendar, date: this.#day, isFresh: this.#glow.isFresh, onOpen: (item) => this.#open(item), onMove: (item) => openBookingSheet(item.id, 'move') })}`;
  }

  #grid(calendar: Calendar): TemplateResult {
    return html`${calendarGrid({
      calendar, columns: this.#columns, hours: this.#hours, mode: this.#drawnMode, ghost: this.#drag.ghost, isDragging: this.#drag.isDragging, now: now(), isFresh: this.#glow.isFresh, showAll: this.showAll,
      onPress: this.#drag.press, onClick: this.#clicked, onKey: this.#pressed, onShowAll: () => { this.showAll = !this.showAll; },
      onDay: (date) => go(`#/calendar/day/${date}`), ghostLabel: (ghost) => this.#ghostLabel(ghost),
    })}${this.#moveBar(calendar)}`;
  }

  #choosePhoneView(view: PhoneView): void {
    this.phoneView = view;
    localStorage.setItem(phoneKey, view);
    this.#forgetMove();
  }

  #moveBar(calendar: Calendar): TemplateResult | typeof nothing {
    const { ghost } = this.#drag;
    if (!ghost?.isSettled || ghost.item?.kind !== 'booking' || this.#drag.isDragging) return nothing;
    return moveBar({
      booking: ghost.item.booking, target: this.#ghostLabel(ghost), tellClient: this.tellClient, refusal: this.refusal, isMoving: this.isMoving,
      provider: calendar.providers.find(({ id }) => id === this.#targetOf(ghost).providerId)?.name ?? '',
      onTell: (tell) => { this.tellClient = tell; }, onMove: () => void this.#confirm(ghost), onKeep: () => this.#forgetMove(), onNearest: (startsAt) => void this.#confirm(ghost, startsAt),
    });
  }

  #toggle(id: string): void {
    const away = new Set(this.#away);
    if (!away.delete(id)) away.add(id);
    this.#away = away;
    this.requestUpdate();
  }

  #item(id: string): CalendarItem | undefined {
    return this.#calendar.value && itemsOf(this.#calendar.value).find((item) => item.id === id);
  }

  #stepOf(item: CalendarItem): number {
    if (item.kind === 'block') return 15;
    return this.#services.value?.items.find(({ id }) => id === item.booking.serviceId)?.intervalMinutes ?? 15;
  }

  #open(item: CalendarItem): void {
    if (item.kind === 'booking') openBookingSheet(item.id);
    else openBlockSheet(item.block);
  }

  readonly #clicked = (event: MouseEvent): void => {
    if (this.#drag.takeClick()) return;
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')?.dataset['item'];
    const item = id ? this.#item(id) : undefined;
    if (item) {
      this.#forgetMove();
      this.#open(item);
      return;
    }
    const place = this.#drag.timeAt(event.clientX, event.clientY);
    if (place) openBookSheet({ mayBlock: true, startsAt: this.#instant(place.column, place.minute), providerId: place.column.providerId });
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')?.dataset['item'];
    const item = id ? this.#item(id) : undefined;
    const act = item && keyAct(event, item, this.#drag.ghost);
    if (!item || !act) return;
    event.preventDefault();
    if (act.kind === 'keep') return void this.#confirm(act.ghost);
    if (act.kind === 'leave') return this.#forgetMove();
    this.refusal = undefined;
    const next = act.kind === 'move' ? this.#drag.nudge(item, act.steps * this.#stepOf(item), act.columns) : this.#drag.stretch(item, act.steps * 15);
    this.said = next ? `${itemWords(item)} to ${this.#ghostLabel(next)}. Enter ${act.kind === 'move' ? 'moves' : 'keeps'} it, Escape leaves it.` : '';
    return undefined;
  };

  #moved(ghost: Ghost): void {
    const { item } = ghost;
    const to = this.#targetOf(ghost);
    if (!item || (to.startsAt === item.startsAt && to.endsAt === item.endsAt && to.providerId === item.providerId)) return this.#forgetMove();
    this.refusal = undefined;
    if (item.kind === 'block') void this.#confirm(ghost);
    return undefined;
  }

  #drawn(ghost: Ghost): void {
    const column = this.#columns.find(({ key }) => key === ghost.columnKey);
    if (!column) return;
    openBookSheet({ mayBlock: true, startsAt: this.#instant(column, ghost.from), endsAt: this.#instant(column, ghost.until), providerId: column.providerId });
    this.#drag.drop();
  }

  #instant(column: Column, minute: number): string {
    return instantOf(column.date, minute, theHouse().timeZone);
  }

  #targetOf(ghost: Ghost): CalendarTarget {
    return targetOf(ghost, this.#columns, theHouse().timeZone);
  }

  async #confirm(ghost: Ghost, startsAt?: string): Promise<void> {
    const { item } = ghost;
    const to = this.#targetOf(ghost);
    if (!item || this.isMoving) return;
    if (item.kind === 'block') {
      this.#drag.drop();
      await shiftBlock(item.block, to);
      return;
    }
    this.isMoving = true;
    this.refusal = await moveBooking(item.booking, { startsAt: startsAt ?? to.startsAt, providerId: to.providerId }, this.tellClient);
    this.isMoving = false;
    this.said = this.refusal ? this.refusal.message : 'Moved.';
    if (this.refusal) return;
    this.#forgetMove();
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-item="${item.id}"]`)?.focus();
  }

  #forgetMove(): void {
    this.refusal = undefined;
    this.#drag.drop();
  }

  #ghostLabel(ghost: Ghost): string {
    const column = this.#columns.find(({ key }) => key === ghost.columnKey);
    const times = `${minuteLabel(ghost.from)} – ${minuteLabel(ghost.until)}`;
    return column ? `${columnWords(column, this.#calendar.value, this.#drawnMode)}, ${times}` : times;
  }
}

customElements.define('portico-calendar', PorticoCalendar);
