import type { BookingStart } from '@portico/contract/bookings/booking-start.ts';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { empty, failed } from '../base/feedback.template.ts';
import { clearRoute, HashRouteController, type PortalRoute } from '../base/hash-route.ts';
import { PortalElement, type Content } from '../base/portal-element.ts';
import { signInLink } from '../base/sign-in-link.template.ts';
import { RoomController } from '../base/room-controller.ts';
import { AppointmentsController } from './appointments-controller.ts';
import type { AppointmentsView } from './appointments-view.ts';
import { booker } from './booker-view.ts';
import { BookingFormController } from './booking-form-controller.ts';
import { BookingsController } from './bookings-controller.ts';
import type { BookingsDoor } from './bookings-door.ts';
import { bookingsDictionary, type BookingsMessage } from './bookings-messages.ts';
import { bookingsSkeleton } from './bookings-skeleton.template.ts';
import { LateViews } from './late-views.ts';
import { PanelController } from './panel-controller.ts';
import { styles } from './portal-bookings.styles.ts';
import { sayMoment } from '../base/say-moment.ts';
import { soon } from '../base/soon.ts';
import { SlotsController } from './slots-controller.ts';
import { showDay } from './strip-of-days.ts';
import type { Say } from './translate.ts';

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
 * @fires portal-ready - What is needed is on the screen. Detail: `business`.
 * @fires portal-before-book - About to book; `preventDefault()` stops it. Detail: `serviceId, providerId, startsAt`.
 * @fires portal-before-move - About to move a booking; cancellable. Detail: `bookingId, serviceId, providerId, startsAt` (the new time).
 * @fires portal-before-cancel - About to cancel a booking; cancellable. Detail: `bookingId, serviceId, providerId, startsAt`.
 * @fires portal-before-pay-booking - About to leave for the provider, to pay for a time that is held; cancellable. Detail: `bookingId, url`.
 * @fires portal-booking-created - Detail: `bookingId, serviceId, providerId, startsAt`.
 * @fires portal-booking-moved - Detail: the same.
 * @fires portal-booking-cancelled - Detail: the same.
 * @fires portal-error - Something failed. Detail: `code, message`.
 * @csspart toolbar - The month and the way to the next.
 * @csspart body - Days and times.
 * @csspart footer - The line that names the time zone.
 * @csspart change - What opens a choice: service, provider, time zone.
 * @csspart popover - A list of choices that floats.
 * @csspart item-selected - The chosen one of a list.
 * @csspart day - One day.
 * @csspart day-free - A day with free times.
 * @csspart day-selected - The chosen day.
 * @csspart day-today - Today.
 * @csspart day-past - A day that is over.
 * @csspart slot - One time.
 * @csspart slot-free - A time that can be booked.
 * @csspart slot-taken - A time that cannot.
 * @csspart slot-own - The time of the booking that is being moved.
 * @csspart slot-selected - The chosen time.
 * @csspart slot-changed - A time that was taken or given back a moment ago.
 * @csspart confirm - What a chosen time, or a cancellation, grows into.
 * @csspart label - The name of a field.
 * @csspart input - A field.
 * @csspart link - An address to follow.
 * @csspart empty - There is nothing here.
 * @csspart button-danger - What cannot be undone.
 */
export class PortalBookings extends PortalElement<BookingsMessage> {
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

  protected readonly dictionary = bookingsDictionary;
  readonly #say: Say = (key, values) => this.t(key, values);
  readonly #focus = (selector: string): void => {
    this.#focusNext = selector;
    this.requestUpdate();
  };
  readonly #door: BookingsDoor = {
    host: this, say: this.#say, focus: this.#focus,
    explain: (error) => this.explain(error),
    explainField: (message, otherwise) => this.explainField(message, otherwise),
    client: () => this.clientIfAny,
    isSignedIn: () => this.isSignedIn,
    lang: () => this.locale,
    wish: () => ({ service: this.service, provider: this.provider, month: this.month }),
    announce: (text) => this.announce(text),
    emit: this.emit,
    answers: () => this.#late.fetchAnswers(),
  };
  readonly #slots = new SlotsController(this.#door, {
    arrived: (start) => this.#arrived(start),
    changed: (taken) => this.#flow.timesChanged(taken),
  });
  readonly #appointments = new AppointmentsController(this.#door);
  readonly #form = new BookingFormController(this.#door);
  readonly #flow = new BookingsController(this.#door, { slots: this.#slots, appointments: this.#appointments, form: this.#form });
  readonly #panel = new PanelController(this.#door, () => this.renderRoot.querySelector('.root'));
  readonly #room = new RoomController(this, () => this.renderRoot.querySelector('.times'), () => this.renderRoot.querySelector('.screen'));
  readonly #late = new LateViews(this, this.#say, () => this.locale);
  readonly #route = new HashRouteController(this, (route) => void this.#follow(route));
  #focusNext: string | undefined;
  #ready: string | undefined;

  constructor() {
    super();
    this.lockService = false;
    this.lockProvider = false;
    // What an answer needs is fetched at the first sign of one, not by everybody who reads the page.
    for (const sign of ['pointerover', 'focusin']) this.addEventListener(sign, this.#prepare, { once: true });
  }

  /** Bones are for who has to wait: what the loader asked for has mostly come before this code. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await soon(Promise.all([this.#slots.load(), this.clientIfAny?.session.ready]));
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('name')) this.#form.suggest('name', this.name, changed.get('name'));
    if (changed.has('email')) this.#form.suggest('email', this.email, changed.get('email'));
    const isOther = changed.has('service') || changed.has('provider') || changed.has('month');
    if (isOther && this.hasUpdated && this.#slots.start) void this.#slots.load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    showDay(this.renderRoot, this.#slots.date);
    if (!this.#focusNext) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    if (!target) return;
    this.#focusNext = undefined;
    target.focus();
  }

  protected override languageChanged(): Promise<unknown> {
    return this.#flow.languageChanged();
  }

  protected override renderWaiting(): Content {
    return bookingsSkeleton('');
  }

  protected override sessionChanged(): void {
    super.sessionChanged();
    const { opened } = this.#appointments;
    if (!this.isSignedIn && opened && !opened.linkToken) this.#appointments.show(undefined);
    if (this.isSignedIn && this.#flow.notice) void this.#follow(this.#route.route);
  }

  protected renderContent(): Content {
    const { start, error } = this.#slots;
    const { opened, isOpening, upcoming, listFailure } = this.#appointments;
    const lists = this.isSignedIn ? this.#late.lists() : undefined;
    // Who chooses a time will see the card soon.
    const card = opened || this.#slots.time || upcoming?.some(({ hold }) => hold) ? this.#late.card() : undefined;
    if (opened && card) return this.#screen(card.openedBooking(this.#view(card), opened));
    if (!start && error) return this.#failed(error.code === 'unreachable' && !navigator.onLine ? 'offline' : 'failed');
    const isWaiting = !start || isOpening || opened || this.client.session.state === 'unknown'
      || (this.isSignedIn && !(lists && (upcoming || listFailure)));
    if (isWaiting) return bookingsSkeleton(this.t('loading'));
    const isListed = this.isSignedIn && lists && !this.#slots.moving;
    return this.#screen(html`
      ${this.#flow.notice ? html`<p class="notice" part="message">${this.#flow.notice} ${this.#flow.asksSignIn ? signInLink(this.t('signIn'), start.business.hostedUrl) : nothing}</p>` : nothing}
      ${isListed ? lists.upcomingAppointments(this.#view(card)) : nothing}
      ${isListed && upcoming?.length ? html`<div class="eyebrow another" role="heading" aria-level=${this.headingLevel}>${this.t('bookAnother')}</div>` : nothing}
      ${this.#booker(start)}
      ${isListed ? lists.pastAppointments(this.#view()) : nothing}`, isListed && 'bookAnother');
  }

  /** Longer than the room that the page has for it, it ends in a button. */
  #screen(content: TemplateResult, onward?: 'bookAnother' | false): TemplateResult {
    const isCut = this.#room.cut === 'whole';
    return html`<div class="screen ${isCut ? 'cut' : ''}">${content}</div>
      ${isCut ? html`<button type="button" class="secondary" part="button" data-action="show-all"
        @click=${() => onward && this.#focus('.day.selected')}>${this.t(onward || 'showAll')}</button>` : nothing}`;
  }

  #booker(start: BookingStart): TemplateResult {
    const { month, moving, service } = this.#slots;
    const isAnswering = Boolean(moving ?? this.#slots.time ?? this.#panel.open ?? this.#flow.refused);
    if (!service || !month) {
      return html`<div class="nothing">${empty(this.t('noServices'))}<p class="hint">${this.t('noServicesHint', { business: start.business.name })}</p></div>`;
    }
    return booker({
      say: this.#say, flow: this.#flow, slots: this.#slots, appointments: this.#appointments, form: this.#form, panel: this.#panel, room: this.#room, focus: this.#focus,
      start, month, service, isServiceFixed: this.lockService, isProviderFixed: this.lockProvider,
      answers: isAnswering ? this.#late.answers() : undefined, waiting: () => this.#late.missing('answers'),
      isRtl: this.isRtl, digits: (value) => this.digits(value),
      walk: (step) => this.#late.fetchAnswers().then(step, () => undefined).then(() => undefined),
      times: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.times [data-time]')],
      zones: () => this.#late.zones()?.zoneChooser({ say: this.#say, locale: this.locale, panel: this.#panel, slots: this.#slots }) ?? this.#late.missing('zones'),
      clock: (moment) => sayMoment(moment, this.locale, { timeStyle: 'short' }),
    });
  }

  readonly #prepare = (): void => {
    this.#late.answers();
    void this.#panel.prepare();
  };

  #view(card?: AppointmentsView['card']): AppointmentsView {
    const isAsked = this.#appointments.cancelling !== undefined;
    return {
      say: this.#say, flow: this.#flow, appointments: this.#appointments, businessName: this.page?.name ?? '', headingLevel: this.headingLevel,
      locale: this.locale, focus: this.#focus, card,
      answers: isAsked ? this.#late.answers() : undefined, waiting: () => this.#late.missing('answers'),
    };
  }

  #failed(message: BookingsMessage): TemplateResult {
    return html`<div class="nothing">${failed({ message: this.t(message), retry: this.t('retry'), onRetry: () => void this.#slots.retry() })}</div>`;
  }

  #arrived({ business }: BookingStart): void {
    this.adoptBusiness(business);
    if (this.#ready === business.key) return;
    this.#ready = business.key;
    void this.updateComplete.then(() => this.emit('portal-ready', { business: business.key }));
  }

  async #follow(route: PortalRoute | undefined): Promise<void> {
    const [id, linkToken] = route?.section === 'bookings' ? route.parts : [];
    if (!id) return this.#flow.closeLink();
    await this.updateComplete;
    await this.clientIfAny?.session.ready;
    // A token must not stay in the address bar, be shared, or be remembered.
    if (linkToken) clearRoute();
    await this.#flow.openLink(id, linkToken);
  }
}
