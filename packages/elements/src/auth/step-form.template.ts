import type { TemplateResult } from 'lit';
import { lightField } from '../base/light-field.template.ts';
import type { LightField } from '../base/light-field.template.ts';
import type { LoginForm } from './login-form.template.ts';
import type { LoginMessage } from './login-messages.ts';
import type { LoginField, LoginStep } from './login-view.ts';

/** What the button says, and while it works. */
export const stepLabels: Readonly<Record<LoginStep['kind'], readonly [LoginMessage, LoginMessage]>> = {
  'code': ['continue', 'checking'],
  'totp': ['continue', 'checking'],
  'recovery': ['continue', 'checking'],
  'link': ['signIn', 'signingIn'],
  'invitation': ['start', 'saving'],
  'reset': ['resetSend', 'checking'],
  'reset-sent': ['back', 'back'],
  'new-password': ['resetSave', 'saving'],
  'confirm-email': ['confirm', 'saving'],
};

type Kind = Pick<LightField, 'label' | 'type' | 'autocomplete' | 'isDigits' | 'hint'>;

/** How a step asks for what the first question does not ask for; undefined where it asks the same. */
export function stepFields({ say, view }: LoginForm): Partial<Record<LoginField, Kind>> {
  const isNew = view.kind === 'invitation' || view.kind === 'new-password';
  return {
    ...(isNew && { password: { label: say('newPassword'), type: 'password', autocomplete: 'new-password', hint: say('passwordHint') } }),
    code: { label: say('code'), autocomplete: 'one-time-code', isDigits: true },
    recoveryCode: { label: say('recovery'), autocomplete: 'off' },
    name: { label: say('name'), autocomplete: 'name' },
  };
}

/** Whose password it is: what a password manager keeps it under. */
export function invitedEmail({ form, say, view }: LoginForm): TemplateResult | undefined {
  if (view.kind !== 'invitation') return undefined;
  return lightField({ form, name: 'email', label: say('email'), type: 'email', autocomplete: 'username', value: view.preview.email, isFixed: true });
}
