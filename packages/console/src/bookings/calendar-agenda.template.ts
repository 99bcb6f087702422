import type { Calendar } from '@portico/contract/bookings/calendar.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { addDays } from '../ui/civil-time.ts';
import { dayInWords, inSentence, longDay, time, timeRange, today, weekdayShort } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import { statusTone, statusWords } from './booking-words.ts';
import { itemsOf, spanOn, type CalendarItem } from './calendar-layout.ts';
import { itemWords } from './spoken-names.ts';

export interface Agenda {
  readonly calendar: Calendar;
  readonly date: string;
  readonly isFresh: (id: string) => boolean;
  readonly onOpen: (item: CalendarItem) => void;
  readonly onMove: (item: CalendarItem) => void;
}

/** On a phone: a week of days to choose from. */
export function dayStrip({ calendar, date, onGo }: Pick<Agenda, 'calendar' | 'date'> & { readonly onGo: (date: string) => void }): TemplateResult {
  return html`<div class="day-strip" role="group" aria-label="Days">
      <button type="button" class="icon-button" aria-label="The week before" @click=${() => onGo(addDays(date, -7))}>${icon('left')}</button>
      ${calendar.days.map((day) => html`<button type="button" class="strip-day ${day.date === today() ? 'is-today' : ''}" aria-pressed=${day.date === date} aria-label="${weekdayShort(day.date)} ${Number(day.date.slice(8))}, ${longDay(day.date)}" @click=${() => onGo(day.date)}>
        <span class="meta">${weekdayShort(day.date)}</span> <span class="day-number">${Number(day.date.slice(8))}</span></button>`)}
      <button type="button" class="icon-button" aria-label="The week after" @click=${() => onGo(addDays(date, 7))}>${icon('right')}</button></div>`;
}

/** On a phone: the chosen day as a list. */
export function agenda(view: Agenda): TemplateResult {
  const { calendar, date } = view;
  const items = itemsOf(calendar).filter(({ startsAt, endsAt }) => spanOn(date, startsAt, endsAt, calendar.timeZone))
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const bookings = items.filter(({ kind }) => kind === 'booking').length;
  return html`<h2 class="agenda-day">${dayInWords(date)} <span class="meta">${bookings > 0 ? `${bookings} booked` : ''}</span></h2>
    ${items.length === 0 ? html`<div class="empty"><p>Nothing booked ${inSentence(dayInWords(date))}.</p></div>` : html`<ul class="agenda">${items.map((item) => agendaRow(view, item))}</ul>`}`;
}

function agendaRow({ calendar, isFresh, onOpen, onMove }: Agenda, item: CalendarItem): TemplateResult {
  const provider = calendar.providers.find(({ id }) => id === item.providerId);
  const who = html`<span class="meta"><portico-swatch .colour=${provider?.colour ?? ''}></portico-swatch>${provider?.name}</span>`;
  const isConfirmed = item.kind === 'booking' && item.booking.status === 'confirmed';
  return html`<li class="agenda-row ${isFresh(item.id) ? 'fresh' : ''} ${item.kind === 'booking' ? item.booking.status : 'block'}">
    <button type="button" class="agenda-open" data-item=${item.id} @click=${() => onOpen(item)}>
      <time>${time(item.startsAt)}</time>
      <span class="grow">${item.kind === 'block' ? html`<span class="name">${item.block.note || 'Blocked'}</span><span class="meta">${timeRange(item.startsAt, item.endsAt)}</span>`
        : html`<span class="name">${item.booking.clientName}</span><span class="meta">${item.booking.serviceName}</span>`}${who}
        ${item.kind === 'booking' && !isConfirmed ? html`<span class="status ${statusTone[item.booking.status]}">${statusWords[item.booking.status]}</span>` : nothing}</span></button>
    ${isConfirmed ? html`<button type="button" class="quiet" aria-label="Move ${itemWords(item)}" @click=${() => onMove(item)}>Move</button>` : nothing}</li>`;
}
