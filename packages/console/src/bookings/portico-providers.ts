import type { ProviderSettings } from '@portico/contract/bookings/providers.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { providers } from '../api/bookings.ts';
import { mayAdminister } from '../app/session.ts';
import { duration, minuteLabel } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { weekdayName } from '../ui/portico-hours.ts';
import { QueryController } from '../ui/query-controller.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import './portico-provider-editor.ts';

/** Who can be booked, and when. */
export class PorticoProviders extends LightElement {
  static override properties = { item: {} };
  declare item: string;
  readonly #providers = new QueryController(this, () => providers);

  protected override render(): TemplateResult {
    const list = this.#providers.value?.items;
    if (!list) return html`${waiting(this.#providers, 4)}`;
    const chosen = list.find(({ id }) => id === this.item);
    if (this.item === 'new' || chosen) return html`<portico-provider-editor .provider=${chosen}></portico-provider-editor>`;
    return html`<div class="title-row"><h2 class="title">Providers and hours</h2>${mayAdminister() ? html`<a class="button primary" href="#/settings/providers/new">Add a provider</a>` : nothing}</div>
      <p class="lead">A provider is a person, a room or a thing that one client can book at a time.</p>${staleNote(this.#providers)}
      <ul class="rows">${[...list].sort((a, b) => Number(a.archived) - Number(b.archived) || a.position - b.position).map(providerRow)}</ul>`;
  }
}

function providerRow({ id, name, colour, archived, weeklyHours }: ProviderSettings): TemplateResult {
  return html`<li><a class="row-link grow" href="#/settings/providers/${id}"><span class="name"><portico-swatch .colour=${colour}></portico-swatch>${name}</span><span class="meta">${hoursInWords(weeklyHours)}</span></a>${archived ? html`<span class="status">No longer booked</span>` : nothing}</li>`;
}

function hoursInWords(hours: ProviderSettings['weeklyHours']): string {
  if (hours.length === 0) return 'No hours yet: cannot be booked';
  const days = [...new Set(hours.map(({ weekday }) => weekday))].sort();
  const total = hours.reduce((sum, { startMinute, endMinute }) => sum + endMinute - startMinute, 0);
  const from = Math.min(...hours.map(({ startMinute }) => startMinute));
  const until = Math.max(...hours.map(({ endMinute }) => endMinute));
  return `${runsOf(days).map((run) => (run.length > 2 ? [run[0], run.at(-1)] : run).map((day) => weekdayName(day ?? 1, 'short')).join(run.length > 2 ? ' – ' : ', ')).join(', ')} · ${minuteLabel(from)} – ${minuteLabel(until)} · ${duration(total)} a week`;
}

/** Days that follow each other, together. */
function runsOf(days: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

customElements.define('portico-providers', PorticoProviders);
