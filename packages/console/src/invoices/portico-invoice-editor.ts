import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { refresh } from '../api/cache.ts';
import { client } from '../api/clients.ts';
import { addDraft, invoice, invoiceSettings, issueInvoice, removeDraft, taxes } from '../api/invoices.ts';
import { ProblemError, sentenceOf } from '../api/problem-error.ts';
import { go } from '../app/router.ts';
import { addDays } from '../ui/civil-time.ts';
import { formFailure } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { longDay, money, today } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { draftOf, emptyDraft, emptyLine, readDraft, totalsOf, type InvoiceDraft, type LineDraft, type ReadDraft } from './invoice-draft.ts';
import { invoiceLines } from './invoice-lines.template.ts';
import { hasRareTerms, invoiceTerms } from './invoice-terms.template.ts';
import { invoicesChanged } from './live-invoices.ts';
import './portico-invoice-client.ts';
import { totalRows } from './totals.template.ts';

/** An invoice being written: saved as one types, totals as one types, issued with Ctrl and Enter. */
export class PorticoInvoiceEditor extends LightElement {
  static override properties = { draftId: { attribute: false }, clientId: { attribute: false }, wasKept: { state: true } };
  /** Empty: a new one. */
  declare draftId: string;
  /** Whom a new one is for. */
  declare clientId: string;
  declare wasKept: boolean;
  readonly #invoice = new QueryController<Invoice>(this, () => (this.draftId && this.draftId !== this.#keeper.id ? invoice(this.draftId) : undefined));
  readonly #client = new QueryController(this, () => (this.clientId ? client(this.clientId) : undefined));
  readonly #taxes = new QueryController(this, () => taxes);
  readonly #settings = new QueryController(this, () => invoiceSettings);
  readonly #form = new FormController<InvoiceDraft>(this, emptyDraft(emptyLine([], undefined)));
  readonly #keeper = new DraftKeeper(this, (id) => { if (this.isConnected) { this.draftId = id; history.replaceState(null, '', `#/invoices/edit/${id}`); } });
  #filledFor: string | undefined;
  /** Once open, the rarer terms stay open: nothing closes under the hands of whoever types. */
  #showsMore = false;

  constructor() {
    super();
    this.draftId = '';
    this.clientId = '';
    this.wasKept = false;
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void this.#issue();
    });
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const key = this.draftId || `new ${this.clientId}`;
    if (key === this.#filledFor || !this.#taxes.value || !this.#settings.value) return;
    if (this.draftId !== '' && this.draftId === this.#keeper.id) { this.#filledFor = key; return; }
    const found = this.draftId ? this.#invoice.value : undefined;
    // The form of the former address must not take what is typed: it would be filled anew under the hands.
    if ((this.draftId && !found) || (this.clientId && !this.#client.value)) return void (this.#filledFor = undefined);
    this.#filledFor = key;
    this.#showsMore = false;
    const kept = this.#keeper.open(this.draftId, this.draftId || `new${this.clientId}`, found?.version);
    this.wasKept = kept !== undefined;
    const fresh = emptyDraft(emptyLine(this.#taxes.value.items, this.#settings.value));
    const who = this.#client.value && this.clientId ? { clientId: this.clientId, clientName: this.#client.value.name } : {};
    this.#form.fill(kept ?? (found ? draftOf(found) : { ...fresh, ...who }));
    if (kept) this.#typed();
  }

  protected override render(): TemplateResult {
    if (this.#filledFor === undefined) return html`<div class="page">${waiting(this.draftId ? this.#invoice : this.#taxes, 8)}</div>`;
    const { draft } = this.#form;
    const read = readDraft(draft);
    const totals = totalsOf(read.input, this.#taxes.value?.items ?? []);
    const issue = html`<button type="button" class="primary issue" aria-disabled=${this.#form.isBusy ? 'true' : 'false'} ?data-busy=${this.#form.isBusy} @click=${() => void this.#issue()}>Issue${totals && totals.totalMinor > 0 ? ` ${money(totals.totalMinor, draft.currency)}` : ''}</button>`;
    return html`<div class="page invoice-editor"><p class="crumb"><a href="#/invoices">Invoices</a></p>
      <div class="page-head"><h1>${draft.clientName ? `Invoice for ${draft.clientName}` : 'New invoice'}</h1>${this.#saved(read)}
        ${issue}</div>
      ${this.#keeper.isOvertaken ? html`<p class="note overtaken" role="alert">This draft was changed in another window or by somebody else since you opened it, so what you typed is not saved. <button type="button" class="link" @click=${() => void this.#loadAgain()}>Load what it says now</button></p>` : this.wasKept ? html`<p class="note">What you typed last time is here again. <button type="button" class="link" @click=${this.#startAfresh}>Start afresh</button></p>` : nothing}
      <portico-invoice-client .clientId=${draft.clientId} .clientName=${draft.clientName} .error=${this.#form.errors['clientId'] ?? ''}
        @choose-client=${(event: CustomEvent<{ id: string; name: string }>) => this.#chooseClient(event.detail)}></portico-invoice-client>
      <section class="section" aria-label="Lines and total"><h2 class="visually-hidden">What it is for</h2>${invoiceLines({
        lines: draft.lines, currency: draft.currency, taxes: this.#taxes.value?.items ?? [], errors: this.#form.errors, totalOf: (place) => (Object.keys(read.errors).some((field) => field.startsWith(`lines.${place}.`)) ? undefined : totals?.lines[read.places.indexOf(place)]),
        onChange: this.#changeLine, onAdd: this.#addLine, onRemove: this.#removeLine,
      })}${this.#form.errors['lines'] ? html`<p class="error" role="alert">${this.#form.errors['lines']}</p>` : nothing}
        <div class="totals-place" aria-live="polite">${totals ? totalRows(totals, draft.currency) : html`<p class="meta">This is too large for one invoice.</p>`}</div></section>
      <form class="section terms" novalidate @submit=${(event: Event) => event.preventDefault()} @input=${this.#typed} @choose=${this.#typed} @choose-day=${this.#typed}>${invoiceTerms(this.#form, { dueHint: this.#dueHint(), isOpen: this.#showsMore ||= hasRareTerms(this.#form) })}</form>
      ${formFailure(this.#form)}
      <div class="actions editor-foot">${issue}<p class="meta keys-hint"><kbd>Enter</kbd> adds a line, <kbd>Ctrl</kbd> <kbd>Enter</kbd> issues the invoice.</p>
        ${this.#keeper.id ? html`<button type="button" class="quiet" @click=${() => void this.#remove()}>Delete this draft</button>` : nothing}</div></div>`;
  }

  #saved({ errors }: ReadDraft): TemplateResult {
    const { state, error } = this.#keeper;
    if (this.#keeper.isOvertaken) return html`<span class="error">Not saved</span>`;
    if (error) return html`<span class="error" role="alert">Not saved: ${sentenceOf(error)}</span>`;
    const words = { untouched: '', saving: 'Saving…', saved: 'Draft saved', unsaved: Object.keys(errors).length > 0 ? 'Kept in this browser' : 'Saving…' }[state];
    return html`<span class="meta" role="status">${words}</span>`;
  }

  #dueHint(): string {
    const days = this.#settings.value?.paymentDays ?? 14;
    return `Left empty: ${days === 0 ? 'the day it is issued' : `${days} days after it is issued`}, ${longDay(addDays(today(), days))} if that is today.`;
  }

  /** Lit has set the form's own value by the time that this bubbles up. */
  readonly #typed = (): void => {
    const { input, errors } = readDraft(this.#form.draft);
    this.#keeper.typed(this.#form.draft, Object.keys(errors).length === 0 ? input : undefined);
  };

  #set<Name extends keyof InvoiceDraft>(name: Name, value: InvoiceDraft[Name]): void {
    this.#form.set(name, value);
    this.#typed();
  }

  #chooseClient({ id, name }: { id: string; name: string }): void {
    this.#form.set('clientName', name);
    this.#set('clientId', id);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.line textarea')?.focus());
  }

  readonly #changeLine = (place: number, change: Partial<LineDraft>): void => this.#set('lines', this.#form.draft.lines.map((line, at) => (at === place ? { ...line, ...change } : line)));

  readonly #addLine = (after: number): void => {
    const { lines } = this.#form.draft;
    const line = { ...emptyLine(this.#taxes.value?.items ?? [], this.#settings.value), ...(lines[after] && { taxIds: lines[after].taxIds, taxIncluded: lines[after].taxIncluded }) };
    this.#set('lines', lines.toSpliced(after + 1, 0, line));
    this.#focusLine(line.key);
  };

  readonly #removeLine = (place: number): void => {
    const { lines } = this.#form.draft;
    const gone = lines[place];
    this.#set('lines', lines.toSpliced(place, 1));
    this.#focusLine(this.#form.draft.lines[Math.max(0, place - 1)]?.key ?? '');
    if (gone?.description) toast({ text: `“${gone.description.split('\n')[0]}” removed.`, action: { label: 'Undo', run: () => this.#set('lines', this.#form.draft.lines.toSpliced(place, 0, gone)) } });
  };

  #focusLine(key: string): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-line="${key}"] textarea`)?.focus());
  }

  readonly #startAfresh = (): void => {
    this.#keeper.forget();
    this.#filledFor = undefined;
    this.requestUpdate();
  };

  /** What was typed here goes: the other one counts. */
  async #loadAgain(): Promise<void> {
    this.#keeper.forget();
    await refresh(invoice(this.draftId));
    this.#keeper.id = '';
    this.#filledFor = undefined;
    this.requestUpdate();
  }

  async #issue(): Promise<void> {
    const { errors, input, places } = readDraft(this.#form.draft);
    if (this.#form.isBusy) return undefined;
    if (this.#form.refuse(errors)) return errors['clientId'] ? this.#askForClient() : undefined;
    if (this.#keeper.id === '' || this.#keeper.state !== 'saved') this.#keeper.typed(this.#form.draft, input);
    const issued = await this.#form.send(async () => {
      if (!(await this.#keeper.flush())) throw this.#keeper.error ?? new Error('not saved');
      return issueInvoice(this.#keeper.id);
    });
    if (!issued) return this.#pointAtLines(places);
    invoicesChanged();
    toast({ text: `${issued.number} for ${issued.clientName} is issued: ${issued.label.total}.` });
    go(`#/invoices/${issued.id}`);
  }

  /** The picker stands above all else and renders by itself, a moment later. */
  async #askForClient(): Promise<void> {
    await this.updateComplete;
    const picker = this.querySelector<LightElement>('portico-client-picker');
    await picker?.updateComplete;
    picker?.querySelector('input')?.focus();
  }

  /** The server counts the lines that it was sent; the form also has blank ones. */
  #pointAtLines(places: readonly number[]): void {
    this.#form.errors = Object.fromEntries(Object.entries(this.#form.errors).map(([field, message]) => [field.replace(/^lines\.(\d+)\./, (_, at: string) => `lines.${places[Number(at)] ?? at}.`), message]));
    this.requestUpdate();
  }

  async #remove(): Promise<void> {
    const { input } = readDraft(this.#form.draft);
    const { id } = this.#keeper;
    try {
      this.#keeper.forget();
      await this.#keeper.flush();
      await removeDraft(id);
      invoicesChanged();
      go('#/invoices');
      toast({ text: 'Draft deleted.', action: { label: 'Undo', run: () => { void addDraft(input).then((made) => { invoicesChanged(); go(`#/invoices/edit/${made.id}`); }); } } });
    } catch (error) {
      toast({ text: error instanceof ProblemError ? error.message : sentenceOf(error), tone: 'refused' });
    }
  }
}

customElements.define('portico-invoice-editor', PorticoInvoiceEditor);
