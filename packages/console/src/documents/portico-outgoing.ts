import { html, nothing, type TemplateResult } from 'lit';
import { plural } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { dropOutgoing, dropSettled, onOutgoing, outgoing, sendAgain, type Outgoing } from './outgoing.ts';

/** Files on their way to clients, each with its progress. */
export class PorticoOutgoing extends LightElement {
  #leave: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = onOutgoing(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
  }

  protected override render(): TemplateResult | typeof nothing {
    const items = outgoing();
    if (items.length === 0) return nothing;
    const sent = items.filter(({ state }) => state === 'sent');
    const rest = items.filter(({ state }) => state !== 'sent');
    return html`<section class="outgoing" aria-label="Files on their way">${sent.length > 0 ? html`<p class="outgoing-sent"><span class="status good">${plural(sent.length, 'file is', 'files are')} filed.</span> ${rest.length === 0 ? html`<button type="button" class="quiet" @click=${dropSettled}>All right</button>` : nothing}</p>` : nothing}
      ${rest.length > 0 ? html`<ul class="rows">${rest.map((item) => this.#item(item))}</ul>` : nothing}</section>`;
  }

  #item({ id, file, clientName, state, percent, problem }: Outgoing): TemplateResult {
    const isUnderWay = state === 'waiting' || state === 'sending';
    return html`<li data-outgoing=${state}><span class="grow"><span class="name">${file.name}</span><span class="meta">${clientName}</span>
        ${isUnderWay ? html`<progress max="100" value=${percent} aria-label="Sending ${file.name} to ${clientName}"></progress>` : nothing}
        ${problem ? html`<span class="error" role="alert">${problem}</span>` : nothing}</span>
      <span class="meta figures">${isUnderWay ? `${percent} %` : nothing}</span>
      ${state === 'failed' ? html`<button type="button" class="quiet" @click=${() => sendAgain(id)}>Try again</button>` : nothing}
      <button type="button" class="quiet" aria-label="${isUnderWay ? 'Stop' : 'Forget'}: ${file.name}, ${clientName}" @click=${() => dropOutgoing(id)}>${isUnderWay ? 'Stop' : 'Forget'}</button></li>`;
  }
}

customElements.define('portico-outgoing', PorticoOutgoing);
