import type { ImportInput, ImportPreview, ImportRow } from '@portico/contract/clients.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { importClients, previewImport } from '../api/clients.ts';
import { go } from '../app/router.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { checkField, formFailure } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { plural } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { toast } from '../ui/toasts.ts';
import { clientStyles } from './client.styles.ts';

type Field = 'name' | 'email' | 'phone' | 'note' | 'company';
const fields: readonly { readonly field: Field; readonly label: string }[] = [
  { field: 'name', label: 'Name' }, { field: 'email', label: 'E-mail' }, { field: 'phone', label: 'Phone' }, { field: 'note', label: 'Note' }, { field: 'company', label: 'Company' },
];
const tone = { new: 'good', duplicate_in_file: 'warn', already_a_client: 'warn', invalid: 'bad' } as const;
const shownAtOnce = 200;

/** A list from a file: first what would happen, then all of it or nothing. */
export class PorticoImport extends LightElement {
  static override properties = { preview: { state: true }, fileName: { state: true }, columns: { state: true } };
  declare preview: ImportPreview | undefined;
  declare fileName: string;
  declare columns: Readonly<Partial<Record<Field, string>>>;
  readonly #form = new FormController(this, { csv: '', invite: false });

  constructor() {
    super();
    this.fileName = '';
    this.columns = {};
    adoptStyles(clientStyles);
  }

  protected override render(): TemplateResult {
    return html`<div class="page"><p class="crumb"><a href="#/clients">Clients</a></p><div class="page-head"><h1>Import clients</h1></div>
      <form novalidate @submit=${this.#import}>
        <div class="field middle"><label for="import-file">CSV file with a header row</label><input id="import-file" type="file" accept=".csv,text/csv" @change=${this.#chosen}
          aria-describedby="import-hint" aria-invalid=${this.#form.errors['csv'] ? 'true' : nothing}>
          <p class="hint" id="import-hint">${this.#form.errors['csv'] ? html`<span class="error">${this.#form.errors['csv']}</span>` : 'Up to 2,000 rows. Nothing is added before you have seen what would happen.'}</p></div>
        ${this.preview ? this.#shown(this.preview) : formFailure(this.#form)}</form></div>`;
  }

  #shown(preview: ImportPreview): TemplateResult {
    const { rows, newCount, duplicateCount, invalidCount } = preview;
    // What needs a look comes first.
    const sorted = [...rows.filter(({ outcome }) => outcome !== 'new'), ...rows.filter(({ outcome }) => outcome === 'new')];
    return html`<section class="section"><h2>Which column is what</h2><div class="mapping">${fields.map(({ field, label }) => this.#mapping(preview, field, label))}</div></section>
      <section class="section" aria-live="polite"><h2>${plural(newCount, 'new client')}${duplicateCount ? `, ${plural(duplicateCount, 'duplicate')} left out` : ''}${invalidCount ? `, ${plural(invalidCount, 'line')} to mend` : ''}</h2>
        <ul class="rows import-rows">${sorted.slice(0, shownAtOnce).map(importRow)}</ul>
        ${sorted.length > shownAtOnce ? html`<p class="meta">and ${sorted.length - shownAtOnce} more</p>` : nothing}</section>
      ${checkField(this.#form, 'invite', 'Invite everybody by mail to set a password', 'You can also invite people one by one later.')}
      ${formFailure(this.#form)}
      <div class="actions"><button type="submit" class="primary" ?disabled=${newCount === 0} ?data-busy=${this.#form.isBusy}>Import ${plural(newCount, 'client')}</button><a class="button quiet" href="#/clients">Leave it</a></div>`;
  }

  #mapping({ columns, mapping }: ImportPreview, field: Field, label: string): TemplateResult {
    const options = [{ value: '', label: 'None' }, ...columns.map((column) => ({ value: column, label: column }))];
    const value = this.columns[field] ?? mapping[field] ?? '';
    return html`<div class="field"><span class="label">${label}</span><portico-choice .label=${label} .options=${field === 'name' ? options.slice(1) : options} .value=${value}
      @choose=${(event: CustomEvent<string>) => { this.columns = { ...this.columns, [field]: event.detail }; void this.#look(); }}></portico-choice></div>`;
  }

  readonly #chosen = async (event: Event): Promise<void> => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (!file) return;
    this.preview = undefined;
    this.columns = {};
    this.fileName = file.name;
    this.#form.set('csv', await file.text());
    await this.#look();
  };

  #input(): ImportInput {
    const { csv, invite } = this.#form.draft;
    const known = { ...this.preview?.mapping, ...this.columns };
    const { name, ...rest } = Object.fromEntries(Object.entries(known).filter(([, column]) => column)) as Partial<Record<Field, string>>;
    return { csv, invite, ...(this.preview && name && { columns: { name, ...rest } }) };
  }

  async #look(): Promise<void> {
    const preview = await this.#form.send(() => previewImport(this.#input()));
    if (preview) this.preview = preview;
  }

  readonly #import = async (event: Event): Promise<void> => {
    event.preventDefault();
    const result = await this.#form.send(() => importClients(this.#input()));
    if (!result) return;
    invalidate('clients');
    go('#/clients');
    toast({ text: `${plural(result.imported, 'client')} imported${result.invited ? `, ${result.invited} invited` : ''}.` });
  };
}

function importRow({ line, name, email, phone, outcome, reason }: ImportRow): TemplateResult {
  return html`<li><span class="meta figures line">Line ${line}</span><span class="grow"><span class="name">${name || 'No name'}</span><span class="meta">${[email, phone].filter(Boolean).join(' · ')}</span></span>
    <span class="status ${tone[outcome]}">${reason ?? 'New'}</span></li>`;
}

customElements.define('portico-import', PorticoImport);
