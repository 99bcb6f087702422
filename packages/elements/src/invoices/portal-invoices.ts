import { PortalError } from '@portico/client/portal-error.ts';
// The client fetches these calls with the first of them; this way they come beside the element, not after it.
import '@portico/client/invoices.ts';
import type { InvoiceStart } from '@portico/contract/invoices/invoice.ts';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { empty, failed } from '../base/feedback.template.ts';
import { HashRouteController, readRoute } from '../base/hash-route.ts';
import { LateModules } from '../base/late-modules.ts';
import { learnLater } from '../base/localize.ts';
import { PortalElement, type Content } from '../base/portal-element.ts';
import type { Balances } from './balances-view.ts';
import { bankTransfer } from './bank-transfer.template.ts';
import { fold } from './fold.template.ts';
import type { RowView } from './invoice-row.template.ts';
import { InvoicesController } from './invoices-controller.ts';
import type { InvoicesDoor } from './invoices-door.ts';
import { invoicesDictionary, type InvoicesMessage, type SayInvoices } from './invoices-messages.ts';
import { invoicesSkeleton } from './invoices-skeleton.template.ts';
import type * as Later from './later-view.ts';
import { openInvoices } from './open-invoices.template.ts';
import { owed } from './owed.template.ts';
import { pastInvoices } from './past-invoices.template.ts';
import type { PayView } from './pay-button.template.ts';
import { PaymentController } from './payment-controller.ts';
import { styles } from './portal-invoices.styles.ts';
import { signInHint } from './sign-in-hint.template.ts';

/** What is folded away, and asked for when somebody opens it. */
type Folded = 'billing' | 'receipts';

/**
 * What a client owes and has owed: a sentence first, paying in one click, every invoice and receipt as a paper, live.
 *
 * @customElement portal-invoices
 * @fires portal-ready - What is needed is on the screen. Detail: `business`.
 * @fires portal-before-pay - About to leave for the payment page; `preventDefault()` stops it. Detail: `invoiceIds, amountMinor, currency`.
 * @fires portal-payment-started - On the way to the payment page. Detail: the same and `attemptId`.
 * @fires portal-payment-succeeded - A payment that somebody came back from has arrived. Detail: the same.
 * @fires portal-package-ordered - Somebody ordered a package; paying comes next. Detail: `packageId, productId, invoiceId`.
 * @fires portal-invoice-question - Somebody asks about an invoice; a mail to the business opens. Detail: `invoiceId`.
 * @fires portal-error - Something failed. Detail: `code, message`.
 * @csspart bank - How to pay by transfer.
 * @csspart details - What opens below an invoice.
 * @csspart form - Fields to fill in: a part to pay, who pays.
 * @csspart toolbar - The sum of what is chosen.
 * @csspart label - The name of a field.
 * @csspart input - A field.
 * @csspart hint - What helps to fill it in.
 * @csspart link - An address to follow.
 * @csspart empty - There is nothing here.
 */
export class PortalInvoices extends PortalElement<InvoicesMessage> {
  static override styles: CSSResultGroup = [PortalElement.styles, styles];

  protected override readonly dictionary = invoicesDictionary;
  readonly #say: SayInvoices = (key, values) => this.t(key, values);
  readonly #door: InvoicesDoor = {
    host: this, say: this.#say, emit: this.emit,
    complain: (error) => this.#complain(error),
    explainField: (message, otherwise) => this.explainField(message, otherwise),
    client: () => (this.isSignedIn ? this.clientIfAny : undefined),
    lang: () => this.locale,
    announce: (text) => this.announce(text),
    focus: (selector) => {
      this.#focusNext = selector;
      this.requestUpdate();
    },
  };
  readonly #invoices = new InvoicesController(this.#door, (start) => this.#arrived(start));
  readonly #payment = new PaymentController(this.#door, ({ id }) => {
    history.replaceState(history.state, '', `#portal/invoices/payment/${id}`);
    this.requestUpdate();
  });
  readonly #late = new LateModules(this, this.dictionary.english, () => learnLater(this.dictionary, this.locale));
  #module: typeof Later | undefined;
  #laterState: Later.LaterState | undefined;
  #wantsLater = false;
  readonly #open = new Set<Folded>();
  #focusNext: string | undefined;
  #ready: string | undefined;
  /** The link that was followed already. */
  #followed: string | undefined;

  constructor() {
    super();
    new HashRouteController(this);
    // What opens is fetched at the first sign that somebody will open it.
    for (const sign of ['pointerover', 'focusin']) this.addEventListener(sign, () => void this.#later(), { once: true });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#follow();
    const target = this.#focusNext && this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    if (!target) return;
    this.#focusNext = undefined;
    target.focus();
  }

  protected override languageChanged(): Promise<unknown> | void {
    if (this.#invoices.start) return this.#invoices.reload();
  }

  protected override renderWaiting(): Content {
    return invoicesSkeleton('');
  }

  protected renderContent(): Content {
    const { session, apiUrl, business } = this.client;
    if (session.state === 'signed_out') return signInHint(this.#say, this.page?.hostedUrl ?? `${apiUrl}/p/${business}`);
    const { result, start } = this.#invoices;
    const has = start && start.packages.length + start.offers.length + start.plans.items.length;
    const balances = has ? this.#late.get('balances', () => import('./balances-view.ts')) : undefined;
    // What is about to come must not push away what is there.
    const isComing = has && !balances && !this.#late.isMissing('balances');
    if (start && !isComing) return this.#screen(start, result.state === 'failed', balances?.holdings(this.#door, this.#invoices, this.#payment, start, this.headingLevel + 1));
    if (result.state !== 'failed') return invoicesSkeleton(this.t('loading'));
    const isOffline = result.error instanceof PortalError && result.error.code === 'unreachable';
    return failed({ message: this.t(isOffline ? 'offline' : 'failed'), retry: this.t('tryAgain'), onRetry: () => void this.#invoices.reload() });
  }

  #screen(start: InvoiceStart, isStale: boolean, holdings: Balances | undefined): TemplateResult {
    const { headingLevel } = this;
    const { notice, failure, history: past, hasMore, busy } = this.#invoices;
    if (this.#invoices.opened) this.#wantsLater = true;
    const view = this.#view(start);
    const [pay, rows] = [this.#payView(start), this.#rows(view)];
    const isEmpty = start.open.length + past.length + start.credit.length === 0 && !holdings;
    return html`<div class="screen">
      ${view ? this.#module?.returned(view) : nothing}
      ${[notice, failure].map((text) => (text ? html`<p class="error" part="error" role="alert">${text}</p>` : nothing))}
      ${this.#late.isMissing('later') ? this.#again(this.t('offline'), () => this.#late.forgetFailures()) : nothing}
      ${isEmpty ? empty(this.t('noneYet')) : owed({
        ...pay, start, headingLevel, consent: holdings?.consent, isChoosing: this.#payment.chosen.size > 0, busyPaper: busy, onLatest: (invoice) => void this.#invoices.savePdf(invoice),
      })}
      ${isStale ? this.#again(this.t('stale'), () => void this.#invoices.reload()) : nothing}
      ${openInvoices({
        ...pay, ...rows, invoices: start.open, chosen: this.#payment.chosen, headingLevel: headingLevel + 1,
        sum: view && this.#module?.chosen(view),
        onChoose: ({ id }, isChosen) => {
          this.#later();
          this.#payment.choose(id, isChosen);
        },
      })}
      ${bankTransfer({ say: this.#say, bankDetails: start.bankDetails, numbers: start.open.map(({ number }) => number ?? ''), isOpen: !pay.canPay })}
      ${holdings?.sections}
      ${pastInvoices({ ...rows, invoices: past, hasMore, headingLevel: headingLevel + 1, onMore: () => void this.#invoices.more() })}
      ${this.#foot(view)}
    </div>`;
  }

  /** Who pays and what was paid: rarely looked at, so asked for when somebody does. */
  #foot(view: Later.LaterView | undefined): TemplateResult {
    const open = (which: Folded) => (isOpen: boolean): void => {
      this.#open[isOpen ? 'add' : 'delete'](which);
      if (isOpen) void this.#later()?.[which].load();
    };
    return html`<div class="foot">
      ${fold({ name: 'receipts', label: this.t('receipts'), onToggle: open('receipts'), content: view && this.#module?.paid(view) })}
      ${fold({ name: 'billing', label: this.t('billing'), onToggle: open('billing'), content: view && this.#module?.billing(view) })}
    </div>`;
  }

  #again(text: string, onRetry: () => void): TemplateResult {
    return html`<p class="trouble failed" role="status"><span part="message">${text}</span> <button type="button" class="plain" part="button" @click=${onRetry}>${this.t('tryAgain')}</button></p>`;
  }

  #payView(start: InvoiceStart): PayView {
    const { busy, failure } = this.#payment;
    return { say: this.#say, canPay: start.methods.includes('card'), busy, failure, onPay: (wish) => void this.#payment.pay(wish) };
  }

  #rows(view: Later.LaterView | undefined): RowView {
    const { opened, busy, changed } = this.#invoices;
    return {
      say: this.#say, openedId: opened?.id, busyPaper: busy, changed,
      details: (invoice) => (view && this.#module?.details(view, invoice)) ?? nothing,
      onToggle: ({ id }) => void this.#invoices.toggle(id), onPdf: (invoice) => void this.#invoices.savePdf(invoice),
    };
  }

  /** For what opens; undefined until its code is there. */
  #view(start: InvoiceStart): Later.LaterView | undefined {
    const state = this.#wantsLater ? this.#later() : undefined;
    return state && {
      ...state, say: this.#say, invoices: this.#invoices, payment: this.#payment, pay: this.#payView(start), start, locale: this.locale, headingLevel: this.headingLevel,
      onQuestion: (invoiceId) => void this.emit('portal-invoice-question', { invoiceId }),
    };
  }

  #later(): Later.LaterState | undefined {
    this.#wantsLater = true;
    this.#module = this.#late.get('later', () => import('./later-view.ts'));
    if (this.#module && !this.#laterState) {
      this.#laterState = this.#module.laterState(this.#door);
      for (const which of this.#open) void this.#laterState[which].load();
    }
    return this.#laterState;
  }

  #arrived(start: InvoiceStart): void {
    this.adoptBusiness(start.business);
    this.#payment.keep(start.open);
    void this.#laterState?.attempts.look();
    const { key } = start.business;
    if (this.#ready === key) return;
    this.#ready = key;
    void this.updateComplete.then(() => this.emit('portal-ready', { business: key }));
  }

  /** A mail's link to one invoice, or the address that a payment comes back to; after the sign-in, if need be. */
  #follow(): void {
    const route = readRoute();
    const [first, attempt] = route?.section === 'invoices' ? route.parts : [];
    const link = first && [first, attempt].join('/');
    if (!this.isSignedIn) this.#followed = undefined;
    if (!this.isSignedIn || link === this.#followed) return;
    if (!first || !link) {
      // The browser's back button: what a link has opened is closed by it.
      const { opened } = this.#invoices;
      if (opened && this.#followed === `${opened.id}/`) void this.#invoices.toggle(opened.id);
      this.#followed = undefined;
      return;
    }
    const state = this.#later();
    if (!state) return;
    this.#followed = link;
    void (first === 'payment' && attempt ? state.attempts.follow(attempt) : this.#invoices.follow(first));
  }

  #complain(error: unknown): string {
    const { code, message } = error instanceof PortalError ? error : new PortalError('internal', this.t('notSent'));
    this.emit('portal-error', { code, message });
    return this.explain(error) ?? message;
  }
}
