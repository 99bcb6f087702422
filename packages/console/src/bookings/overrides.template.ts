import type { DateOverride } from '@portico/contract/bookings/hours.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { addDays } from '../ui/civil-time.ts';
import { dayTrouble } from '../ui/day-text.ts';
import { longDay, today } from '../ui/formats.ts';
import { addRange, troubleWith, type Range } from '../ui/hours-rules.ts';
import { icon } from '../ui/icon.template.ts';
import '../ui/portico-date.ts';
import type { PorticoDate } from '../ui/portico-date.ts';
import { timeField } from '../ui/time-field.template.ts';

export interface OverridesEditor {
  readonly overrides: readonly DateOverride[];
  readonly onChange: (overrides: readonly DateOverride[]) => void;
}

/** Single dates with other hours, or none. Past ones are kept but not shown. */
export function overridesEditor({ overrides, onChange }: OverridesEditor): TemplateResult {
  const coming = overrides.filter(({ date }) => date >= today()).sort((a, b) => a.date.localeCompare(b.date));
  const change = (date: string, ranges: readonly Range[] | undefined): void => {
    const others = overrides.filter((override) => override.date !== date);
    onChange(ranges ? [...others, { date, ranges: [...ranges] }] : others);
  };
  const limits = { min: today(), max: addDays(today(), 730) };
  const add = ({ target, detail: day }: CustomEvent<string>): void => {
    if (dayTrouble(day, limits)) return;
    if (!overrides.some(({ date }) => date === day)) change(day, []);
    (target as PorticoDate).value = '';
  };
  return html`<div class="overrides">${coming.map(({ date, ranges }) => overrideRow(date, ranges, change))}
    <div class="override-row"><label for="new-override">Another day</label><portico-date class="grow" .fieldId=${'new-override'} .label=${'Another day'} .min=${limits.min} .max=${limits.max} @choose-day=${add}></portico-date></div></div>`;
}

function overrideRow(date: string, ranges: readonly Range[], change: (date: string, ranges: readonly Range[] | undefined) => void): TemplateResult {
  const trouble = troubleWith(ranges);
  const day = longDay(date);
  const edit = (index: number, part: Partial<Range>): void => change(date, ranges.map((range, place) => (place === index ? { ...range, ...part } : range)));
  return html`<div class="override-row" role="group" aria-label=${day}><span class="grow name">${day}</span>
    ${ranges.length === 0 ? html`<span class="meta">Closed</span>` : nothing}
    ${ranges.map((range, index) => html`<span class="hours-range">${timeField({ minute: range.startMinute, label: `${day}, from`, isInvalid: trouble !== '', onChange: (startMinute) => edit(index, { startMinute }) })}<span aria-hidden="true">–</span>${timeField({ minute: range.endMinute, label: `${day}, until`, isInvalid: trouble !== '', onChange: (endMinute) => edit(index, { endMinute }) })}
      <button type="button" class="icon-button" aria-label="Remove these hours" @click=${() => change(date, ranges.filter((_, place) => place !== index))}>${icon('close')}</button></span>`)}
    <button type="button" class="quiet" @click=${() => change(date, addRange(ranges))}>Add hours</button>
    <button type="button" class="icon-button" aria-label="As usual on ${day}" @click=${() => change(date, undefined)}>${icon('trash')}</button>
    ${trouble ? html`<p class="error">${trouble}</p>` : nothing}</div>`;
}
