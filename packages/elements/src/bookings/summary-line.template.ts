import type { Provider } from '@portico/contract/bookings/providers.ts';
import type { Service } from '@portico/contract/bookings/services.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.template.ts';
import type { Say } from './translate.ts';

export type Question = 'service' | 'provider';

export interface SummaryLine {
  readonly say: Say;
  readonly service: Service;
  /** Null: anyone who is free. */
  readonly provider: Provider | null;
  readonly services: readonly Service[];
  readonly providers: readonly Provider[];
  readonly isServiceFixed: boolean;
  readonly isProviderFixed: boolean;
  /** The question whose answers are open. */
  readonly open: Question | undefined;
  readonly isFloating: boolean;
  onToggle(question: Question): void;
  onService(id: string): void;
  onProvider(id: string | undefined): void;
  onDone(): void;
}

/** *Initial consultation · 45 min · with Anna · R 650*, with a list behind what can be changed. */
export function summaryLine(view: SummaryLine, choices: TemplateResult | typeof nothing): TemplateResult {
  const { say, service } = view;
  return html`
    <div class="summary" part="header">
      <p class="pieces">
        <span class="piece first">${servicePiece(view)}</span>
        <span class="piece">${say('minutes', { count: service.durationMinutes })}</span>
        ${view.providers.length > 0 ? html`<span class="piece">${providerPiece(view)}</span>` : nothing}
        ${service.priceLabel ? html`<span class="piece figures">${service.priceLabel}</span>` : nothing}
      </p>
      ${choices}
    </div>
  `;
}

function servicePiece(view: SummaryLine): TemplateResult {
  const { name } = view.service;
  if (view.isServiceFixed || view.services.length < 2) return html`${name}`;
  return changeButton(view, 'service', name, view.say('changeService', { name }));
}

/** `with Anna`, with a list behind it where there is a choice. */
export function providerPiece(view: SummaryLine): TemplateResult {
  const words = view.provider ? view.say('withProvider', { name: view.provider.name }) : view.say('withAnyone');
  if (view.isProviderFixed || view.providers.length < 2) return html`${words}`;
  return changeButton(view, 'provider', words, view.say('changeProvider', { name: words }));
}

function changeButton(view: SummaryLine, question: Question, words: string, spoken: string): TemplateResult {
  return html`<button type="button" class="change" part="change" id="change-${question}" aria-label=${spoken}
    aria-expanded=${view.open === question} @click=${() => view.onToggle(question)}
    ><span class="words">${words}</span>${icon('down')}</button>`;
}
