import { documentCategories } from '@portico/contract/documents/kinds.ts';
import type { Project } from '@portico/contract/projects.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { projects } from '../api/projects.ts';
import { checkField, choiceField, dateField, formFailure, textArea, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { plural, today } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { closeSheet } from '../ui/sheet.ts';
import { toast } from '../ui/toasts.ts';
import { categoryWords, likelyCategory } from './document-words.ts';
import type { SendStart } from './open-document-sheets.ts';
import { projectField } from './project-field.template.ts';
import { sendOut } from './outgoing.ts';
import './portico-clients-field.ts';
import type { NamedClient } from './portico-clients-field.ts';

const byName = 'by-name';

/** Files for one client or for many at once. Each client gets a document of their own. */
export class PorticoSendFiles extends LightElement {
  static override properties = { start: { attribute: false }, clients: { state: true }, files: { state: true } };
  declare start: SendStart;
  declare clients: readonly NamedClient[];
  declare files: readonly File[];
  readonly #form = new FormController(this, { category: byName, projectId: '', note: '', asks: false, message: '', dueOn: '' });

  // Projects are one client's.
  readonly #projects = new QueryController(this, () => (this.clients.length === 1 && this.clients[0] ? projects(this.clients[0].id) : undefined));

  constructor() {
    super();
    this.start = {};
    this.clients = [];
    this.files = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.clients = this.start.client ? [this.start.client] : [];
    this.files = this.start.files ?? [];
  }

  protected override render(): TemplateResult {
    const choices = [{ value: byName, label: 'By each file’s name' }, ...documentCategories.filter((one) => one !== 'invoices').map((value) => ({ value, label: categoryWords[value] }))];
    return html`<form class="send-files" novalidate @submit=${this.#send}>
      <portico-clients-field .clients=${this.clients} .error=${this.#form.errors['clientId'] ?? ''} @choose-clients=${this.#chose}></portico-clients-field>
      <div class="field"><span class="label">Files</span>${this.files.length > 0 ? html`<ul class="picked">${this.files.map((file) => html`<li><span>${file.name}</span><button type="button" class="icon-button" aria-label="Without ${file.name}" @click=${() => { this.files = this.files.filter((one) => one !== file); }}>${icon('close')}</button></li>`)}</ul>` : nothing}
        <label class="button pick-files">${icon('plus')} ${this.files.length > 0 ? 'More files' : 'Choose files'}<input class="visually-hidden" type="file" multiple @change=${this.#chosen}></label>
        ${this.#form.errors['files'] ? html`<p class="error">${this.#form.errors['files']}</p>` : nothing}</div>
      ${choiceField(this.#form, 'category', { label: 'File them under', choices })}
      ${projectField(this.#form, this.#itsProjects)}
      ${textField(this.#form, 'note', { label: 'What is it, or what changed?', isOptional: true, maxlength: 500, hint: 'The client reads it beside the document, and can find it by these words.' })}
      ${checkField(this.#form, 'asks', 'Ask for approval')}${this.#form.draft.asks ? html`${textArea(this.#form, 'message', { label: 'What should they look at?', isOptional: true, rows: 2, maxlength: 1000 })}${dateField(this.#form, 'dueOn', { label: 'By when?', isOptional: true, min: today(), hint: 'They are reminded until they have decided.' })}` : nothing}
      ${formFailure(this.#form)}<div class="actions"><button type="submit" class="primary">${this.files.length > 0 && this.clients.length > 1 ? `Send ${plural(this.files.length, 'file')} to ${plural(this.clients.length, 'client')}` : 'Send'}</button></div></form>`;
  }

  get #itsProjects(): readonly Project[] {
    return this.clients.length === 1 ? this.#projects.value?.items ?? [] : [];
  }

  readonly #chose = ({ detail }: CustomEvent<readonly NamedClient[]>): void => {
    this.clients = detail;
    this.#form.errors = {};
  };

  readonly #chosen = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    this.files = [...this.files, ...input.files ?? []];
    input.value = '';
  };

  readonly #send = (event: Event): void => {
    event.preventDefault();
    if (this.#form.refuse({ clientId: this.clients.length > 0 ? '' : 'Choose who gets them.', files: this.files.length > 0 ? '' : 'Choose at least one file.' })) return;
    const { category, projectId, note, asks, message, dueOn } = this.#form.draft;
    const chosen = documentCategories.find((one) => one === category);
    // Whoever it was chosen for may have been taken off the list again.
    const project = this.#itsProjects.find(({ id }) => id === projectId);
    sendOut(this.files, this.clients, ({ name }) => ({ category: chosen ?? likelyCategory(name), ...(project && { projectId: project.id }), note: note.trim(), ...(asks && { approval: { message: message.trim(), dueOn: dueOn || null } }) }));
    if (location.hash.startsWith('#/documents')) closeSheet();
    else {
      closeSheet();
      toast({ text: `${plural(this.files.length * this.clients.length, 'file')} on the way.`, action: { label: 'Look', run: () => { location.hash = '#/documents'; } } });
    }
  };
}

customElements.define('portico-send-files', PorticoSendFiles);
