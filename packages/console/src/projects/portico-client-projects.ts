import type { Project } from '@portico/contract/projects.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { documents } from '../api/documents.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { addProject, changeProject, projects } from '../api/projects.ts';
import { documentRow } from '../documents/document-row.template.ts';
import { saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';

/** The pieces of work for one client, each with its documents. */
export class PorticoClientProjects extends LightElement {
  static override properties = { clientId: { attribute: false }, opened: { state: true }, naming: { state: true }, withArchived: { state: true } };
  declare clientId: string;
  /** Whose documents are shown. */
  declare opened: string | undefined;
  /** Which is being renamed; empty: a new one is being named. */
  declare naming: string | undefined;
  declare withArchived: boolean;
  readonly #running = new QueryController(this, () => projects(this.clientId));
  readonly #archived = new QueryController(this, () => (this.withArchived ? projects(this.clientId, true) : undefined));
  readonly #documents = new QueryController(this, () => (this.opened ? documents({ client: this.clientId, project: this.opened, limit: 50 }) : undefined));
  readonly #form = new FormController(this, { name: '' });

  constructor() {
    super();
    this.withArchived = false;
  }

  protected override render(): TemplateResult {
    const items = this.#running.value?.items;
    const all = [...items ?? [], ...(this.withArchived ? this.#archived.value?.items ?? [] : [])];
    return html`<div class="title-row"><h2>Projects</h2>${this.naming === '' ? nothing : html`<button type="button" @click=${() => this.#name('')}>${icon('plus')} Add a project</button>`}</div>
      ${this.naming === '' ? this.#nameForm('Add') : nothing}
      ${items === undefined ? waiting(this.#running, 1) : all.length === 0 ? html`<p class="meta">None. A project keeps the documents of one piece of work together.</p>` : html`<ul class="rows">${all.map((one) => this.#row(one))}</ul>`}
      <p class="list-more"><button type="button" class="quiet" @click=${() => { this.withArchived = !this.withArchived; }}>${this.withArchived ? 'Without archived ones' : 'With archived ones'}</button></p>`;
  }

  #row(one: Project): TemplateResult {
    const { id, name, archived } = one;
    if (this.naming === id) return html`<li class="project">${this.#nameForm('Rename')}</li>`;
    const isOpen = this.opened === id;
    return html`<li class="project" data-project=${id}><div class="project-row"><button type="button" class="quiet row-button" aria-expanded=${isOpen ? 'true' : 'false'} @click=${() => { this.opened = isOpen ? undefined : id; }}><span class="grow"><span class="name">${name}</span><span class="meta">${isOpen ? 'Hide its documents' : 'Show its documents'}</span></span></button>
        ${archived ? html`<span class="status warn">Archived</span>` : html`<button type="button" class="quiet" aria-label="Rename ${name}" @click=${() => this.#name(id, name)}>Rename</button>`}
        <button type="button" class="quiet" aria-label="${archived ? 'Restore' : 'Archive'} ${name}" @click=${() => void this.#put(one)}>${archived ? 'Restore' : 'Archive'}</button></div>
      ${isOpen ? this.#documentsPart() : nothing}</li>`;
  }

  #documentsPart(): TemplateResult | typeof nothing {
    const items = this.#documents.value?.items;
    if (!items) return waiting(this.#documents, 1);
    return items.length === 0 ? html`<p class="meta">No documents in it yet. Choose it when you send files, or in a document.</p>` : html`<ul class="rows project-documents">${items.map((document) => documentRow(document, { withClient: false }))}</ul>`;
  }

  #nameForm(label: string): TemplateResult {
    return html`<form novalidate @submit=${this.#save}>${textField(this.#form, 'name', { label: 'Name of the project', hint: 'The client reads it beside the documents.', maxlength: 120, autocomplete: 'off' })}
      ${saveRow(this.#form, { label, rest: html`<button type="button" class="quiet" @click=${() => { this.naming = undefined; }}>Leave it</button>` })}</form>`;
  }

  #name(id: string, name = ''): void {
    this.naming = id;
    this.#form.fill({ name });
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('[name=name]')?.focus());
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const [name, { naming }] = [this.#form.draft.name.trim(), this];
    if (this.#form.refuse({ name: name ? '' : 'Give it a name.' })) return;
    const saved = await this.#form.send(() => (naming ? changeProject(naming, { name }) : addProject(this.clientId, name)));
    if (!saved) return;
    this.naming = undefined;
    invalidate('projects', 'documents');
  };

  async #put({ id, name, archived }: Project): Promise<void> {
    try {
      await changeProject(id, { archived: !archived });
      invalidate('projects');
      if (!archived) toast({ text: `${name} is archived. Its documents stay.`, action: { label: 'Undo', run: () => { void changeProject(id, { archived: false }).then(() => invalidate('projects')); } } });
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
    }
  }
}

customElements.define('portico-client-projects', PorticoClientProjects);
