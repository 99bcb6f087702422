import type { SlotDay, SlotMonth, SlotTime } from '@portico/contract/bookings/slots.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { freeTimesOf } from './slot-month.ts';
import type { Say } from './translate.ts';

export interface DayTimes {
  readonly say: Say;
  readonly month: SlotMonth;
  readonly day: SlotDay | undefined;
  readonly chosen: string | undefined;
  /** The time that Tab reaches. */
  readonly focusable: string | undefined;
  /** Tinted for a second: they changed while somebody looked. */
  readonly changed: ReadonlySet<string>;
  /** What a chosen time grows into. */
  readonly confirmation: TemplateResult | typeof nothing;
  readonly nextFree: { readonly name: string } | null;
  /** The page has no room for all of them before somebody clicks: on the button or anywhere else. */
  readonly isCut: boolean;
  onTime(time: SlotTime): void;
  onKey(event: KeyboardEvent): void;
  onNextFree(): void;
}

const parts = ['morning', 'afternoon', 'evening'] as const;

/** The times of the chosen day, or where the next ones are. */
export function dayTimes(view: DayTimes): TemplateResult {
  const { day, say } = view;
  if (!day) return html`<div class="times">${noneFree(view)}</div>`;
  return html`
    <div class="times-place">
      <div class="times ${view.isCut ? 'cut' : ''}" role="group" aria-label=${say('timesOn', { day: day.name })}>
        <p class="day-name" aria-hidden="true">${day.name}</p>
        ${parts.map((part) => timesOfPart(view, day, part))}
        ${freeTimesOf(day).length === 0 ? noneFree(view) : nothing}
      </div>
      ${view.isCut ? html`<button type="button" class="secondary more" part="button" data-action="more">${say('moreTimes')}</button>` : nothing}
    </div>
  `;
}

function noneFree({ say, month, day, nextFree, onNextFree }: DayTimes): TemplateResult {
  if (!nextFree) return html`<p class="sentence" part="empty">${say('nothingFree')}</p>`;
  const isMonthEmpty = month.days.every((other) => freeTimesOf(other).length === 0);
  return html`
    <p class="sentence" part="empty">${day && !isMonthEmpty ? say('dayEmpty') : say('monthEmpty', { month: month.monthName })}</p>
    <button type="button" class="secondary next-free" part="button" data-action="next-free" @click=${() => onNextFree()}>
      ${say('nextFree', { day: nextFree.name })}
    </button>
  `;
}

function timesOfPart(view: DayTimes, day: SlotDay, part: (typeof parts)[number]): TemplateResult | typeof nothing {
  const times = day.times.filter((time) => time.part === part);
  if (times.length === 0) return nothing;
  return html`
    <p class="part-name" id="part-${part}">${view.say(part)}</p>
    <ul class="slots" role="list" aria-labelledby="part-${part}">
      ${times.map((time) => slot(view, day, time))}
    </ul>
  `;
}

const spoken = { own: 'own', free: 'available', taken: 'taken' } as const;

function slot(view: DayTimes, day: SlotDay, time: SlotTime): TemplateResult {
  const isChosen = time.startsAt === view.chosen;
  const state = time.own ? 'own' : time.free ? 'free' : 'taken';
  const states = [isChosen && 'selected', state, view.changed.has(time.startsAt) && 'changed'].filter((one) => one !== false);
  return html`
    <li class=${isChosen ? 'grown' : nothing}>
      <button type="button" class="slot ${states.join(' ')}" part=${['slot', ...states.map((one) => `slot-${one}`)].join(' ')}
        data-time=${time.startsAt} tabindex=${time.startsAt === view.focusable ? 0 : -1}
        aria-label=${view.say(spoken[state], { day: day.name, time: time.label })}
        aria-disabled=${time.free ? nothing : 'true'} aria-expanded=${time.free ? isChosen : nothing}
        @click=${() => time.free && view.onTime(time)} @keydown=${(event: KeyboardEvent) => view.onKey(event)}>${time.label} ${time.own ? html`<small>${view.say('ownTime')}</small>` : nothing}</button>
      ${isChosen ? view.confirmation : nothing}
    </li>
  `;
}
