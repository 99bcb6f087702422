import { html, type nothing, type TemplateResult } from 'lit';
import { icon } from './icons.template.ts';
import type { Say } from './translate.ts';

export interface ZoneLine {
  readonly say: Say;
  readonly label: string;
  /** In person the zone is a fact, not a choice. */
  readonly isFixed: boolean;
  readonly isOpen: boolean;
  readonly list: TemplateResult | typeof nothing;
  onToggle(): void;
}

/** *Times are in Johannesburg (GMT+2)*. */
export function zoneLine({ say, label, isFixed, isOpen, list, onToggle }: ZoneLine): TemplateResult {
  const [before = '', after = ''] = say('timesIn', { zone: '\u0000' }).split('\u0000');
  return html`
    <div class="zone" part="footer">
      <p class="hint">${before}${isFixed ? html`<span class="figures">${label}</span>` : html`
        <button type="button" class="change" id="change-zone" part="change" aria-label=${say('changeZone', { zone: label })} aria-expanded=${isOpen}
          @click=${() => onToggle()}><span class="words">${label}</span>${icon('down')}</button>`}${after}</p>
      ${list}
    </div>
  `;
}
