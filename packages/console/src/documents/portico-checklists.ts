import type { Checklist } from '@portico/contract/documents/request.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { addChecklist, changeChecklist, checklists } from '../api/checklists.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { plural } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';

interface Line { readonly title: string; readonly days: string }
interface Draft { readonly id: string; readonly name: string; readonly lines: readonly Line[]; readonly problem: string }

const blank: Line = { title: '', days: '' };
/** To begin with; nothing of it is kept before somebody saves it. */
const starts: readonly (readonly [name: string, titles: readonly string[]])[] = [
  ['A new client', ['A copy of your ID', 'Proof of address', 'The signed intake form']],
  ['The end of the year', ['Bank statements', 'Receipts that are still missing', 'Changes in your household']],
];

/** What is asked for again and again, under a name. */
export class PorticoChecklists extends LightElement {
  static override properties = { draft: { state: true } };
  declare draft: Draft | undefined;
  readonly #lists = new QueryController(this, () => checklists);

  protected override render(): TemplateResult | typeof nothing {
    if (this.draft) return this.#editor(this.draft);
    const all = this.#lists.value?.items;
    if (!all) return waiting(this.#lists, 3);
    return html`<div class="send-files">${all.length === 0 ? html`<p class="meta">Name what you ask every client for, once. Then ask for all of it with two clicks, in one letter.</p>` : html`<ul class="rows">${all.map((one) => this.#row(one))}</ul>`}
      <div class="actions">${all.length === 0 ? starts.map(([name, titles]) => html`<button type="button" @click=${() => this.#edit({ id: '', name, lines: titles.map((title) => ({ title, days: '14' })), problem: '' })}>${name}</button>`) : nothing}
        <button type="button" class="quiet" @click=${() => this.#edit({ id: '', name: '', lines: [blank], problem: '' })}>${icon('plus')} New checklist</button></div></div>`;
  }

  #row(one: Checklist): TemplateResult {
    const { id, name, items, archived } = one;
    return html`<li data-checklist=${id}><span class="grow"><span class="name">${name}</span><span class="meta">${archived ? 'Archived' : `${plural(items.length, 'thing')}: ${items.map(({ title }) => title).join(', ')}`}</span></span>
      ${archived ? nothing : html`<button type="button" class="quiet" aria-label="Change ${name}" @click=${() => this.#edit({ id, name, lines: items.map(({ title, dueInDays }) => ({ title, days: dueInDays === null ? '' : String(dueInDays) })), problem: '' })}>Change</button>`}
      <button type="button" class="quiet" aria-label="${archived ? 'Bring back' : 'Archive'} ${name}" @click=${() => void this.#archive(one)}>${archived ? 'Bring back' : 'Archive'}</button></li>`;
  }

  #editor(draft: Draft): TemplateResult {
    const { name, lines, problem } = draft;
    const change = (index: number, part: Partial<Line>): void => { this.draft = { ...draft, problem: '', lines: lines.map((line, at) => (at === index ? { ...line, ...part } : line)) }; };
    return html`<form class="send-files" novalidate @submit=${this.#save}><div class="field"><label for="checklist-name">Name</label><input id="checklist-name" maxlength="120" .value=${name} @input=${(event: Event) => { this.draft = { ...draft, name: valueOf(event), problem: '' }; }}></div>
      <ul class="checklist-lines">${lines.map((line, index) => html`<li><div class="field"><label for="thing-${index}">What you need</label><input id="thing-${index}" maxlength="200" .value=${line.title} @input=${(event: Event) => change(index, { title: valueOf(event) })}></div>
        <div class="field days"><label for="days-${index}">Within days</label><input id="days-${index}" inputmode="numeric" maxlength="3" placeholder="no date" .value=${line.days} @input=${(event: Event) => change(index, { days: valueOf(event) })}></div>
        <button type="button" class="icon-button" aria-label="Without ${line.title || `line ${index + 1}`}" @click=${() => { this.draft = { ...draft, lines: lines.filter((_, at) => at !== index) }; }}>${icon('close')}</button></li>`)}</ul>
      ${lines.length < 20 ? html`<button type="button" class="quiet add-client" @click=${() => { this.draft = { ...draft, lines: [...lines, blank] }; }}>${icon('plus')} One more thing</button>` : nothing}
      <div role="alert">${problem ? html`<p class="error">${problem}</p>` : nothing}</div>
      <div class="actions"><button type="submit" class="primary">Save</button><button type="button" class="quiet" @click=${() => this.#leave()}>Not yet</button></div></form>`;
  }

  #edit(draft: Draft): void {
    this.draft = draft;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#checklist-name')?.focus());
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft } = this;
    if (!draft) return;
    const lines = draft.lines.filter(({ title }) => title.trim());
    const problem = !draft.name.trim() ? 'Give the checklist a name.' : lines.length === 0 ? 'Add what you need.' : lines.some(({ days }) => !/^\d{0,3}$/.test(days.trim()) || Number(days) > 365) ? 'Days are a number up to 365, or empty for no date.' : '';
    if (problem) {
      this.draft = { ...draft, problem };
      return;
    }
    const items = lines.map(({ title, days }) => ({ title: title.trim(), why: '', category: 'correspondence' as const, dueInDays: days.trim() ? Number(days) : null }));
    await this.#try(draft.id ? () => changeChecklist(draft.id, { name: draft.name.trim(), items }) : () => addChecklist({ name: draft.name.trim(), items }), () => this.#leave());
  };

  /** Back to the lists, with the focus: what had it is gone. */
  #leave(): void {
    this.draft = undefined;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('button')?.focus());
  }

  #archive({ id, archived }: Checklist): Promise<void> {
    return this.#try(() => changeChecklist(id, { archived: !archived }), () => undefined);
  }

  async #try(work: () => Promise<unknown>, done: () => void): Promise<void> {
    try {
      await work();
      done();
      invalidate('checklists');
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
    }
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

customElements.define('portico-checklists', PorticoChecklists);
