import { html, nothing, type TemplateResult } from 'lit';
import { audit, type AuditPage } from '../api/notifications.ts';
import { shortMoment } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';

/** The audit trail in words. */
export class PorticoActivity extends LightElement {
  static override properties = { more: { state: true } };
  declare more: readonly AuditPage[];
  readonly #first = new QueryController<AuditPage>(this, () => audit());

  constructor() {
    super();
    this.more = [];
  }

  protected override render(): TemplateResult {
    const first = this.#first.value;
    if (!first) return html`${waiting(this.#first, 8)}`;
    const pages = [first, ...this.more];
    const next = pages.at(-1)?.nextCursor;
    return html`<div class="title-row"><h2 class="title">Activity</h2></div><p class="lead">Everything that happens is kept, in an order that cannot be rewritten unnoticed.</p>${staleNote(this.#first)}
      <ul class="rows">${pages.flatMap(({ items }) => items).map(({ seq, at, actor, text }) => html`<li data-seq=${seq}><span class="grow"><span>${text}</span><span class="meta">${actor}</span></span><time class="meta" datetime=${at}>${shortMoment(at)}</time></li>`)}</ul>
      ${next ? html`<p class="list-more"><button type="button" @click=${async () => { this.more = [...this.more, await audit(next).load()]; }}>Show more</button></p>` : nothing}`;
  }
}

customElements.define('portico-activity', PorticoActivity);
