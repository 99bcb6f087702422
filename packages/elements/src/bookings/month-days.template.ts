import type { SlotMonth } from '@portico/contract/bookings/slots.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.template.ts';
import type { DayCell, Week } from './slot-month.ts';
import type { Say } from './translate.ts';

export interface MonthDays {
  readonly say: Say;
  readonly digits: (value: number) => string;
  readonly month: SlotMonth;
  readonly weeks: readonly Week[];
  readonly chosen: string | undefined;
  /** The day that Tab reaches. */
  readonly focusable: string | undefined;
  readonly isBusy: boolean;
  onDay(date: string): void;
  onKey(event: KeyboardEvent, cell: DayCell): void;
  onMonth(month: string): void;
  onToday(): void;
}

/** The month: a grid on wide elements, a strip to swipe on narrow ones. One set of buttons for both. */
export function monthDays(view: MonthDays): TemplateResult {
  const { say, month } = view;
  return html`
    <div class="month" aria-busy=${view.isBusy}>
      <div class="month-bar" part="toolbar">
        <p class="month-name" id="month-name">${month.monthName}</p>
        ${month.month === month.today.slice(0, 7) ? nothing : html`
          <button type="button" class="quiet" part="button" @click=${() => view.onToday()}>${say('today')}</button>`}
        ${turn(view, 'left', month.previousMonth, say('previousMonth'))}
        ${turn(view, 'right', month.nextMonth, say('nextMonth'))}
      </div>
      <div class="strip">
        <div class="days" role="grid" aria-label=${say('days', { month: month.monthName })}>
          <div class="week names" role="row">${month.weekdays.map(({ short, long }) => html`
            <span role="columnheader" aria-label=${long}>${short}</span>`)}
          </div>
          ${view.weeks.map((week) => html`<div class="week" role="row">${week.map((cell) =>
            cell ? dayCell(view, cell) : html`<span role="gridcell" class="blank"></span>`)}</div>`)}
        </div>
        ${month.nextMonth ? html`
          <button type="button" class="onward" part="button" @click=${() => view.onMonth(month.nextMonth ?? '')}
            aria-label=${say('nextMonth')}>${icon('right')}</button>` : nothing}
      </div>
    </div>
  `;
}

function turn(view: MonthDays, side: 'left' | 'right', month: string | null, words: string): TemplateResult {
  return html`<button type="button" class="round" part="button" aria-label=${words} ?disabled=${!month}
    @click=${() => month && view.onMonth(month)}>${icon(side)}</button>`;
}

function dayCell(view: MonthDays, cell: DayCell): TemplateResult {
  const isChosen = cell.date === view.chosen;
  const isFree = cell.freeCount > 0;
  const states = [isChosen && 'selected', cell.isToday && 'today', isFree && 'free', cell.isPast && 'past'].filter((state) => state !== false);
  return html`
    <span role="gridcell" aria-selected=${isChosen} class=${cell.isPast ? 'gone' : nothing}>
      <button type="button" class="day ${states.join(' ')}" part=${['day', ...states.map((state) => `day-${state}`)].join(' ')}
        data-date=${cell.date} tabindex=${cell.date === view.focusable ? 0 : -1} aria-label=${spokenDay(view.say, cell)}
        aria-disabled=${cell.isPast ? 'true' : nothing} aria-current=${cell.isToday ? 'date' : nothing}
        @click=${() => cell.isPast || view.onDay(cell.date)} @keydown=${(event: KeyboardEvent) => view.onKey(event, cell)}>
        <span class="weekday" data-short=${cell.weekday}></span>
        <span class="number">${view.digits(cell.dayOfMonth)}</span>
        <span class="mark"></span>
      </button>
    </span>
  `;
}

function spokenDay(say: Say, { name, freeCount, isToday }: DayCell): string {
  const free = freeCount === 0 ? say('noneFree') : say('freeTimes', { count: freeCount });
  return say(isToday ? 'todayFree' : 'dayFree', { day: name, free });
}
