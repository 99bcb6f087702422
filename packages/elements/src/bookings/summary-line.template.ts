import type { Provider, Service } from '@portico/contract/bookings.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { choiceList, type Choice } from './choice-list.template.ts';
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
export function summaryLine(view: SummaryLine): TemplateResult {
  const { say, service } = view;
  return html`
    <div class="summary" part="header">
      <p class="pieces">
        <span class="piece lead">${servicePiece(view)}</span>
        <span class="piece">${say('minutes', { count: service.durationMinutes })}</span>
        ${view.providers.length > 0 ? html`<span class="piece">${providerPiece(view)}</span>` : nothing}
        ${service.priceLabel ? html`<span class="piece figures">${service.priceLabel}</span>` : nothing}
      </p>
      ${view.open === 'service' ? serviceChoices(view) : nothing}
      ${view.open === 'provider' ? providerChoices(view) : nothing}
    </div>
  `;
}

function servicePiece(view: SummaryLine): TemplateResult {
  const { name } = view.service;
  if (view.isServiceFixed || view.services.length < 2) return html`${name}`;
  return changeButton(view, 'service', name, view.say('changeService', { name }));
}

function providerPiece(view: SummaryLine): TemplateResult {
  const words = view.provider ? view.say('withProvider', { name: view.provider.name }) : view.say('withAnyone');
  if (view.isProviderFixed || view.providers.length < 2) return html`${words}`;
  return changeButton(view, 'provider', words, view.say('changeProvider', { name: words }));
}

function changeButton(view: SummaryLine, question: Question, words: string, spoken: string): TemplateResult {
  return html`<button type="button" class="change" part="change" id="change-${question}" aria-label=${spoken}
    aria-expanded=${view.open === question} aria-controls="choices" @click=${() => view.onToggle(question)}
    ><span class="words">${words}</span>${icon('down')}</button>`;
}

function serviceChoices(view: SummaryLine): TemplateResult {
  return choiceList({
    name: 'service', legend: view.say('chooseService'), isFloating: view.isFloating, chosen: view.service.id,
    choices: serviceChoicesOf(view.services, view.say), onChoose: view.onService, onDone: view.onDone,
  });
}

/** The kinds of session as rows to choose from. */
export function serviceChoicesOf(services: readonly Service[], say: Say): readonly Choice[] {
  return services.map((service) => ({
    value: service.id, label: service.name, hint: service.description,
    meta: [say('minutes', { count: service.durationMinutes }), service.priceLabel].filter(Boolean).join(' · '),
  }));
}

function providerChoices(view: SummaryLine): TemplateResult {
  const people = view.providers.map(({ id, name }) => ({ value: id, label: name }));
  return choiceList({
    name: 'provider', legend: view.say('chooseProvider'), isFloating: view.isFloating, chosen: view.provider?.id ?? '',
    choices: [{ value: '', label: view.say('anyone') }, ...people],
    onChoose: (id) => view.onProvider(id || undefined), onDone: view.onDone,
  });
}
