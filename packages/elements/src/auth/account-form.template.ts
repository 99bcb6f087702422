import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Me } from '@portico/contract/auth.ts';
import type { Say } from '../base/localize.ts';
import type { AccountMessage } from './account-messages.ts';
import type { AccountErrors, AccountField, AccountStep, AccountValues } from './account-step.ts';
import { lightField, submitButton } from '../base/light-field.template.ts';
import type { LightField } from '../base/light-field.template.ts';

export interface AccountForm {
  readonly form: string;
  readonly say: Say<AccountMessage>;
  readonly me: Me;
  readonly step: AccountStep;
  readonly values: AccountValues;
  readonly errors: AccountErrors;
  readonly failure: string | undefined;
  readonly isBusy: boolean;
  onInput(field: AccountField, value: string): void;
}

/** The inside of the light-DOM form for whatever is being changed. */
export function accountForm(account: AccountForm): TemplateResult | undefined {
  const { step, say, failure, isBusy } = account;
  if (step.kind !== 'asking' && step.kind !== 'proof') return undefined;
  const [field, action] = step.kind === 'proof' ? proofOf(account, step.by) : questionOf(account, step.section);
  return html`
    ${field}
    ${failure ? html`<p class="error" role="alert">${failure}</p>` : nothing}
    ${submitButton(say(isBusy ? 'working' : action), isBusy)}
  `;
}

type Question = readonly [field: TemplateResult, action: AccountMessage];

function proofOf(account: AccountForm, by: 'password' | 'code'): Question {
  const { say } = account;
  const field = by === 'password'
    ? fieldOf(account, 'proof', { label: say('yourPassword'), type: 'password', autocomplete: 'current-password' })
    : fieldOf(account, 'proof', { label: say('code'), autocomplete: 'one-time-code', isDigits: true });
  return [field, 'proofContinue'];
}

function questionOf(account: AccountForm, section: 'email' | 'password' | 'totp'): Question {
  const { say } = account;
  switch (section) {
    case 'email': return [
      fieldOf(account, 'email', { label: say('newEmail'), type: 'email', autocomplete: 'email', hint: say('emailHint') }), 'saveEmail',
    ];
    case 'password': return [
      html`
        ${lightField({
          form: account.form, name: 'username', label: say('email'), type: 'email', autocomplete: 'username', value: account.me.email, isFixed: true,
        })}
        ${fieldOf(account, 'password', { label: say('newPassword'), type: 'password', autocomplete: 'new-password', hint: say('passwordHint') })}`,
      'savePassword',
    ];
    case 'totp': return [fieldOf(account, 'code', { label: say('code'), autocomplete: 'one-time-code', isDigits: true }), 'totpConfirm'];
  }
}

function fieldOf(account: AccountForm, name: AccountField, kind: Pick<LightField, 'label' | 'type' | 'autocomplete' | 'isDigits' | 'hint'>): TemplateResult {
  return lightField({
    form: account.form, name, value: account.values[name], error: account.errors[name], onInput: (value) => account.onInput(name, value), ...kind,
  });
}
