import type { ProviderSettings } from '@portico/contract/bookings/providers.ts';
import type { ServiceSettings } from '@portico/contract/bookings/services.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { addService, changeService } from '../api/bookings.ts';
import { invalidate } from '../api/cache.ts';
import { go } from '../app/router.ts';
import { choiceField, saveRow, segmentField, textArea, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { duration, theHouse } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { picksField } from '../ui/picks-field.template.ts';
import { draftOf, readService, type ServiceDraft } from './service-draft.ts';

const notices = [0, 30, 60, 120, 240, 720, 1440, 2880, 10_080];
const offsets = [15, 60, 120, 1440, 2880, 10_080];

/** One service: what it is, where, when, and what clients may do. */
export class PorticoServiceEditor extends LightElement {
  static override properties = { service: { attribute: false }, providers: { attribute: false } };
  declare service: ServiceSettings | undefined;
  declare providers: readonly ProviderSettings[];
  readonly #form = new FormController<ServiceDraft>(this, draftOf(undefined, []));
  #filledFor: string | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    const key = this.service?.id ?? 'new';
    if (!changed.has('service') || (this.#filledFor === key && this.#form.isDirty)) return;
    if (this.#filledFor !== key) this.#form.fill(draftOf(this.service, this.providers.filter(({ archived }) => !archived).map(({ id }) => id)));
    this.#filledFor = key;
  }

  protected override render(): TemplateResult {
    const form = this.#form;
    const placeLabel = { in_person: 'Address', video: 'Link', phone: 'Who calls whom' }[form.draft.placeKind] ?? 'Place';
    return html`<p class="crumb"><a href="#/settings/services">Services</a></p><div class="title-row"><h2 class="title">${this.service?.name ?? 'A new service'}</h2></div>
      <form novalidate @submit=${this.#save}>
        <div class="group"><h3>What it is</h3>${textField(form, 'name', { label: 'Name', maxlength: 80, width: 'middle' })}
          ${textArea(form, 'description', { label: 'Description', isOptional: true, hint: 'One or two sentences that clients read before they book.', maxlength: 500 })}
          <div class="pair">${textField(form, 'durationMinutes', { label: 'How long', after: 'minutes', inputmode: 'numeric' })}${textField(form, 'price', { label: 'Price', path: 'priceMinor', before: theHouse().currency, inputmode: 'decimal', hint: 'Leave empty when it costs nothing.', isOptional: true })}</div></div>
        <div class="group"><h3>Paying</h3>${this.#prepayment()}</div>
        <div class="group"><h3>Where and with whom</h3>
          ${segmentField(form, 'placeKind', { label: 'Where', choices: [{ value: 'in_person', label: 'In person' }, { value: 'video', label: 'Video' }, { value: 'phone', label: 'Phone' }] })}
          ${textField(form, 'place', { label: placeLabel, isOptional: true, hint: 'Told to the client once they have booked.', maxlength: 300 })}${this.#who()}</div>
        <div class="group"><h3>Times</h3>
          <div class="pair">${textField(form, 'intervalMinutes', { label: 'A start every', after: 'minutes', inputmode: 'numeric' })}${textField(form, 'maxPerDay', { label: 'At most a day', isOptional: true, inputmode: 'numeric', hint: 'For each provider.' })}</div>
          <div class="pair">${textField(form, 'bufferBeforeMinutes', { label: 'Keep free before', after: 'minutes', inputmode: 'numeric' })}${textField(form, 'bufferAfterMinutes', { label: 'Keep free after', after: 'minutes', inputmode: 'numeric' })}</div>
          <div class="pair">${this.#notice('minNoticeMinutes', 'Book at least', 'before the start')}${textField(form, 'maxDaysAhead', { label: 'Book at most', after: 'days ahead', inputmode: 'numeric' })}</div></div>
        <div class="group"><h3>Afterwards</h3>${this.#notice('cancelCutoffMinutes', 'Clients may move or cancel until', 'before the start')}${this.#reminders()}</div>
        ${saveRow(form, { label: this.service ? 'Save' : 'Add service', rest: this.service ? html`<button type="button" class="quiet" @click=${() => void this.#archive()}>${this.service.archived ? 'Offer again' : 'Stop offering'}</button>` : nothing })}</form>`;
  }

  #notice(name: 'minNoticeMinutes' | 'cancelCutoffMinutes', label: string, after: string): TemplateResult {
    const values = [...new Set([...notices, Number(this.#form.draft[name])])].sort((a, b) => a - b);
    const choices = values.map((minutes) => ({ value: String(minutes), label: minutes === 0 ? 'Any time' : `${duration(minutes)} ${after}` }));
    return choiceField(this.#form, name, { label, choices, width: 'middle' });
  }

  #prepayment(): TemplateResult {
    const form = this.#form;
    const choices = [{ value: 'none', label: 'Nothing' }, { value: 'share', label: 'A share' }, { value: 'amount', label: 'An amount' }, { value: 'full', label: 'All of it' }];
    return html`${segmentField(form, 'prepayment', { label: 'Clients pay when they book', choices })}
      ${form.draft.prepayment === 'share' ? textField(form, 'prepaidPercent', { label: 'How much', after: '% of the price', inputmode: 'numeric' }) : nothing}
      ${form.draft.prepayment === 'amount' ? textField(form, 'prepaidAmount', { label: 'How much', before: theHouse().currency, inputmode: 'decimal' }) : nothing}
      ${form.draft.prepayment === 'none' ? nothing : html`<p class="hint">The time is held for ten minutes and booked once it is paid. This needs <a href="#/settings/payments">card payments</a>: without them, clients book as if nothing were asked. A package that covers the service pays for it instead.</p>`}`;
  }

  #who(): TemplateResult {
    const choices = this.providers.filter(({ archived }) => !archived).map(({ id, name, colour }) => ({ value: id, label: html`<portico-swatch .colour=${colour}></portico-swatch>${name}` }));
    return picksField(this.#form, 'providerIds', { label: 'Offered by', choices });
  }

  #reminders(): TemplateResult {
    const all = [...new Set([...offsets, ...this.#form.draft.reminderMinutes])].sort((a, b) => b - a);
    return picksField(this.#form, 'reminderMinutes', { label: 'Remind by mail', choices: all.map((minutes) => ({ value: minutes, label: `${duration(minutes)} before` })), most: 5 });
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { input, errors } = readService(this.#form.draft);
    if (this.#form.refuse(errors)) return;
    const { service } = this;
    const saved = await this.#form.send(() => (service ? changeService(service.id, input) : addService(input)));
    if (!saved) return;
    invalidate('services', 'slots');
    if (!service) go('#/settings/services');
  };

  async #archive(): Promise<void> {
    const { service } = this;
    if (!service) return;
    const saved = await this.#form.send(() => changeService(service.id, { archived: !service.archived }));
    if (!saved) return;
    invalidate('services', 'slots');
    go('#/settings/services');
  }
}

customElements.define('portico-service-editor', PorticoServiceEditor);
