import type { CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { booking as bookingSource, providers } from '../api/bookings.ts';
import { invoiceBooking } from '../api/invoices.ts';
import type { ProblemError } from '../api/problem-error.ts';
import { go } from '../app/router.ts';
import { invoicesChanged } from '../invoices/live-invoices.ts';
import { minutesBetween } from '../ui/civil-time.ts';
import { now } from '../ui/clock.ts';
import { checkField, choiceField, saveRow, textArea } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { dayOf, duration, money, moment, timeRange } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';
import { statusTone, statusWords } from './booking-words.ts';
import { cancelBooking, markAs, moveBooking } from './calendar-changes.ts';
import './portico-time-picker.ts';
import { refusedTime } from './refused-time.template.ts';

/** One booking in the side sheet: look, move, cancel, mark. */
export class PorticoBookingDetails extends LightElement {
  static override properties = { bookingId: {}, mode: {}, refusal: { state: true }, startsAt: { state: true } };
  declare bookingId: string;
  declare mode: 'look' | 'move' | 'cancel';
  declare refusal: ProblemError | undefined;
  declare startsAt: string;
  readonly #booking = new QueryController(this, () => bookingSource(this.bookingId));
  readonly #providers = new QueryController(this, () => providers);
  readonly #cancel = new FormController(this, { reason: '', tellClient: true, returnSession: false });
  readonly #invoice = new FormController(this, {});
  readonly #move = new FormController(this, { providerId: '', tellClient: true });

  constructor() {
    super();
    this.mode = 'look';
    this.startsAt = '';
  }

  /** The sheet is reused for the next booking, which starts by being looked at. */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('bookingId') && !changed.has('mode')) this.mode = 'look';
    if (changed.has('bookingId')) this.refusal = undefined;
  }

  protected override render(): TemplateResult {
    const booking = this.#booking.value;
    if (!booking) return html`${waiting(this.#booking, 5)}`;
    return html`${this.#facts(booking)}
      ${this.mode === 'move' ? this.#moveForm(booking) : this.mode === 'cancel' ? this.#cancelForm(booking) : this.#actions(booking)}`;
  }

  #facts(booking: CalendarBooking): TemplateResult {
    const provider = this.#providers.value?.items.find(({ id }) => id === booking.providerId);
    return html`<div class="booking-facts">
      <p class="booking-when">${dayOf(booking.startsAt)}<br><time datetime=${booking.startsAt}>${timeRange(booking.startsAt, booking.endsAt)}</time></p>
      <p><a href="#/clients/${booking.clientId}" class="name">${booking.clientName}</a>${booking.contactName !== booking.clientName ? html`<br><span class="meta">${booking.contactName}</span>` : nothing}</p>
      <p>${booking.serviceName}, ${duration(minutesBetween(booking.startsAt, booking.endsAt))}${provider ? html`<br><span class="meta"><portico-swatch .colour=${provider.colour}></portico-swatch>with ${provider.name}</span>` : nothing}</p>
      <p class="meta booking-state"><span class="status ${statusTone[booking.status]}">${statusWords[booking.status]}</span>${booking.packageName ? html`<span>${booking.packageName}</span>` : booking.priceMinor > 0 ? html`<span class="figures">${money(booking.priceMinor)}</span>` : nothing}</p>
      ${booking.note ? html`<p class="note">${booking.note}</p>` : nothing}
      ${booking.cancelReason ? html`<p class="note">Reason: ${booking.cancelReason}</p>` : nothing}
    </div>`;
  }

  #actions(booking: CalendarBooking): TemplateResult {
    if (booking.status === 'cancelled') return html`<div class="actions"><button type="button" @click=${() => void this.#bookAgain(booking)}>Book again</button></div>`;
    if (booking.status !== 'confirmed') {
      return html`<div class="actions">${this.#invoiceButton(booking)}<button type="button" @click=${() => void markAs(booking, 'confirmed')}>Undo “${statusWords[booking.status]}”</button>
        <button type="button" @click=${() => void this.#bookAgain(booking)}>Book again</button></div>`;
    }
    const hasBegun = Date.parse(booking.startsAt) <= now();
    const mark = html`<button type="button" class=${hasBegun ? 'primary' : ''} @click=${() => void markAs(booking, 'done')}>Done</button>
      <button type="button" @click=${() => void markAs(booking, 'no_show')}>No-show</button>`;
    return html`<div class="actions">${hasBegun ? mark : nothing}
      <button type="button" @click=${() => this.#startMove(booking)}>Move</button>
      <button type="button" @click=${() => { this.mode = 'cancel'; }}>Cancel booking</button>
      ${hasBegun ? nothing : html`<button type="button" class="quiet" @click=${() => void this.#bookAgain(booking)}>Book again</button>`}${this.#invoiceButton(booking)}</div>`;
  }

  /** Asked again, the server answers the invoice that is there. */
  #invoiceButton({ id }: CalendarBooking): TemplateResult {
    const open = async (): Promise<void> => {
      const made = await this.#invoice.send(() => invoiceBooking(id));
      if (!made) return toast({ text: this.#invoice.failure, tone: 'refused' });
      invoicesChanged();
      go(made.status === 'draft' ? `#/invoices/edit/${made.id}` : `#/invoices/${made.id}`);
    };
    return html`<button type="button" ?data-busy=${this.#invoice.isBusy} @click=${open}>Invoice it</button>`;
  }

  #startMove(booking: CalendarBooking): void {
    this.#move.fill({ providerId: booking.providerId, tellClient: true });
    this.startsAt = '';
    this.mode = 'move';
  }

  #moveForm(booking: CalendarBooking): TemplateResult {
    const choices = (this.#providers.value?.items ?? []).filter(({ archived, id }) => !archived || id === booking.providerId).map(({ id, name, colour }) => ({ value: id, label: name, colour }));
    const providerId = this.#move.draft.providerId || booking.providerId;
    const startsAt = this.startsAt || booking.startsAt;
    const isSame = startsAt === booking.startsAt && providerId === booking.providerId;
    return html`<form class="sheet-part" @submit=${(event: Event) => { event.preventDefault(); void this.#sendMove(booking, startsAt); }}>
      <h3>Move to</h3>
      <portico-time-picker .serviceId=${booking.serviceId} .providerId=${providerId} .startsAt=${startsAt}
        @pick=${(event: CustomEvent<{ startsAt: string }>) => { this.startsAt = event.detail.startsAt; this.refusal = undefined; }}></portico-time-picker>
      ${choices.length > 1 ? choiceField(this.#move, 'providerId', { label: 'With', choices }) : nothing}
      ${refusedTime(this.refusal, (nearest) => { this.startsAt = nearest; this.refusal = undefined; })}
      ${checkField(this.#move, 'tellClient', `Tell ${booking.contactName}`)}
      <div class="actions"><button type="submit" class="primary" ?disabled=${isSame}>${isSame ? 'Choose another time' : `Move to ${moment(startsAt)}`}</button>
        <button type="button" class="quiet" @click=${() => { this.mode = 'look'; }}>Keep it</button></div></form>`;
  }

  async #sendMove(booking: CalendarBooking, startsAt: string): Promise<void> {
    const { providerId, tellClient } = this.#move.draft;
    this.refusal = await moveBooking(booking, { startsAt, providerId: providerId || booking.providerId }, tellClient);
    if (!this.refusal) this.mode = 'look';
  }

  #cancelForm(booking: CalendarBooking): TemplateResult {
    return html`<form class="sheet-part" @submit=${(event: Event) => { event.preventDefault(); void this.#sendCancel(booking); }}>
      <h3>Cancel this booking?</h3>
      ${textArea(this.#cancel, 'reason', { label: 'Reason', isOptional: true, hint: this.#cancel.draft.tellClient ? `${booking.contactName} reads it in the mail.` : 'Kept with the booking.', maxlength: 500 })}
      ${checkField(this.#cancel, 'tellClient', `Tell ${booking.contactName}`)}
      ${booking.packageName ? checkField(this.#cancel, 'returnSession', `Give the session back to ${booking.packageName}`, 'Left out: it comes back while clients may still cancel by themselves.') : nothing}
      ${saveRow(this.#cancel, { label: 'Cancel booking', tone: 'danger', rest: html`<button type="button" class="quiet" @click=${() => { this.mode = 'look'; }}>Keep it</button>` })}</form>`;
  }

  async #sendCancel(booking: CalendarBooking): Promise<void> {
    const { draft } = this.#cancel;
    const sent = await this.#cancel.send(async () => { await cancelBooking(booking, draft); return true; });
    if (sent) this.mode = 'look';
  }

  async #bookAgain({ clientId, clientName, serviceId, providerId }: CalendarBooking): Promise<void> {
    const { openBookSheet } = await import('./open-booking-sheets.ts');
    openBookSheet({ clientId, clientName, serviceId, providerId });
  }
}

customElements.define('portico-booking-details', PorticoBookingDetails);
