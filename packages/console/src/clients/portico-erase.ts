import type { Client, ErasePreview } from '@portico/contract/clients.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { eraseClient, erasePreview } from '../api/clients.ts';
import { go } from '../app/router.ts';
import '../auth/portico-proof.ts';
import { saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { plural } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { closeSheet, openSheet } from '../ui/sheet.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';

export function openEraseSheet(client: Client): void {
  openSheet({ name: `erase-${client.id}`, title: `Erase ${client.name}`, body: html`<portico-erase .client=${client}></portico-erase>` });
}

/** What goes, what stays and why; then the name is typed, and whoever types it proves who they are. It cannot be undone. */
export class PorticoErase extends LightElement {
  static override properties = { client: { attribute: false }, needsProof: { state: true } };
  declare client: Client;
  declare needsProof: boolean;
  readonly #preview = new QueryController<ErasePreview>(this, () => erasePreview(this.client.id));
  readonly #form = new FormController(this, { name: '' });

  constructor() {
    super();
    this.needsProof = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const preview = this.#preview.value;
    if (!preview) return waiting(this.#preview, 5);
    if (preview.unsettled.length > 0) return unsettledPart(this.client, preview.unsettled);
    if (this.needsProof) return html`<portico-proof @proved=${() => void this.#erase()} @leave=${() => { this.needsProof = false; }}></portico-proof>`;
    return html`${listsPart(preview)}<form novalidate @submit=${this.#submit}>
      ${textField(this.#form, 'name', { label: `Type “${this.client.name}” to confirm`, hint: 'This cannot be undone, by you or by us.', autocomplete: 'off', maxlength: 100 })}
      ${saveRow(this.#form, { label: 'Erase for good', tone: 'danger', rest: html`<button type="button" class="quiet" @click=${closeSheet}>Keep</button>` })}</form>`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const isSame = this.#form.draft.name.trim() === this.client.name.trim();
    if (this.#form.refuse({ name: isSame ? undefined : `Type the name exactly as it is written: ${this.client.name}` })) return;
    void this.#erase();
  };

  async #erase(): Promise<void> {
    const { name } = this.client;
    this.needsProof = false;
    const done = await this.#form.send(() => eraseClient(this.client.id, this.#form.draft.name.trim()));
    if (this.#form.problem?.code === 'fresh_proof_required') {
      this.#form.fill(this.#form.draft);
      this.needsProof = true;
      return;
    }
    // Somebody was paid, or a plan began, since the list was shown.
    if (this.#form.problem?.code === 'conflict') invalidate('clients');
    if (!done) return;
    closeSheet();
    go('#/clients', { replace: true });
    invalidate('clients', 'calendar', 'documents', 'invoices');
    toast({ text: `${name} is erased.` });
  }
}

function unsettledPart({ name }: Client, unsettled: readonly string[]): TemplateResult {
  return html`<p>Something is still open with ${name}. Settle it first: afterwards there is nobody left to tell.</p>
    <div class="erase-lists"><ul class="unsettled">${unsettled.map((one) => html`<li>${one}</li>`)}</ul></div>
    <div class="actions"><button type="button" @click=${closeSheet}>Close</button></div>`;
}

function listsPart({ contacts, documents, upcoming, pastBookings, invoices }: ErasePreview): TemplateResult {
  return html`<div class="erase-lists">
    <section><h3>What goes</h3><ul>
      <li>Name, addresses, numbers and notes of ${plural(contacts, 'person', 'people')}, with their logins. Open pages close at once.</li>
      ${documents > 0 ? html`<li>${plural(documents, 'document')}. Their key is destroyed, so every copy becomes unreadable.</li>` : nothing}
      ${upcoming > 0 ? html`<li>${plural(upcoming, 'booking')} still to come: cancelled, and nobody writes to them.</li>` : nothing}
      <li>Saved cards, projects, letters, and everything that waits to be sent to them.</li></ul></section>
    <section><h3>What stays, and why</h3><ul>
      ${invoices > 0 ? html`<li>${plural(invoices, 'invoice')} and the books, with the name on them: the law makes you keep them.</li>` : nothing}
      ${pastBookings > 0 ? html`<li>${plural(pastBookings, 'past booking')}, as times without a name: your calendar and figures stay right.</li>` : nothing}
      <li>A line in the log that a client was erased. Older lines cannot change; names in them are no longer shown.</li></ul></section></div>`;
}

customElements.define('portico-erase', PorticoErase);
