import type { CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import type { Client, Timeline } from '@portico/contract/clients.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { bookingsOf, changeClient, client, timeline, type CalendarBookingPage } from '../api/clients.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { statusTone, statusWords } from '../bookings/booking-words.ts';
import { openBookingSheet, openBookSheet } from '../bookings/open-booking-sheets.ts';
import { isOwner, mayAdminister } from '../app/session.ts';
import '../documents/portico-client-documents.ts';
import '../invoices/portico-billing.ts';
import '../invoices/portico-client-invoices.ts';
import '../invoices/portico-client-packages.ts';
import '../invoices/portico-client-plans.ts';
import '../projects/portico-client-projects.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { now } from '../ui/clock.ts';
import { saveRow, textArea, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { moment, shortMoment } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';
import { clientStyles } from './client.styles.ts';
import './portico-contacts.ts';
import { openEraseSheet } from './portico-erase.ts';
import { openMergeSheet } from './portico-merge.ts';

/** Everything about one client on one page. */
export class PorticoClient extends LightElement {
  static override properties = { clientId: { attribute: false }, laterBookings: { state: true }, laterEntries: { state: true } };
  declare clientId: string;
  declare laterBookings: readonly CalendarBookingPage[];
  declare laterEntries: readonly Timeline[];
  readonly #client = new QueryController<Client>(this, () => client(this.clientId));
  readonly #bookings = new QueryController<CalendarBookingPage>(this, () => bookingsOf(this.clientId));
  readonly #timeline = new QueryController<Timeline>(this, () => timeline(this.clientId));
  readonly #form = new FormController(this, { name: '', note: '' });
  #filledFor = '';

  constructor() {
    super();
    this.clientId = '';
    this.laterBookings = [];
    this.laterEntries = [];
    adoptStyles(clientStyles);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('clientId')) this.laterBookings = [];
    if (changed.has('clientId')) this.laterEntries = [];
    const one = this.#client.value;
    if (!one || one.id !== this.clientId || (this.#filledFor === one.id && this.#form.isDirty)) return;
    if (this.#filledFor !== one.id) this.#form.fill({ name: one.name, note: one.note });
    this.#filledFor = one.id;
  }

  protected override render(): TemplateResult {
    const one = this.#client.value;
    if (!one) return html`<div class="page">${waiting(this.#client, 8)}</div>`;
    return html`<div class="page"><p class="crumb"><a href="#/clients">Clients</a></p>
      <div class="page-head"><h1>${one.name}</h1>${one.archived ? html`<span class="status warn">Archived</span>` : nothing}
        <button type="button" class="primary" @click=${() => openBookSheet({ clientId: one.id, clientName: one.name })}>Book</button></div>
      ${reach(one)}
      <div class="client-page"><div>
          <section class="section"><h2>Coming up</h2>${this.#bookingList(true)}</section>
          <section class="section"><h2>Before</h2>${this.#bookingList(false)}${this.#moreBookings()}</section>
          <section class="section"><portico-client-invoices .clientId=${one.id} .clientName=${one.name}></portico-client-invoices></section>
          <section class="section"><portico-client-documents .clientId=${one.id} .clientName=${one.name}></portico-client-documents></section>
          <section class="section"><portico-client-projects .clientId=${one.id}></portico-client-projects></section>
          <section class="section"><portico-client-plans .clientId=${one.id} .clientName=${one.name}></portico-client-plans></section>
          <section class="section"><portico-client-packages .clientId=${one.id} .clientName=${one.name}></portico-client-packages></section>
          <section class="section"><h2>History</h2>${this.#history()}</section></div>
        <div><section class="section"><h2>People</h2><portico-contacts .client=${one}></portico-contacts></section>
          <section class="section"><h2>About</h2><form novalidate @submit=${this.#save}>
            ${textField(this.#form, 'name', { label: 'Name', maxlength: 100 })}
            ${textArea(this.#form, 'note', { label: 'Note', hint: 'Only you and your team read it.', rows: 4, maxlength: 2000 })}
            ${saveRow(this.#form, { label: 'Save' })}</form></section>
          <section class="section"><h2>On their invoices</h2><portico-billing .clientId=${one.id}></portico-billing></section>
          <section class="section client-rest">${mayAdminister() ? html`<button type="button" class="quiet" @click=${() => openMergeSheet(one)}>Merge with another client…</button>` : nothing}
            <button type="button" class="quiet" @click=${() => void this.#archive(one)}>${one.archived ? 'Bring back from the archive' : 'Archive this client'}</button>
            ${isOwner() ? html`<button type="button" class="quiet" @click=${() => openEraseSheet(one)}>Erase for good…</button>` : nothing}</section></div></div></div>`;
  }

  #allBookings(): readonly CalendarBooking[] {
    return [this.#bookings.value, ...this.laterBookings].flatMap((page) => page?.items ?? []);
  }

  #bookingList(isComing: boolean): TemplateResult | typeof nothing {
    if (!this.#bookings.value) return waiting(this.#bookings, 2);
    const items = this.#allBookings().filter(({ endsAt, status }) => isComing === (Date.parse(endsAt) > now() && status === 'confirmed'))
      .sort((a, b) => (isComing ? a.startsAt.localeCompare(b.startsAt) : b.startsAt.localeCompare(a.startsAt)));
    if (items.length === 0) return html`<p class="meta">${isComing ? 'Nothing booked.' : 'Nothing yet.'}</p>`;
    return html`<ul class="rows">${items.map((booking) => html`<li><button type="button" class="quiet row-button" @click=${() => openBookingSheet(booking.id)}>
      <span class="grow"><span class="name figures">${moment(booking.startsAt)}</span><span class="meta">${booking.serviceName}</span></span>
      ${booking.status === 'confirmed' ? nothing : html`<span class="status ${statusTone[booking.status]}">${statusWords[booking.status]}</span>`}</button></li>`)}</ul>`;
  }

  #moreBookings(): TemplateResult | typeof nothing {
    const next = (this.laterBookings.at(-1) ?? this.#bookings.value)?.nextCursor;
    return next ? html`<p class="list-more"><button type="button" @click=${async () => { this.laterBookings = [...this.laterBookings, await bookingsOf(this.clientId, next).load()]; }}>Show more</button></p>` : nothing;
  }

  #history(): TemplateResult | typeof nothing {
    if (!this.#timeline.value) return waiting(this.#timeline, 4);
    const pages = [this.#timeline.value, ...this.laterEntries];
    const next = pages.at(-1)?.nextCursor;
    return html`<ol class="timeline">${pages.flatMap(({ items }) => items).map(({ at, actor, text }) => html`<li><time class="meta" datetime=${at}>${shortMoment(at)}</time><span>${text}<br><span class="meta">${actor}</span></span></li>`)}</ol>
      ${next ? html`<p class="list-more"><button type="button" @click=${async () => { this.laterEntries = [...this.laterEntries, await timeline(this.clientId, next).load()]; }}>Show more</button></p>` : nothing}`;
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const saved = await this.#form.send(() => changeClient(this.clientId, this.#form.draft));
    if (saved) invalidate('clients', 'calendar');
  };

  async #archive({ id, archived, name }: Client): Promise<void> {
    try {
      await changeClient(id, { archived: !archived });
      invalidate('clients');
      if (!archived) toast({ text: `${name} is archived.`, action: { label: 'Undo', run: () => { void changeClient(id, { archived: false }).then(() => invalidate('clients')); } } });
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
    }
  }
}

/** On a phone the people come late on the page, and calling them comes first. */
function reach({ contacts: [contact] }: Client): TemplateResult | typeof nothing {
  if (!contact?.phone && !contact?.email) return nothing;
  return html`<p class="reach">${contact.phone ? html`<a href="tel:${contact.phone.replace(/[^+\d]/g, '')}">${contact.phone}</a>` : nothing}${contact.email ? html`<a href="mailto:${contact.email}">${contact.email}</a>` : nothing}</p>`;
}

customElements.define('portico-client', PorticoClient);
