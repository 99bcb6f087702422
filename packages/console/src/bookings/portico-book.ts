import type { CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import type { ServiceSettings } from '@portico/contract/bookings/services.ts';
import type { Client } from '@portico/contract/clients.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { addBlock, bookForClient, providers, services } from '../api/bookings.ts';
import { addMinutes, minutesBetween } from '../ui/civil-time.ts';
import { checkField, choiceField, formFailure, textArea, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { dayOf, duration, moment, timeRange } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { closeSheet } from '../ui/sheet.ts';
import { toast } from '../ui/toasts.ts';
import { dropBlock, invalidateBookings, rememberOwn } from './calendar-changes.ts';
import type { BookStart } from './open-booking-sheets.ts';
import './portico-client-picker.ts';
import './portico-time-picker.ts';
import { refusedTime } from './refused-time.template.ts';

const emptyDraft = { serviceId: '', providerId: '', note: '', tellClient: true, name: '', email: '', phone: '', blockNote: '', blockMinutes: '60' };

/** The owner books for a client, or keeps time free. */
export class PorticoBook extends LightElement {
  static override properties = { start: { attribute: false }, startsAt: { state: true }, client: { state: true }, isNew: { state: true }, isBlock: { state: true } };
  declare start: BookStart;
  declare startsAt: string;
  declare client: Pick<Client, 'id' | 'name'> | undefined;
  declare isNew: boolean;
  declare isBlock: boolean;
  readonly #services = new QueryController(this, () => services);
  readonly #providers = new QueryController(this, () => providers);
  readonly #form = new FormController(this, emptyDraft);

  constructor() {
    super();
    this.start = {};
    this.startsAt = '';
    this.isNew = false;
    this.isBlock = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('start')) this.#begin();
    this.#chooseDefaults();
  }

  #begin(): void {
    const { startsAt = '', endsAt, clientId, clientName, providerId = '', serviceId = '' } = this.start;
    this.startsAt = startsAt;
    this.client = clientId ? { id: clientId, name: clientName ?? 'Client' } : undefined;
    this.#form.fill({ ...emptyDraft, providerId, serviceId, blockMinutes: String(startsAt && endsAt ? minutesBetween(startsAt, endsAt) : 60) });
  }

  /** With one service or one provider there is nothing to choose. */
  #chooseDefaults(): void {
    const { draft } = this.#form;
    const service = this.#offered()[0];
    if (!draft.serviceId && service) this.#form.draft = { ...draft, serviceId: service.id };
    const provider = this.#providersFor()[0];
    if (!this.#form.draft.providerId && provider) this.#form.draft = { ...this.#form.draft, providerId: provider.id };
  }

  #offered(): readonly ServiceSettings[] {
    return (this.#services.value?.items ?? []).filter(({ archived }) => !archived);
  }

  #service(): ServiceSettings | undefined {
    return this.#offered().find(({ id }) => id === this.#form.draft.serviceId);
  }

  #providersFor() {
    const all = (this.#providers.value?.items ?? []).filter(({ archived }) => !archived);
    const service = this.#service();
    return this.isBlock || !service ? all : all.filter(({ id }) => service.providerIds.includes(id));
  }

  protected override render(): TemplateResult {
    return html`${this.start.mayBlock ? this.#switch() : nothing}${this.isBlock ? this.#blockForm() : this.#bookForm()}`;
  }

  #switch(): TemplateResult {
    const option = (isBlock: boolean, label: string): TemplateResult => html`<label class="segment"><input type="radio" name="book-or-block" .checked=${this.isBlock === isBlock}
      @change=${() => { this.isBlock = isBlock; }}><span>${label}</span></label>`;
    return html`<fieldset class="field segments book-switch"><legend class="visually-hidden">What is this time for?</legend>
      <div class="segment-row">${option(false, 'Book for a client')}${option(true, 'Block this time')}</div></fieldset>`;
  }

  #bookForm(): TemplateResult {
    const service = this.#service();
    const label = this.startsAt ? `Book ${moment(this.startsAt)}` : 'Choose a time';
    return html`<form novalidate @submit=${this.#book}>
      ${this.#clientField()}
      ${choiceField(this.#form, 'serviceId', { label: 'Service', choices: this.#offered().map(({ id, name, durationMinutes }) => ({ value: id, label: name, detail: duration(durationMinutes) })) })}
      ${this.#providerField()}
      <div class="field"><span class="label">When</span>
        <portico-time-picker .serviceId=${service?.id ?? ''} .providerId=${this.#form.draft.providerId} .startsAt=${this.startsAt} @pick=${this.#picked}></portico-time-picker>
        ${this.#form.errors['startsAt'] ? html`<p class="error" role="alert">${this.#form.errors['startsAt']}</p>` : nothing}</div>
      ${textArea(this.#form, 'note', { label: 'Note', isOptional: true, rows: 2, maxlength: 1000 })}
      ${checkField(this.#form, 'tellClient', 'Mail a confirmation')}
      ${this.#form.problem?.code === 'time_not_free' ? refusedTime(this.#form.problem, (startsAt) => { this.startsAt = startsAt; void this.#sendBooking(); }) : formFailure(this.#form)}
      <div class="actions"><button type="submit" class="primary" ?data-busy=${this.#form.isBusy}>${label}</button></div></form>`;
  }

  #providerField(): TemplateResult | typeof nothing {
    const choices = this.#providersFor().map(({ id, name, colour }) => ({ value: id, label: name, colour }));
    return choices.length > 1 ? choiceField(this.#form, 'providerId', { label: 'With', choices }) : nothing;
  }

  #clientField(): TemplateResult {
    if (this.client) {
      return html`<div class="field"><span class="label">Client</span><div class="picked"><span class="name">${this.client.name}</span>
        <button type="button" class="link" @click=${() => { this.client = undefined; }}>Change</button></div></div>`;
    }
    if (this.isNew) {
      return html`<div class="sheet-part">${textField(this.#form, 'name', { label: 'New client’s name', path: 'newClient.name', autofocus: true })}
        ${textField(this.#form, 'email', { label: 'E-mail', path: 'newClient.email', type: 'email', isOptional: true, hint: 'With an address they get the confirmation and reminders.' })}
        ${textField(this.#form, 'phone', { label: 'Phone', path: 'newClient.phone', type: 'tel', isOptional: true })}
        <button type="button" class="link" @click=${() => { this.isNew = false; }}>Choose an existing client</button></div>`;
    }
    return html`<portico-client-picker .error=${this.#form.errors['clientId'] ?? ''} @pick-client=${(event: CustomEvent<Client>) => { this.client = event.detail; }}
      @new-client=${(event: CustomEvent<string>) => { this.isNew = true; this.#form.set(event.detail.includes('@') ? 'email' : 'name', event.detail); }}></portico-client-picker>`;
  }

  #blockForm(): TemplateResult {
    const end = this.startsAt ? addMinutes(this.startsAt, Number(this.#form.draft.blockMinutes) || 60) : '';
    const lengths = [...new Set([15, 30, 45, 60, 90, 120, 180, 240, 480, Number(this.#form.draft.blockMinutes) || 60])].sort((a, b) => a - b);
    return html`<form novalidate @submit=${this.#block}>
      <p class="booking-when">${this.startsAt ? html`${dayOf(this.startsAt)}<br>${timeRange(this.startsAt, end)}` : nothing}</p>
      ${choiceField(this.#form, 'blockMinutes', { label: 'How long', width: 'short', choices: lengths.map((minutes) => ({ value: String(minutes), label: duration(minutes) })) })}
      ${this.#providerField()}
      ${textField(this.#form, 'blockNote', { label: 'What for', path: 'note', isOptional: true, hint: 'Only you and your team see it.', maxlength: 200 })}
      ${formFailure(this.#form)}<div class="actions"><button type="submit" class="primary" ?data-busy=${this.#form.isBusy}>Block ${this.startsAt ? timeRange(this.startsAt, end) : 'this time'}</button></div></form>`;
  }

  readonly #picked = (event: CustomEvent<{ startsAt: string }>): void => {
    this.startsAt = event.detail.startsAt;
    this.#form.set('note', this.#form.draft.note);
    this.#form.problem = undefined;
  };

  readonly #book = (event: Event): void => {
    event.preventDefault();
    const { name } = this.#form.draft;
    const hasClient = this.client !== undefined || (this.isNew && name.trim() !== '');
    const wrong = this.#form.refuse({
      'clientId': hasClient || this.isNew ? '' : 'Choose a client or add a new one.', 'newClient.name': hasClient || !this.isNew ? '' : 'Fill this in.',
      'startsAt': this.startsAt ? '' : 'Choose a time.',
    });
    if (!wrong) void this.#sendBooking();
  };

  async #sendBooking(): Promise<void> {
    const { serviceId, providerId, note, tellClient, name, email, phone } = this.#form.draft;
    const who = this.client ? { clientId: this.client.id } : { newClient: { name, ...(email && { email }), ...(phone && { phone }) } };
    const booking = await this.#form.send<CalendarBooking>(() => bookForClient({ serviceId, providerId, startsAt: this.startsAt, note, tellClient, ...who }));
    if (!booking) return;
    rememberOwn(booking.id);
    invalidateBookings();
    closeSheet();
    toast({ text: `${booking.clientName} is booked: ${moment(booking.startsAt)}.` });
  }

  readonly #block = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { providerId, blockNote, blockMinutes } = this.#form.draft;
    const block = await this.#form.send(() => addBlock({ providerId, startsAt: this.startsAt, endsAt: addMinutes(this.startsAt, Number(blockMinutes)), note: blockNote }));
    if (!block) return;
    rememberOwn(block.id);
    invalidateBookings();
    closeSheet();
    toast({ text: 'Nobody can book this time now.', action: { label: 'Undo', run: () => { void dropBlock(block); } } });
  };
}

customElements.define('portico-book', PorticoBook);
