// A peer's calendar with the same free times, as its documentation shows it.
import { createCalendar, TimeGrid } from '@event-calendar/core';
import '@event-calendar/core/index.css';

const { times, date } = await (await fetch(new URL('times.json', import.meta.url))).json();
createCalendar(document.querySelector('#calendar'), [TimeGrid], {
  view: 'timeGridWeek', date, slotMinTime: '07:00', slotMaxTime: '18:00',
  events: times.map(({ startsAt, endsAt, label }) => ({ start: startsAt, end: endsAt, title: label, className: 'free' })),
});
