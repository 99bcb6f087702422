import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Say } from '../base/localize.ts';
import { lightField, submitButton } from '../base/light-field.template.ts';
import type { LightField } from '../base/light-field.template.ts';
import type { LoginMessage } from './login-messages.ts';
import { fieldsOf } from './login-view.ts';
import type { LoginErrors, LoginField, LoginValues, LoginView } from './login-view.ts';

export interface LoginForm {
  readonly form: string;
  readonly say: Say<LoginMessage>;
  readonly view: LoginView;
  readonly values: LoginValues;
  readonly errors: LoginErrors;
  readonly failure: string | undefined;
  readonly isBusy: boolean;
  onInput(field: LoginField, value: string): void;
}

/** What the button says, and while it works. */
const actions: Readonly<Record<LoginView['kind'], readonly [LoginMessage, LoginMessage]>> = {
  'sign-in': ['signIn', 'signingIn'],
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

/** The inside of the form in the light DOM. */
export function loginForm(login: LoginForm): TemplateResult {
  const { view, say, isBusy, failure } = login;
  const [label, busyLabel] = actions[view.kind];
  return html`
    ${view.kind === 'invitation' ? lightField({
      form: login.form, name: 'email', label: say('email'), type: 'email', autocomplete: 'username', value: view.preview.email, isFixed: true,
    }) : nothing}
    ${fieldsOf[view.kind].map((field) => fieldOf(login, field))}
    ${failure ? html`<p class="error" role="alert">${failure}</p>` : nothing}
    ${submitButton(say(isBusy ? busyLabel : label), isBusy)}
  `;
}

function fieldOf(login: LoginForm, name: LoginField): TemplateResult {
  const { form, say, values, errors, onInput } = login;
  const isNew = login.view.kind === 'invitation' || login.view.kind === 'new-password';
  const kinds: Record<LoginField, Pick<LightField, 'label' | 'type' | 'autocomplete' | 'isDigits' | 'hint'>> = {
    email: { label: say('email'), type: 'email', autocomplete: 'username' },
    password: isNew
      ? { label: say('newPassword'), type: 'password', autocomplete: 'new-password', hint: say('passwordHint') }
      : { label: say('password'), type: 'password', autocomplete: 'current-password' },
    code: { label: say('code'), autocomplete: 'one-time-code', isDigits: true },
    recoveryCode: { label: say('recovery'), autocomplete: 'off' },
  };
  return lightField({ form, name, value: values[name], error: errors[name], onInput: (value) => onInput(name, value), ...kinds[name] });
}
