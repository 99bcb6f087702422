import type { Closure } from '@portico/contract/bookings/hours.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { addClosure, closures, providers, removeClosure } from '../api/bookings.ts';
import { invalidate } from '../api/cache.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { mayAdminister } from '../app/session.ts';
import { dayTrouble, isDay } from '../ui/day-text.ts';
import { choiceField, dateField, saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { longDay, today } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';

/** Whole days on which nobody, or one provider, can be booked. */
export class PorticoClosures extends LightElement {
  readonly #closures = new QueryController(this, () => closures);
  readonly #providers = new QueryController(this, () => providers);
  readonly #form = new FormController(this, { providerId: '', firstDate: '', lastDate: '', reason: '' });

  protected override render(): TemplateResult {
    const list = this.#closures.value?.items;
    const coming = (list ?? []).filter(({ lastDate }) => lastDate >= today()).sort((a, b) => a.firstDate.localeCompare(b.firstDate));
    return html`<div class="title-row"><h2 class="title">Closed days</h2></div><p class="lead">Nobody can book on these days. Bookings that are already there stay.</p>${staleNote(this.#closures)}
      ${list ? (coming.length > 0 ? html`<ul class="rows">${coming.map((closure) => this.#row(closure))}</ul>` : html`<p class="meta">None are planned.</p>`) : waiting(this.#closures, 2)}
      ${mayAdminister() ? this.#addForm() : nothing}`;
  }

  #row(closure: Closure): TemplateResult {
    const who = closure.providerId ? this.#providers.value?.items.find(({ id }) => id === closure.providerId)?.name ?? '' : 'Everybody';
    const days = closure.firstDate === closure.lastDate ? longDay(closure.firstDate) : `${longDay(closure.firstDate)} – ${longDay(closure.lastDate)}`;
    return html`<li><span class="grow"><span class="name">${days}</span><span class="meta">${[closure.reason, who].filter(Boolean).join(' · ')}</span></span>
      ${mayAdminister() ? html`<button type="button" aria-label="Open again: ${days}" @click=${() => void this.#remove(closure)}>Open again</button>` : nothing}</li>`;
  }

  #addForm(): TemplateResult {
    const choices = [{ value: '', label: 'Everybody' }, ...(this.#providers.value?.items ?? []).filter(({ archived }) => !archived).map(({ id, name, colour }) => ({ value: id, label: name, colour }))];
    return html`<section class="section"><h2>Close for some days</h2><form novalidate @submit=${this.#add}>
      <div class="pair">${dateField(this.#form, 'firstDate', { label: 'First day', min: today(), onChoose: (day) => { if (isDay(day) && this.#form.draft.lastDate < day) this.#form.set('lastDate', day); } })}
        ${dateField(this.#form, 'lastDate', { label: 'Last day', min: isDay(this.#form.draft.firstDate) ? this.#form.draft.firstDate : today() })}</div>
      <div class="pair">${choiceField(this.#form, 'providerId', { label: 'Who', choices })}${textField(this.#form, 'reason', { label: 'Why', isOptional: true, maxlength: 120 })}</div>
      ${saveRow(this.#form, { label: 'Close these days' })}</form></section>`;
  }

  readonly #add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { providerId, firstDate, lastDate, reason } = this.#form.draft;
    if (this.#form.refuse({ firstDate: dayTrouble(firstDate), lastDate: dayTrouble(lastDate) || (lastDate < firstDate ? 'The last day comes on or after the first.' : '') })) return;
    const added = await this.#form.send(() => addClosure({ providerId: providerId || null, firstDate, lastDate, reason }));
    if (!added) return;
    this.#form.fill({ providerId: '', firstDate: '', lastDate: '', reason: '' });
    invalidate('closures', 'calendar', 'slots');
  };

  async #remove({ id, providerId, firstDate, lastDate, reason }: Closure): Promise<void> {
    try {
      await removeClosure(id);
      invalidate('closures', 'calendar', 'slots');
      const back = (): void => { void addClosure({ providerId, firstDate, lastDate, reason }).then(() => invalidate('closures', 'calendar', 'slots'))
        .catch((error: unknown) => toast({ text: sentenceOf(error), tone: 'refused' })); };
      toast({ text: 'These days are open again.', action: { label: 'Undo', run: back } });
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
    }
  }
}

customElements.define('portico-closures', PorticoClosures);
