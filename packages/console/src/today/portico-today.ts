import type { Calendar, CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import type { Receivables } from '@portico/contract/invoices/payments.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { calendar, providers, services } from '../api/bookings.ts';
import { business } from '../api/business.ts';
import { clients } from '../api/clients.ts';
import { documentReviews } from '../api/document-reviews.ts';
import { documentRequests } from '../api/documents.ts';
import { receivables, reviews } from '../api/invoices.ts';
import { planRequests } from '../api/plans.ts';
import { outbox } from '../api/notifications.ts';
import { statusTone, statusWords } from '../bookings/booking-words.ts';
import { markAs } from '../bookings/calendar-changes.ts';
import { openBookingSheet, openBookSheet } from '../bookings/open-booking-sheets.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { civilOf } from '../ui/civil-time.ts';
import { now } from '../ui/clock.ts';
import { longDay, money, plural, time, today } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import { checklist, stepsLeft, type Setup } from './checklist.template.ts';
import { todayStyles } from './today.styles.ts';

/** What needs a human, then the day. */
export class PorticoToday extends LightElement {
  readonly #calendar = new QueryController<Calendar>(this, () => calendar(today(), 2));
  readonly #outbox = new QueryController(this, () => outbox);
  readonly #reviews = new QueryController(this, () => reviews);
  readonly #wishes = new QueryController(this, () => planRequests);
  readonly #requests = new QueryController(this, () => documentRequests({ state: 'all', limit: 30 }));
  readonly #approvals = new QueryController(this, () => documentReviews({ state: 'all', limit: 30 }));
  readonly #owed = new QueryController(this, () => receivables);
  readonly #business = new QueryController(this, () => business);
  readonly #services = new QueryController(this, () => services);
  readonly #providers = new QueryController(this, () => providers);
  readonly #clients = new QueryController(this, () => clients({ limit: 1 }));
  #tick: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(todayStyles);
    this.#tick = setInterval(() => this.requestUpdate(), 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  protected override render(): TemplateResult {
    const setup = this.#setup();
    return html`<div class="page"><div class="page-head"><h1>${longDay(today())}</h1><button type="button" class="primary floating-on-phone" @click=${() => openBookSheet({})}>${icon('plus')} <span>Book</span></button></div>
      ${this.#needs()}${setup && stepsLeft(setup) > 0 ? checklist(setup) : nothing}${staleNote(this.#calendar)}
      ${this.#calendar.value ? this.#day(this.#calendar.value) : waiting(this.#calendar, 6)}</div>`;
  }

  #setup(): Setup | undefined {
    const [settings, offered, people, known] = [this.#business.value, this.#services.value, this.#providers.value, this.#clients.value];
    if (!settings || !offered || !people || !known) return undefined;
    return {
      hasService: offered.items.some(({ archived }) => !archived), hasHours: people.items.some(({ archived, weeklyHours }) => !archived && weeklyHours.length > 0),
      hasOrigin: settings.allowedOrigins.length > 0, hasClient: known.items.length > 0, hostedUrl: settings.hostedUrl,
    };
  }

  #needs(): TemplateResult | typeof nothing {
    const dead = this.#outbox.value?.dead ?? 0;
    const looks = this.#reviews.value?.items.filter(({ resolvedAt }) => resolvedAt === null).length ?? 0;
    const late = (this.#owed.value?.items ?? []).filter(({ clients: owing }) => owing.some(({ overdueMinor }) => overdueMinor > 0));
    const wishes = this.#wishes.value?.items.length ?? 0;
    const sent = this.#requests.value?.counts.submitted ?? 0;
    const { changes = 0, overdue = 0 } = this.#approvals.value?.counts ?? {};
    if (dead + looks + wishes + sent + changes + overdue + late.length === 0) return nothing;
    return html`<section class="needs" aria-label="Needs you">
      ${dead > 0 ? html`<p><span class="status bad">${plural(dead, 'message')} could not be delivered.</span> <a href="#/settings/mail">Look and retry</a></p>` : nothing}
      ${looks > 0 ? html`<p><span class="status bad">${plural(looks, 'payment')} ${looks === 1 ? 'needs' : 'need'} a look.</span> <a href="#/invoices/reviews">Look</a></p>` : nothing}
      ${wishes > 0 ? html`<p><span class="status warn">${plural(wishes, 'client')} ${wishes === 1 ? 'asks' : 'ask'} something about a plan.</span> <a href="#/invoices/reviews">Answer</a></p>` : nothing}
      ${sent > 0 ? html`<p><span class="status warn">${plural(sent, 'document')} that you asked for ${sent === 1 ? 'has' : 'have'} come.</span> <a href="#/documents/requests">Look</a></p>` : nothing}
      ${changes > 0 ? html`<p><span class="status warn">${plural(changes, 'client')} ${changes === 1 ? 'wants' : 'want'} something changed in a document.</span> <a href="#/documents/approvals">Look</a></p>` : nothing}
      ${overdue > 0 ? html`<p><span class="status warn">${plural(overdue, 'approval')} ${overdue === 1 ? 'is' : 'are'} late.</span> <a href="#/documents/approvals">Look</a></p>` : nothing}
      ${late.map(lateLine)}</section>`;
  }

  /** Said once: when something is late, the lines above say it. */
  #outstanding(): TemplateResult | typeof nothing {
    const quiet = (this.#owed.value?.items ?? []).filter(({ clients: owing, totalMinor }) => totalMinor > 0 && owing.every(({ overdueMinor }) => overdueMinor === 0));
    return html`${quiet.map(({ label, clients: owing }) => html`<p class="tomorrow figures">${label} outstanding from ${plural(owing.length, 'client')}, nothing overdue. <a href="#/invoices">See who owes</a></p>`)}`;
  }

  #day(view: Calendar): TemplateResult {
    const bookings = view.bookings.filter(({ status, startsAt }) => status !== 'cancelled' && civilOf(startsAt, view.timeZone).date === today()).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
    const next = view.bookings.filter(({ status, startsAt }) => status === 'confirmed' && civilOf(startsAt, view.timeZone).date > today()).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
    const people = view.providers.filter(({ id }) => bookings.some(({ providerId }) => providerId === id));
    const empty = html`<div class="empty"><p>Nobody is booked today. New bookings appear here by themselves.</p></div>`;
    return html`${bookings.length === 0 ? empty : html`<div class="today-people">${people.map(({ id, name, colour }) => html`<section class="section">
        ${view.providers.length > 1 ? html`<h2><portico-swatch .colour=${colour}></portico-swatch>${name}</h2>` : nothing}
        <ul class="rows">${bookings.filter(({ providerId }) => providerId === id).map((booking) => todayRow(booking))}</ul></section>`)}</div>`}
      ${this.#outstanding()}${next[0] ? html`<p class="tomorrow">Tomorrow: ${plural(next.length, 'booking')}, the first at ${time(next[0].startsAt)}. <a href="#/calendar/day/${civilOf(next[0].startsAt, view.timeZone).date}">Open tomorrow</a></p>` : nothing}`;
  }
}

function lateLine({ clients: owing, currency, label }: Receivables): TemplateResult {
  const late = owing.filter(({ overdueMinor }) => overdueMinor > 0);
  return html`<p><span class="status warn figures">${money(late.reduce((sum, { overdueMinor }) => sum + overdueMinor, 0), currency)} is overdue from ${plural(late.length, 'client')}, of ${label} outstanding.</span> <a href="#/invoices">See who owes</a></p>`;
}

function todayRow(booking: CalendarBooking): TemplateResult {
  const hasBegun = Date.parse(booking.startsAt) <= now();
  const isNow = hasBegun && Date.parse(booking.endsAt) > now();
  const { status, clientName, serviceName, startsAt } = booking;
  const mark = html`<span class="marks"><button type="button" aria-label="Done: ${clientName}, ${time(startsAt)}" @click=${() => void markAs(booking, 'done')}>Done</button>
    <button type="button" class="quiet" aria-label="No-show: ${clientName}, ${time(startsAt)}" @click=${() => void markAs(booking, 'no_show')}>No-show</button></span>`;
  return html`<li class="today-row ${isNow ? 'is-now' : ''}"><button type="button" class="quiet row-open" @click=${() => openBookingSheet(booking.id)}><time>${time(startsAt)}</time>
      <span class="grow"><span class="name">${clientName}</span><span class="meta">${serviceName}${isNow ? ' · now' : ''}</span></span></button>
    ${status === 'confirmed' ? (hasBegun ? mark : nothing) : html`<span class="status ${statusTone[status]}">${statusWords[status]}</span>`}</li>`;
}

customElements.define('portico-today', PorticoToday);
