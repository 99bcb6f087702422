import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Say } from '../base/localize.ts';
import type { LoginMessage } from './login-messages.ts';

/** What else can be done about the question on the screen. */
export interface Ways {
  onMailCode(): void;
  onForgotten(): void;
  onSwitch(): void;
  onBack(): void;
}

export interface LoginColumn {
  readonly title: string;
  readonly reason: string | undefined;
  readonly businessName: string;
  readonly headingLevel: number;
  readonly notice: string | undefined;
  readonly ways: TemplateResult | typeof nothing;
}

/** One column: whose portal, what is asked and why, the form, other ways. */
export function loginColumn({ title, reason, businessName, headingLevel, notice, ways }: LoginColumn): TemplateResult {
  return html`
    <div class="column">
      <div class="top" part="header">
        <p class="hint">${businessName}</p>
        <div class="heading" part="title" role="heading" aria-level=${headingLevel}>${title}</div>
        ${reason ? html`<p>${reason}</p>` : nothing}
      </div>
      ${notice ? html`<p class="notice" part="notice" role="status">${notice}</p>` : nothing}
      <slot name="form"></slot>
      ${ways}
    </div>
  `;
}

export function signInWays(say: Say<LoginMessage>, { onMailCode, onForgotten }: Ways): TemplateResult {
  return html`
    <div class="ways">
      <button type="button" class="secondary" part="button" data-action="mail-code" @click=${onMailCode}>${say('mailCode')}</button>
      ${plainWay('forgotten', say('forgotten'), onForgotten)}
    </div>`;
}

export const plainWay = (name: string, label: string, act: () => void): TemplateResult =>
  html`<button type="button" class="plain" part="button" data-action=${name} @click=${act}>${label}</button>`;
