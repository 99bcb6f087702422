import { PortalError } from '@portico/client/portal-error.ts';
import type { PortalClient } from '@portico/client/portal-client.ts';
import type { BookingStart } from '@portico/contract/booking-page.ts';
import type { BookedResult, Booking, Service } from '@portico/contract/bookings.ts';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { failed } from '../base/feedback.template.ts';
import { clearRoute, HashRouteController, type PortalRoute } from '../base/hash-route.ts';
import { PortalElement, type Content } from '../base/portal-element.ts';
import { AppointmentsController } from './appointments-controller.ts';
import type * as AppointmentsModule from './appointments-view.ts';
import type { AppointmentsView } from './appointments-view.ts';
import { BookingFormController } from './booking-form-controller.ts';
import { bookingsMessages, type BookingsMessage } from './bookings-messages.ts';
import { bookingsSkeleton } from './bookings-skeleton.template.ts';
import { confirmTime, type DetailField } from './confirm-time.template.ts';
import { dayTimes } from './day-times.template.ts';
import { monthDays } from './month-days.template.ts';
import { styles } from './portal-bookings.styles.ts';
import { refusedTime, type RefusedTime } from './refused-time.template.ts';
import { dayAfterKey, dayOf, findTime, nearestFree, nextFreeAfter, weeksOf, type DayCell } from './slot-month.ts';
import { SlotsController, type SlotsHost } from './slots-controller.ts';
import { serviceChoicesOf, summaryLine, type Question } from './summary-line.template.ts';
import type { Say } from './translate.ts';
import type * as ZoneModule from './zone-chooser.ts';
import { zoneLine } from './zone-line.template.ts';

/**
 * Booking inside the page: a month of days and the day's times, live; and for who is signed in, what is booked.
 *
 * @customElement portal-bookings
 * @attr service - The id of the service to begin with.
 * @attr provider - The id of the provider to begin with.
 * @attr lock-service - The service cannot be changed.
 * @attr lock-provider - The provider cannot be changed.
 * @attr name - What to fill in as the guest's name.
 * @attr email - What to fill in as the guest's address.
 * @attr month - The month to begin with, `2026-11`.
 * @fires portal-ready - The first times are shown.
 * @fires portal-before-book - About to book; `preventDefault()` stops it. Detail: `serviceId, providerId, startsAt`.
 * @fires portal-booking-created - Detail: `bookingId, serviceId, providerId, startsAt`.
 * @fires portal-booking-moved - Detail: the same.
 * @fires portal-booking-cancelled - Detail: the same.
 * @fires portal-error - Something failed. Detail: `code, message`.
 * @csspart day - One day; with `day-free`, `day-selected`, `day-today`, `day-past`.
 * @csspart slot - One time; with `slot-free`, `slot-taken`, `slot-selected`, `slot-changed`.
 */
export class PortalBookings extends PortalElement<BookingsMessage> implements SlotsHost {
  static override properties: PropertyDeclarations = {
    service: {}, provider: {}, lockService: { attribute: 'lock-service', type: Boolean }, lockProvider: { attribute: 'lock-provider', type: Boolean },
    name: {}, email: {}, month: {},
  };
  static override styles: CSSResultGroup = [PortalElement.styles, styles];

  declare service: string | undefined;
  declare provider: string | undefined;
  declare lockService: boolean;
  declare lockProvider: boolean;
  declare name: string | undefined;
  declare email: string | undefined;
  declare month: string | undefined;

  protected readonly messages = bookingsMessages;
  readonly #slots = new SlotsController(this);
  readonly #appointments = new AppointmentsController(this);
  readonly #form: BookingFormController;
  #open: Question | 'zone' | undefined;
  #refused: RefusedTime | undefined;
  #isReady = false;
  #viewModule: typeof AppointmentsModule | undefined;
  #zoneModule: typeof ZoneModule | undefined;
  #zoneSearch = '';
  #focusNext: string | undefined;

  constructor() {
    super();
    this.lockService = false;
    this.lockProvider = false;
    this.#form = new BookingFormController(this, (key) => this.t(key));
    new HashRouteController(this, (route) => void this.#follow(route));
  }

  slotsClient(): PortalClient | undefined {
    return this.clientIfAny;
  }

  slotsWish(): { service: string | undefined; provider: string | undefined; month: string | undefined; lang: string } {
    return { service: this.service, provider: this.provider, month: this.month, lang: this.locale };
  }

  slotsArrived(start: BookingStart): void {
    this.adoptBusiness(start.business);
    if (this.#isReady) return;
    this.#isReady = true;
    void this.updateComplete.then(() => this.emit('portal-ready', { business: start.business.key }));
  }

  slotsChanged(taken: string | undefined): void {
    const { month } = this.#slots;
    if (!taken || !month) return this.announce(this.t('timesChanged'));
    const gone = findTime(month, taken);
    this.#refuse(this.t('justTaken', { time: gone?.time.label ?? '', day: gone?.day.name ?? '' }), taken);
  }

  appointmentCancelled(booking: Booking): void {
    this.emit('portal-booking-cancelled', factsOf(booking));
    this.announce(this.t('cancelled'));
    void this.#slots.refresh();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('name') && this.name && !this.#form.details.name) this.#form.details = { ...this.#form.details, name: this.name };
    if (changed.has('email') && this.email && !this.#form.details.email) this.#form.details = { ...this.#form.details, email: this.email };
    const isChanged = changed.get('service') !== undefined || changed.get('provider') !== undefined || changed.get('month') !== undefined;
    if (this.hasUpdated && (isChanged || ((changed.has('service') || changed.has('provider')) && this.#slots.start))) void this.#slots.load();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#focusNext) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    this.#focusNext = undefined;
    target?.focus();
  }

  protected override sessionChanged(): void {
    super.sessionChanged();
    if (!this.isSignedIn && this.#appointments.opened && !this.#appointments.opened.linkToken) this.#appointments.show(undefined);
  }

  protected renderContent(): Content {
    const { start, error } = this.#slots;
    const { opened } = this.#appointments;
    if (opened) return html`${this.#appointmentsView((module, view) => module.openedBooking(view, opened))}`;
    if (!start && error) return failed({ message: error.code === 'unreachable' ? this.t(navigator.onLine ? 'failed' : 'offline') : error.detail, retry: this.t('retry'), onRetry: () => void this.#slots.load() });
    if (!start) return bookingsSkeleton(this.t('loading'));
    if (!this.isSignedIn || this.#slots.moving || !this.#appointments.upcoming) return this.#booker(start);
    return html`${this.#appointmentsView((module, view) => module.upcomingAppointments(view))}${this.#booker(start)}${this.#viewModule ? this.#appointmentsView((module, view) => module.pastAppointments(view)) : nothing}`;
  }

  #booker(start: BookingStart): Content {
    const { month, moving, error } = this.#slots;
    const service = start.services.find((one) => one.id === this.#slots.serviceId);
    if (!service || !month) return html`<div class="nothing" part="empty"><p class="strong">${this.t('noServices')}</p><p class="hint">${this.t('noServicesHint', { business: start.business.name })}</p></div>`;
    return html`
      <section class="booker" aria-busy=${this.#slots.isBusy}>
        ${moving ? this.#movingLine(moving.booking) : this.#summary(start, service)}
        ${this.#refused ? refusedTime({ say: this.#say, refused: this.#refused, onTime: (startsAt) => void this.#chooseFar(startsAt) }) : nothing}
        <div class="panes">
          ${this.#days()}
          ${this.#times(service)}
        </div>
        ${zoneLine({
          say: this.#say, label: month.timeZoneLabel, isFixed: service.placeKind === 'in_person', isOpen: this.#open === 'zone',
          list: this.#open === 'zone' ? this.#zones(start, month.timeZone) : nothing, onToggle: () => this.#toggle('zone'),
        })}
        ${error ? html`<p class="error" role="alert">${error.detail} <button type="button" class="plain" @click=${() => void this.#slots.showMonth(month.month, this.#slots.date)}>${this.t('retry')}</button></p>` : nothing}
      </section>`;
  }

  #summary(start: BookingStart, service: Service): TemplateResult {
    const providers = start.providers.filter((provider) => service.providerIds.includes(provider.id));
    return summaryLine({
      say: this.#say, service, services: start.services, providers, provider: providers.find((one) => one.id === this.#slots.providerId) ?? (providers.length === 1 ? providers[0] ?? null : null),
      isServiceFixed: this.lockService, isProviderFixed: this.lockProvider, open: this.#open === 'zone' ? undefined : this.#open, isFloating: false,
      onToggle: (question) => this.#toggle(question), onService: (id) => void this.#slots.chooseService(id), onProvider: (id) => void this.#slots.chooseProvider(id),
      onDone: () => { this.#focusNext = `#change-${this.#open}`; this.#toggle(undefined); },
    });
  }

  #movingLine({ service, when }: Booking): TemplateResult {
    return html`<div class="summary" part="header"><p class="pieces"><span class="strong">${this.t('movingFrom', { service: service.name, day: when.date, time: when.time })}</span></p>
      <button type="button" class="plain" part="button" data-action="keep-old" @click=${() => this.#keepOld()}>${this.t('keepOld')}</button></div>`;
  }

  #zones(start: BookingStart, chosen: string): TemplateResult | typeof nothing {
    if (!this.#zoneModule) {
      void import('./zone-chooser.ts').then((module) => { this.#zoneModule = module; this.#focusNext = '#zone-search'; this.requestUpdate(); });
      return nothing;
    }
    const close = (): void => { this.#focusNext = '#change-zone'; this.#toggle(undefined); };
    return this.#zoneModule.zoneChooser({
      say: this.#say, locale: this.locale, chosen, likely: [start.business.timeZone, Intl.DateTimeFormat().resolvedOptions().timeZone], search: this.#zoneSearch,
      onSearch: (words) => { this.#zoneSearch = words; this.requestUpdate(); },
      onZone: (zone) => { close(); this.#zoneSearch = ''; void this.#slots.chooseZone(zone); }, onClose: close,
    });
  }

  #days(): TemplateResult | typeof nothing {
    const { month, date } = this.#slots;
    if (!month) return nothing;
    const weeks = weeksOf(month);
    const onKey = (event: KeyboardEvent, cell: DayCell): void => {
      const target = dayAfterKey(weeks, cell.date, event.key, getComputedStyle(this).direction === 'rtl');
      if (target === undefined) return;
      event.preventDefault();
      if (typeof target === 'object') return this.#chooseDay(target.date, true);
      const other = target === 'previous' ? month.previousMonth : month.nextMonth;
      if (other) void this.#slots.showMonth(other).then(() => { this.#focusNext = `[data-date="${this.#slots.date}"]`; this.requestUpdate(); });
    };
    return monthDays({
      say: this.#say, month, weeks, chosen: date, focusable: date, isBusy: this.#slots.isBusy,
      onDay: (chosen) => this.#chooseDay(chosen, false), onKey, onMonth: (other) => void this.#slots.showMonth(other), onToday: () => void this.#slots.showMonth(month.today.slice(0, 7), month.today),
    });
  }

  #times(service: Service): TemplateResult | typeof nothing {
    const { month, date, time } = this.#slots;
    if (!month) return nothing;
    const day = dayOf(month, date);
    const firstFree = day?.times.find((one) => one.free)?.startsAt ?? day?.times[0]?.startsAt;
    return dayTimes({
      say: this.#say, month, day, chosen: time, focusable: time ?? firstFree, changed: this.#slots.changed,
      confirmation: time && day ? this.#confirmation(service, day.name, day.weekday, time) : nothing,
      nextFree: nextFreeAfter(month, date),
      onTime: (one) => this.#chooseTime(one.startsAt === time ? undefined : one.startsAt),
      onKey: (event) => this.#timeKey(event),
      onNextFree: () => { const next = nextFreeAfter(month, date); if (next) void (next.month === month.month ? this.#chooseDay(next.date, false) : this.#slots.showMonth(next.month, next.date)); },
    });
  }

  #confirmation(service: Service, dayName: string, weekday: string, startsAt: string): TemplateResult {
    const { start, moving, providerId } = this.#slots;
    const label = findTime(this.#slots.month, startsAt)?.time.label ?? '';
    const provider = start?.providers.find((one) => one.id === providerId);
    const who = provider ? this.t('withProvider', { name: provider.name }) : '';
    const fields: DetailField[] = moving ? [] : this.isSignedIn ? ['note'] : ['name', 'email', ...(start?.business.phoneRequired ? ['phone' as const] : []), 'note'];
    const kinds = moving || this.lockService || this.service ? [] : serviceChoicesOf(start?.services.filter((one) => one.durationMinutes === service.durationMinutes || one.id === service.id) ?? [], this.#say);
    const values = { day: weekday, time: label, action: this.page?.words['bookAction'] ?? 'Book' };
    return confirmTime({
      say: this.#say, dayName: `${dayName}, ${label}`, what: [service.name, who, service.priceLabel].filter(Boolean).join(' · '),
      kinds: kinds.length > 1 ? kinds : [], kind: service.id, fields, details: this.#form.details, errors: this.#form.errors, failure: this.#form.failure,
      isNoteOpen: this.#form.isNoteOpen, isBusy: this.#form.isBusy, action: this.t(moving ? 'moveTo' : 'book', values), busyAction: this.t(moving ? 'moving' : 'booking'),
      promise: fields.includes('email') ? this.t('mailPromise') : undefined,
      onKind: (id) => void this.#slots.chooseService(id).then(() => this.#chooseTime(findTime(this.#slots.month, startsAt)?.time.free ? startsAt : undefined)),
      onInput: (field, value) => this.#form.type(field, value), onOpenNote: () => { this.#focusNext = '#field-note'; this.#form.openNote(); },
      onSubmit: () => void this.#submit(startsAt), onClose: () => { this.#focusNext = `[data-time="${startsAt}"]`; this.#chooseTime(undefined); },
    });
  }

  async #submit(startsAt: string): Promise<void> {
    const { serviceId, providerId, timeZone, moving } = this.#slots;
    if (!serviceId) return;
    if (!this.emit('portal-before-book', { serviceId, providerId: providerId ?? null, startsAt }, { cancelable: true })) return;
    const fields: DetailField[] = moving || this.isSignedIn ? [] : ['name', 'email', ...(this.page?.phoneRequired ? ['phone' as const] : [])];
    try {
      const result = await this.#form.submit(this.client, { serviceId, providerId, startsAt, timeZone: timeZone ?? this.#slots.month?.timeZone ?? 'UTC', lang: this.locale, moving, fields });
      if (result) await this.#finish(result);
      else if (Object.values(this.#form.errors).some(Boolean)) { this.#focusNext = '[aria-invalid="true"]'; this.requestUpdate(); }
    } catch (error) {
      const time = findTime(this.#slots.month, startsAt);
      const nearest = error instanceof PortalError ? error.nearest : [];
      await this.#slots.refresh();
      this.#refuse(error instanceof PortalError && error.reason !== 'taken' ? error.detail : this.t('justTaken', { time: time?.time.label ?? '', day: time?.day.name ?? '' }), startsAt, nearest);
    }
  }

  async #finish(result: BookedResult | Booking): Promise<void> {
    const isNew = 'booking' in result;
    const booking = isNew ? result.booking : result;
    const linkToken = isNew ? result.linkToken ?? undefined : this.#slots.moving?.linkToken;
    this.#slots.moving = undefined;
    this.#slots.time = undefined;
    this.#refused = undefined;
    this.#form.reset();
    this.#appointments.show({ booking, linkToken, how: isNew ? 'booked' : 'moved', isInvited: isNew && result.invited, email: this.isSignedIn ? undefined : this.#form.details.email });
    this.#focusNext = '#card-title';
    this.announce(this.t(isNew ? 'booked' : 'moved'));
    this.emit(isNew ? 'portal-booking-created' : 'portal-booking-moved', factsOf(booking));
    await this.#appointments.load();
  }

  /** Comes when it is needed: who only looks at free times does not fetch it. */
  #appointmentsView(show: (module: typeof AppointmentsModule, view: AppointmentsView) => unknown): unknown {
    if (!this.#viewModule) {
      void import('./appointments-view.ts').then((module) => { this.#viewModule = module; this.requestUpdate(); });
      return bookingsSkeleton(this.t('loading'));
    }
    return show(this.#viewModule, {
      say: this.#say, client: this.client, appointments: this.#appointments, isSignedIn: this.isSignedIn, businessName: this.page?.name ?? '',
      headingLevel: this.headingLevel, locale: this.locale,
      onMove: (booking, linkToken) => { this.#appointments.show(undefined); void this.#slots.move({ booking, linkToken }); },
      onAskCancel: (booking) => { this.#focusNext = '#cancel-reason'; this.#appointments.askCancel(booking); },
      onAnother: () => { this.#appointments.show(undefined); void this.#slots.move(undefined); },
      onAgain: (booking) => void this.#slots.again(booking).then(() => { this.#focusNext = `[data-time="${this.#slots.time}"]`; this.requestUpdate(); }),
    });
  }

  async #follow(route: PortalRoute | undefined): Promise<void> {
    if (route?.section !== 'bookings') return;
    const [id, linkToken] = route.parts;
    if (!id) return;
    const client = this.clientIfAny;
    await client?.session.ready;
    if (linkToken) clearRoute();
    if (!linkToken && !this.isSignedIn) return this.announce(this.t('signInToSee'));
    if (await this.#appointments.open(id, linkToken)) { this.#focusNext = '#card-title'; this.requestUpdate(); }
    else this.announce(this.t('linkGone'));
  }

  #keepOld(): void {
    const moving = this.#slots.moving;
    void this.#slots.move(undefined);
    if (moving) this.#appointments.show({ booking: moving.booking, linkToken: moving.linkToken, how: 'opened', isInvited: false, email: undefined });
  }

  #refuse(sentence: string, startsAt: string, nearest: readonly string[] = []): void {
    const { month } = this.#slots;
    const near = month ? (nearest.length > 0 ? nearest.flatMap((at) => findTime(month, at) ?? []) : nearestFree(month, startsAt)) : [];
    this.#refused = { sentence, nearest: near.map(({ day, time }) => ({ startsAt: time.startsAt, label: time.label, day: day.name })) };
    this.#slots.chooseTime(undefined);
    this.#focusNext = '#refused-sentence';
    this.announce(sentence);
    this.requestUpdate();
  }

  async #chooseFar(startsAt: string): Promise<void> {
    this.#chooseTime(startsAt);
  }

  #chooseDay(date: string, focus: boolean): void {
    this.#slots.chooseDay(date);
    this.#refused = undefined;
    if (focus) this.#focusNext = `[data-date="${date}"]`;
  }

  #chooseTime(startsAt: string | undefined): void {
    this.#form.reset();
    if (startsAt) this.#refused = undefined;
    // Whoever chooses a time will see its card next.
    if (startsAt && !this.#viewModule) this.#appointmentsView(() => nothing);
    this.#slots.chooseTime(startsAt);
  }

  #timeKey(event: KeyboardEvent): void {
    const times = [...this.renderRoot.querySelectorAll<HTMLElement>('.times [data-time]')];
    const at = times.indexOf(event.currentTarget as HTMLElement);
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -at, End: times.length - 1 - at };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    times[at + step]?.focus();
  }

  #toggle(question: Question | 'zone' | undefined): void {
    this.#open = this.#open === question ? undefined : question;
    this.requestUpdate();
  }

  readonly #say: Say = (key, values) => this.t(key, values);
}

const factsOf = ({ id, service, provider, startsAt }: Booking): object => ({ bookingId: id, serviceId: service.id, providerId: provider.id, startsAt });
