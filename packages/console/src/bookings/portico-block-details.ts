import type { Block } from '@portico/contract/bookings/hours.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { providers } from '../api/bookings.ts';
import { civilOf, instantOf } from '../ui/civil-time.ts';
import { dayTrouble } from '../ui/day-text.ts';
import { choiceField, dateField, saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { dayOf, moment, theHouse, timeRange } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { closeSheet } from '../ui/sheet.ts';
import { timeField } from '../ui/time-field.template.ts';
import { dropBlock, shiftBlock } from './calendar-changes.ts';

/** Time that is kept free, in the side sheet: look, change, open again. */
export class PorticoBlockDetails extends LightElement {
  static override properties = { block: { attribute: false } };
  declare block: Block;
  readonly #providers = new QueryController(this, () => providers);
  readonly #form = new FormController(this, { firstDay: '', from: 0, lastDay: '', until: 0, providerId: '', note: '' });

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('block')) return;
    const { startsAt, endsAt, providerId, note } = this.block;
    const [start, end] = [civilOf(startsAt, theHouse().timeZone), civilOf(endsAt, theHouse().timeZone)];
    this.#form.fill({ firstDay: start.date, from: start.minute, lastDay: end.date, until: end.minute, providerId, note });
  }

  protected override render(): TemplateResult {
    const { startsAt, endsAt } = this.block;
    const isOneDay = dayOf(startsAt) === dayOf(endsAt);
    return html`<div class="booking-facts">
        <p class="booking-when">${isOneDay ? html`${dayOf(startsAt)}<br>${timeRange(startsAt, endsAt)}` : html`${moment(startsAt)} –<br>${moment(endsAt)}`}</p>
        <p class="meta">Nobody can book this time.</p></div>
      ${this.#changeForm(isOneDay)}`;
  }

  #changeForm(isOneDay: boolean): TemplateResult {
    const form = this.#form;
    const choices = (this.#providers.value?.items ?? []).filter(({ archived, id }) => !archived || id === this.block.providerId).map(({ id, name, colour }) => ({ value: id, label: name, colour }));
    const trouble = form.errors['until'];
    const clock = (name: 'from' | 'until', label: string): TemplateResult => html`<div class="field"><span class="label">${label}</span>${timeField({
      minute: form.draft[name], label, isInvalid: name === 'until' && Boolean(trouble), describedBy: trouble ? 'block-until-error' : undefined,
      onChange: (minute) => { form.set(name, minute); if (name === 'from') form.set('until', form.draft.until); },
    })}</div>`;
    return html`<form class="sheet-part" novalidate @submit=${this.#save}>
      ${dateField(form, 'firstDay', { label: isOneDay ? 'Day' : 'First day', onChoose: (day) => { if (isOneDay) form.set('lastDay', day); } })}
      ${isOneDay ? nothing : dateField(form, 'lastDay', { label: 'Last day', min: form.draft.firstDay })}
      <div class="clock-pair">${clock('from', 'From')}${clock('until', 'Until')}</div>${trouble ? html`<p class="error" id="block-until-error" role="alert">${trouble}</p>` : nothing}
      ${choices.length > 1 ? choiceField(form, 'providerId', { label: 'Who', choices }) : nothing}
      ${textField(form, 'note', { label: 'What for', isOptional: true, hint: 'Only you and your team see it.', maxlength: 200 })}
      ${saveRow(form, { label: 'Change', rest: html`<button type="button" class="quiet" @click=${() => { closeSheet(); void dropBlock(this.block); }}>Open this time again</button>` })}</form>`;
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { firstDay, from, lastDay, until, providerId, note } = this.#form.draft;
    const dayWrong = { firstDay: dayTrouble(firstDay), lastDay: dayTrouble(lastDay) };
    if (this.#form.refuse(dayWrong)) return;
    const { timeZone } = theHouse();
    const to = { startsAt: instantOf(firstDay, from, timeZone), endsAt: instantOf(lastDay, until, timeZone), providerId, note };
    if (this.#form.refuse({ until: to.endsAt > to.startsAt ? '' : 'End after the start.' })) return;
    closeSheet();
    await shiftBlock(this.block, to);
  };
}

customElements.define('portico-block-details', PorticoBlockDetails);
