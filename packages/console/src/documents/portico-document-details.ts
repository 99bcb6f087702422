import type { Pin } from '@portico/contract/documents/review.ts';
import type { ConsoleDocument, DocumentVersion } from '@portico/contract/documents/document.ts';
import { accessLevels, documentCategories, type AccessLevel } from '@portico/contract/documents/kinds.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { changeDocument, document as documentSource, removeDocument, shareDocument } from '../api/documents.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { projects } from '../api/projects.ts';
import { mayAdminister } from '../app/session.ts';
import { checkField, choiceField, saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { moment } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { closeSheet } from '../ui/sheet.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';
import { categoryWords, levelWords, stateTone, stateWords } from './document-words.ts';
import { projectField } from './project-field.template.ts';
import { sendOut } from './outgoing.ts';
import './portico-document-approval.ts';
import './portico-document-comments.ts';
import './portico-document-pages.ts';
import { saveDocument } from './save-document.ts';

const usual = 'usual';

/** One document in the side sheet: its versions, who may do what with it, who has opened it. */
export class PorticoDocumentDetails extends LightElement {
  static override properties = { documentId: { attribute: false }, isRemoving: { state: true }, pin: { state: true } };
  declare documentId: string;
  declare isRemoving: boolean;
  /** Where somebody wants to say something. */
  declare pin: Pin | undefined;
  readonly #document = new QueryController<ConsoleDocument>(this, () => documentSource(this.documentId));
  readonly #projects = new QueryController(this, () => (this.#document.value ? projects(this.#document.value.clientId) : undefined));
  readonly #form = new FormController(this, { name: '', category: '', projectId: '', level: '', download: true });
  #filledFor = '';

  constructor() {
    super();
    this.isRemoving = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('documentId')) {
      this.isRemoving = false;
      this.pin = undefined;
    }
    const one = this.#document.value;
    if (!one || one.id !== this.documentId || (this.#filledFor === one.id && this.#form.isDirty)) return;
    if (this.#filledFor !== one.id) this.#form.fill({ name: one.name, category: one.category, projectId: one.projectId ?? '', level: one.right.level, download: one.right.download });
    this.#filledFor = one.id;
  }

  protected override render(): TemplateResult | typeof nothing {
    const one = this.#document.value;
    if (!one) return waiting(this.#document, 6);
    return html`<p><a class="name" href="#/clients/${one.clientId}">${one.clientName}</a> ${one.archived ? html`<span class="status warn">Archived</span>` : nothing}</p>
      <portico-document-pages .document=${one} @pin=${this.#pinned} @thread=${this.#toThread}></portico-document-pages>
      ${one.versions.some(({ state }) => state === 'available') ? html`<portico-document-approval .document=${one}></portico-document-approval><portico-document-comments .document=${one} .pin=${this.pin} @unpin=${() => { this.pin = undefined; }}></portico-document-comments>` : nothing}
      <section class="document-section"><h3>Versions</h3><ul class="rows versions">${one.versions.map((version) => this.#version(one, version))}</ul>
        <label class="button pick-files">${icon('plus')} A new version<input class="visually-hidden" type="file" @change=${(event: Event) => this.#addVersion(one, event)}></label></section>
      <section class="document-section"><h3>About it</h3><form novalidate @submit=${this.#save}>${textField(this.#form, 'name', { label: 'Name', maxlength: 200 })}
        ${choiceField(this.#form, 'category', { label: 'Filed under', choices: documentCategories.filter((value) => value !== 'invoices' || one.category === 'invoices').map((value) => ({ value, label: categoryWords[value] })) })}
        ${projectField(this.#form, this.#projects.value?.items, one)}
        ${choiceField(this.#form, 'level', { label: 'What the client may do', choices: accessLevels.map((value) => ({ value, label: levelWords[value] })) })}
        ${checkField(this.#form, 'download', 'May download it')}${saveRow(this.#form, { label: 'Save' })}</form></section>
      ${one.people.length > 1 ? this.#people(one) : nothing}${this.#reads(one)}${this.#rest(one)}`;
  }

  #version({ id, name }: ConsoleDocument, { number, byName, note, label, state, refusal }: DocumentVersion): TemplateResult {
    return html`<li data-version=${number}><span class="grow"><span>Version ${number} ${state === 'available' ? nothing : html`<span class="status ${stateTone[state]}">${stateWords[state]}</span>`}</span><span class="meta">${[label.createdAt, byName, label.size].join(' · ')}</span>
        ${note ? html`<span>${note}</span>` : nothing}${refusal ? html`<span class="error">${refusal}</span>` : nothing}</span>
      ${state === 'available' ? html`<button type="button" class="icon-button" aria-label="Download ${name}, version ${number}" @click=${() => void saveDocument(id, number)}>${icon('download')}</button>` : nothing}</li>`;
  }

  #people({ people, id }: ConsoleDocument): TemplateResult {
    const choose = (contactId: string) => (event: Event) => {
      const { value } = event.target as HTMLInputElement;
      void this.#try(() => shareDocument(id, { contacts: [{ contactId, right: value === usual ? null : { level: value as AccessLevel, download: value !== 'none' } }] }));
    };
    return html`<section class="document-section"><h3>People with a right of their own</h3><ul class="rows people-rights">${people.map(({ contactId, name, right, isOwn }) => html`<li><fieldset class="segments"><legend>${name}</legend><div class="segment-row">${[usual, 'none', 'view', 'comment', 'edit'].map((value) => html`<label class="segment"><input type="radio" name="right-${contactId}" value=${value} .checked=${isOwn ? right.level === value : value === usual} @change=${choose(contactId)}><span>${value === usual ? 'As all' : levelWords[value as AccessLevel]}</span></label>`)}</div></fieldset></li>`)}</ul></section>`;
  }

  #reads({ reads }: ConsoleDocument): TemplateResult {
    return html`<section class="document-section"><h3>Opened</h3>${reads.length === 0 ? html`<p class="meta">Nobody has opened it yet.</p>` : html`<ul class="rows">${reads.map(({ name, version, lastReadAt, count }) => html`<li><span class="grow"><span>${name}</span><span class="meta">Version ${version}${count > 1 ? `, ${count} times` : ''}</span></span><span class="meta">${moment(lastReadAt)}</span></li>`)}</ul>`}</section>`;
  }

  #rest(one: ConsoleDocument): TemplateResult {
    const { id, name, archived } = one;
    if (this.isRemoving) {
      return html`<section class="document-section"><p>Delete “${name}” with all its versions? It is gone for you and for the client, and cannot be brought back.</p><div class="actions"><button type="button" class="danger" @click=${() => void this.#remove(id, name)}>Delete it for good</button><button type="button" class="quiet" @click=${() => { this.isRemoving = false; }}>Keep it</button></div></section>`;
    }
    return html`<section class="document-section"><div class="actions document-acts"><button type="button" class="quiet" @click=${() => void this.#try(() => changeDocument(id, { archived: !archived }))}>${archived ? 'Bring back from the archive' : 'Archive'}</button>
      ${mayAdminister() ? html`<button type="button" class="quiet" @click=${() => { this.isRemoving = true; }}>Delete…</button>` : nothing}</div></section>`;
  }

  readonly #pinned = ({ detail }: CustomEvent<Pin>): void => {
    this.pin = detail;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('portico-document-comments > section > form textarea')?.focus());
  };

  readonly #toThread = ({ detail }: CustomEvent<string>): void => {
    const thread = this.querySelector<HTMLElement>(`[data-thread="${detail}"]`);
    const folded = thread?.closest('details');
    if (folded) folded.open = true;
    thread?.focus();
  };

  #addVersion({ id, clientId, clientName }: ConsoleDocument, event: Event): void {
    const input = event.currentTarget as HTMLInputElement;
    sendOut([...input.files ?? []], [{ id: clientId, name: clientName }], () => ({ documentId: id }));
    input.value = '';
    toast({ text: 'The new version is on its way.', action: { label: 'Look', run: () => { location.hash = '#/documents'; closeSheet(); } } });
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { name, category, projectId, level, download } = this.#form.draft;
    const before = this.#document.value;
    if (this.#form.refuse({ name: name.trim() ? '' : 'Give it a name.' })) return;
    const saved = await this.#form.send(() => changeDocument(this.documentId, {
      name: name.trim(), level: level as AccessLevel, download, ...(category !== before?.category && { category: category as ConsoleDocument['category'] }), ...(projectId !== (before?.projectId ?? '') && { projectId: projectId || null }),
    }));
    if (saved) this.#changed();
  };

  async #remove(id: string, name: string): Promise<void> {
    if (!await this.#try(() => removeDocument(id))) return;
    closeSheet();
    toast({ text: `“${name}” is deleted.` });
  }

  async #try(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.#changed();
      return true;
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
      return false;
    }
  }

  #changed(): void {
    invalidate('documents', 'document-reviews', 'document-search', 'document-keeping');
  }
}

customElements.define('portico-document-details', PorticoDocumentDetails);
