import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Say } from '../base/localize.ts';
import { lightField, submitButton } from '../base/light-field.template.ts';
import type { LightField } from '../base/light-field.template.ts';
import type { LoginMessage } from './login-messages.ts';
import type * as Steps from './login-steps.ts';
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

/** The inside of the form in the light DOM. `steps`: what a question beyond the first one needs. */
export function loginForm(login: LoginForm, steps: typeof Steps | undefined): TemplateResult {
  const { view, say, isBusy, failure, form, values, errors, onInput } = login;
  const [label, busyLabel]: readonly LoginMessage[] = view.kind !== 'sign-in' && steps ? steps.stepLabels[view.kind] : ['signIn', 'signingIn'];
  const kinds: Partial<Record<LoginField, Pick<LightField, 'label' | 'type' | 'autocomplete'>>> = {
    email: { label: say('email'), type: 'email', autocomplete: 'username' },
    password: { label: say('password'), type: 'password', autocomplete: 'current-password' },
    ...steps?.stepFields(login),
  };
  const fieldOf = (name: LoginField): TemplateResult | undefined => {
    const kind = kinds[name];
    return kind && lightField({ form, name, value: values[name], error: errors[name], onInput: (value) => onInput(name, value), ...kind });
  };
  return html`
    ${steps?.invitedEmail(login)}
    ${fieldsOf[view.kind].map(fieldOf)}
    ${failure ? html`<p class="error" role="alert">${failure}</p>` : nothing}
    ${submitButton(say((isBusy ? busyLabel : label) ?? 'signIn'), isBusy)}
  `;
}
