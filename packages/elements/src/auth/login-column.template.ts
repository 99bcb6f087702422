import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Say, Values } from '../base/localize.ts';
import type { LoginMessage } from './login-messages.ts';
import type { LoginView } from './login-view.ts';

export interface LoginColumn {
  readonly say: Say<LoginMessage>;
  readonly view: LoginView;
  readonly email: string;
  readonly businessName: string | undefined;
  readonly headingLevel: number;
  readonly notice: string | undefined;
  onMailCode(): void;
  onForgotten(): void;
  onSwitch(): void;
  onBack(): void;
}

const texts: Readonly<Record<LoginView['kind'], readonly [title: LoginMessage, text?: LoginMessage]>> = {
  'sign-in': ['signInTitle'],
  'code': ['codeTitle', 'codeSent'],
  'totp': ['totpTitle', 'totpText'],
  'recovery': ['totpTitle', 'recoveryText'],
  'link': ['linkTitle', 'linkText'],
  'invitation': ['invitationTitle', 'invitationText'],
  'reset': ['resetTitle', 'resetText'],
  'reset-sent': ['resetSentTitle', 'resetSent'],
  'new-password': ['resetTitle', 'resetChoose'],
  'confirm-email': ['confirmTitle', 'confirmText'],
};

/** One column: whose portal, what is asked and why, the form, other ways. */
export function loginColumn(column: LoginColumn): TemplateResult {
  const { say, view, email } = column;
  const [title, text] = texts[view.kind];
  const values: Values = view.kind === 'invitation' ? { ...view.preview } : { email };
  const reason = view.kind === 'code' && view.isNewDevice ? 'codeNewDevice' : text;
  return html`
    <div class="column">
      <div class="top" part="header">
        ${column.businessName ? html`<p class="hint">${column.businessName}</p>` : nothing}
        <div class="heading" part="title" role="heading" aria-level=${column.headingLevel}>${say(title, values)}</div>
        ${reason ? html`<p>${say(reason, values)}</p>` : nothing}
      </div>
      ${column.notice ? html`<p class="notice" part="notice" role="status">${column.notice}</p>` : nothing}
      <slot name="form"></slot>
      ${otherWays(column)}
    </div>
  `;
}

function otherWays({ view, say, onMailCode, onForgotten, onSwitch, onBack }: LoginColumn): TemplateResult | typeof nothing {
  const plain = (name: string, message: LoginMessage, act: () => void): TemplateResult =>
    html`<button type="button" class="plain" part="button" data-action=${name} @click=${act}>${say(message)}</button>`;
  switch (view.kind) {
    case 'sign-in': return html`
      <div class="ways">
        <button type="button" class="secondary" part="button" data-action="mail-code" @click=${onMailCode}>${say('mailCode')}</button>
        ${plain('forgotten', 'forgotten', onForgotten)}
      </div>`;
    case 'code': return html`<div class="ways">${plain('again', 'codeAgain', onMailCode)}${plain('back', 'otherWay', onBack)}</div>`;
    case 'totp': return html`<div class="ways">${plain('switch', 'useRecovery', onSwitch)}${plain('back', 'otherWay', onBack)}</div>`;
    case 'recovery': return html`<div class="ways">${plain('switch', 'useTotp', onSwitch)}${plain('back', 'otherWay', onBack)}</div>`;
    case 'reset-sent': return nothing;
    default: return html`<div class="ways">${plain('back', 'back', onBack)}</div>`;
  }
}
