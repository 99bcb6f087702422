import type { Calendar, CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { civilOf, instantOf } from '../ui/civil-time.ts';
import { cssVars } from '../ui/css-vars.ts';
import { longDay, minuteLabel, theHouse, time, today, weekdayShort } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import type { CalendarMode, Column, Placed, Span } from './calendar-layout.ts';
import type { Edge, Ghost } from './drag-ghosts.ts';
import { initialsOf, itemWords, shortName } from './spoken-names.ts';

export interface CalendarGrid {
  readonly calendar: Calendar;
  readonly columns: readonly Column[];
  readonly hours: Span;
  readonly mode: CalendarMode;
  readonly ghost: Ghost | undefined;
  readonly isDragging: boolean;
  readonly now: number;
  readonly showAll: boolean;
  readonly isFresh: (id: string) => boolean;
  readonly ghostLabel: (ghost: Ghost) => string;
  readonly onPress: (event: PointerEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onShowAll: () => void;
  readonly onDay: (date: string) => void;
}

/** Hours down, days or people across. */
export function calendarGrid(grid: CalendarGrid): TemplateResult {
  const { columns, hours, showAll, isDragging } = grid;
  const lines = Array.from({ length: Math.floor((hours.until - hours.from) / 60) + 1 }, (_, index) => hours.from + index * 60);
  return html`<div class="calendar ${isDragging ? 'dragging' : ''}" ${cssVars({ '--columns': columns.length, '--first': hours.from, '--minutes': hours.until - hours.from })}>
    <div class="calendar-heads"><button type="button" class="quiet all-hours" @click=${grid.onShowAll}>${showAll ? 'Working hours' : 'All hours'}</button>
      ${columns.map((column) => columnHead(grid, column))}</div>
    <div class="calendar-body">
      <div class="gutter" aria-hidden="true">${lines.slice(1, -1).map((minute) => html`<span ${cssVars({ '--from': minute })}>${minuteLabel(minute)}</span>`)}</div>
      ${columns.map((column) => columnBody(grid, column))}
    </div></div>`;
}

function columnHead({ mode, calendar, onDay }: CalendarGrid, { date, providerId }: Column): TemplateResult {
  if (mode === 'day') {
    const provider = calendar.providers.find(({ id }) => id === providerId);
    return html`<div class="column-head"><portico-swatch .colour=${provider?.colour ?? ''}></portico-swatch><span class="name" title=${provider?.name ?? ''}>${provider?.name}</span></div>`;
  }
  return html`<div class="column-head ${date === today() ? 'is-today' : ''}"><button type="button" class="quiet" aria-label="${weekdayShort(date)} ${Number(date.slice(8))}, open ${longDay(date)}" @click=${() => onDay(date)}>
    <span class="meta">${weekdayShort(date)}</span> <span class="day-number">${Number(date.slice(8))}</span></button></div>`;
}

function columnBody(grid: CalendarGrid, column: Column): TemplateResult {
  const { calendar, mode, ghost, hours } = grid;
  const provider = calendar.providers.find(({ id }) => id === column.providerId);
  const inside = (span: Span): boolean => span.until > hours.from && span.from < hours.until;
  return html`<div class="column" data-column=${column.key} role="group" aria-label=${mode === 'day' ? `${provider?.name ?? ''}, ${longDay(column.date)}` : longDay(column.date)}
    @pointerdown=${grid.onPress} @click=${grid.onClick} @keydown=${grid.onKey}>
    ${column.closed.filter(inside).map((span) => html`<div class="closed" ${cssVars({ '--from': Math.max(span.from, hours.from), '--until': Math.min(span.until, hours.until) })}></div>`)}
    ${column.placed.flatMap(({ item, buffers, lane, lanes }) => buffers.map((span) => html`<div class="buffer" ${cssVars({ '--from': span.from, '--until': span.until, '--lane': lane, '--lanes': lanes, '--colour': colourOf(grid, item.providerId) })}></div>`))}
    ${repeat(column.placed, ({ item }) => item.id, (placed) => thing(grid, column, placed))}
    ${ghost?.columnKey === column.key ? ghostBox(grid, ghost) : nothing}
    ${nowLine(grid, column)}</div>`;
}

function thing({ calendar, ghost, isFresh, mode }: CalendarGrid, column: Column, placed: Placed): TemplateResult {
  const { item, from, until, lane, lanes } = placed;
  const length = until - from;
  const state = item.kind === 'block' ? 'block' : item.booking.status;
  const classes = ['thing', state, length < 30 ? 'small' : length <= 30 ? 'short' : length >= 60 ? 'tall' : '', isFresh(item.id) ? 'fresh' : '', ghost?.item?.id === item.id ? 'lifted' : ''].join(' ');
  const words = itemWords(item, mode === 'week' && calendar.providers.length > 1 ? calendar : undefined);
  const vars = cssVars({ '--from': from, '--until': until, '--lane': lane, '--lanes': lanes, '--colour': colourOf({ calendar }, item.providerId) });
  return html`<button type="button" class=${classes} data-item=${item.id} aria-label=${words} title=${words} ${vars}>${item.kind === 'booking' ? bookingWords(item.booking) : html`
    <span class="what">${item.block.note || 'Blocked'}</span>${edge('start', column, placed)}${edge('end', column, placed)}`}</button>`;
}

/** The same name three times: the style shows the longest that fits. The short ones are for the eye only, the spoken name is always whole. */
function bookingWords({ clientName, serviceName, startsAt, status }: CalendarBooking): TemplateResult {
  return html`<span class="thing-words"><span class="who-line">${status === 'done' ? icon('check') : nothing}<span class="full-name">${clientName}</span><span class="short-name" data-short=${shortName(clientName)}></span><span class="initials" data-short=${initialsOf(clientName)}></span></span>
    <span class="what"><time>${time(startsAt)}</time> <span class="service-name">${serviceName}</span></span></span>`;
}

/** Where blocked time can be made longer or shorter: only at its true ends, not where midnight cuts it. */
function edge(which: Edge, { date }: Column, { item, from, until }: Placed): TemplateResult | typeof nothing {
  const [minute, instant] = which === 'start' ? [from, item.startsAt] : [until, item.endsAt];
  return Date.parse(instantOf(date, minute, theHouse().timeZone)) === Date.parse(instant) ? html`<span class="edge ${which}" data-edge=${which}></span>` : nothing;
}

function ghostBox({ calendar, ghostLabel }: CalendarGrid, ghost: Ghost): TemplateResult {
  const colour = ghost.item ? colourOf({ calendar }, ghost.item.providerId) : 'var(--accent)';
  return html`<div class="ghost" aria-hidden="true" ${cssVars({ '--from': ghost.from, '--until': ghost.until, '--colour': colour })}><span>${ghostLabel(ghost)}</span></div>`;
}

const colourOf = ({ calendar }: Pick<CalendarGrid, 'calendar'>, providerId: string): string => calendar.providers.find(({ id }) => id === providerId)?.colour ?? 'gray';

function nowLine({ now, hours }: CalendarGrid, { date }: Column): TemplateResult | typeof nothing {
  const wall = civilOf(now, theHouse().timeZone);
  if (wall.date !== date || wall.minute < hours.from || wall.minute > hours.until) return nothing;
  return html`<div class="now" aria-hidden="true" ${cssVars({ '--from': wall.minute })}></div>`;
}
