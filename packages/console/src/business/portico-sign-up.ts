import type { SignUpResult } from '@portico/contract/business.ts';
import type { WeeklyHours } from '@portico/contract/bookings/hours.ts';
import { html, type TemplateResult } from 'lit';
import { signUp } from '../api/business.ts';
import { renewSession } from '../app/session.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { choiceField, formFailure, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { LightElement } from '../ui/light-element.ts';
import { currencyChoices, guessedCurrency, guessedLanguage, guessedZone, languageChoices, zoneChoices } from '../ui/place-choices.ts';
import '../ui/portico-choice.ts';
import '../ui/portico-hours.ts';
import './portico-sign-up-done.ts';
import { inputOf, questionFields, questionOf, troublesOf, type SignUpDraft } from './sign-up-draft.ts';
import { signUpPreview } from './sign-up-preview.template.ts';
import { signUpStyles } from './sign-up.styles.ts';

const questions = ['Who are you?', 'What is your business called?', 'Where is it?', 'How do you write prices and dates?', 'What can people book first?', 'When are you open?'];
const usualWeek: readonly WeeklyHours[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));

/** Six short questions, one at a time; nothing exists until all are answered. Ends with the snippet. */
export class PorticoSignUp extends LightElement {
  static override properties = { step: { state: true }, result: { state: true } };
  declare step: number;
  declare result: SignUpResult | undefined;
  readonly #form = new FormController<SignUpDraft>(this, {
    ownerName: '', email: '', password: '', businessName: '', timeZone: guessedZone(), currency: guessedCurrency(guessedZone(), guessedLanguage()), lang: guessedLanguage(),
    serviceName: '', minutes: '45', price: '', weeklyHours: usualWeek,
  });
  readonly #zones = zoneChoices();
  readonly #currencies = currencyChoices();

  constructor() {
    super();
    this.step = 0;
    adoptStyles(signUpStyles);
  }

  protected override render(): TemplateResult {
    if (this.result) return html`<portico-sign-up-done .result=${this.result} .name=${this.#form.draft.businessName}></portico-sign-up-done>`;
    const isLast = this.step === questions.length - 1;
    return html`<main class="sign-up"><div class="sign-up-question">
      <p class="meta">Question ${this.step + 1} of ${questions.length}</p><div class="progress" aria-hidden="true">${questions.map((_, index) => html`<i class=${index <= this.step ? 'reached' : ''}></i>`)}</div>
      <h1 id="question" tabindex="-1">${questions[this.step]}</h1>
      <form novalidate @submit=${this.#next}>${this.#question()}${formFailure(this.#form)}
        <div class="actions"><button type="submit" class="primary" ?data-busy=${this.#form.isBusy}>${isLast ? 'Create your business' : 'Continue'}</button>
          ${this.step > 0 ? html`<button type="button" class="quiet" @click=${() => this.#to(this.step - 1)}>Back</button>` : html`<a href="#/sign-in">I have a login</a>`}</div></form></div>
      ${signUpPreview(this.#form.draft)}</main>`;
  }

  #question(): TemplateResult {
    const form = this.#form;
    const views: readonly (() => TemplateResult)[] = [
      () => html`${textField(form, 'ownerName', { label: 'Your name', autocomplete: 'name', maxlength: 100 })}${textField(form, 'email', { label: 'E-mail', type: 'email', autocomplete: 'username', inputmode: 'email' })}${textField(form, 'password', { label: 'Password', type: 'password', autocomplete: 'new-password', hint: 'At least 10 characters. Three or four words are easy to remember.' })}`,
      () => textField(form, 'businessName', { label: 'Name', autocomplete: 'organization', maxlength: 80, hint: 'As your clients know it. You can change it later.' }),
      () => choiceField(form, 'timeZone', { label: 'Time zone', choices: this.#zones, searchable: true, hint: 'Your hours are in this zone.' }),
      () => html`${choiceField(form, 'currency', { label: 'Currency', choices: this.#currencies, searchable: true })}${choiceField(form, 'lang', { label: 'Language', choices: languageChoices(form.draft.lang), searchable: true })}`,
      () => html`${textField(form, 'serviceName', { label: 'Name', path: 'service.name', placeholder: 'Initial consultation', maxlength: 80 })}<div class="pair">${textField(form, 'minutes', { label: 'How long', path: 'service.durationMinutes', after: 'minutes', inputmode: 'numeric' })}${textField(form, 'price', { label: 'Price', path: 'service.priceMinor', before: form.draft.currency, inputmode: 'decimal', isOptional: true })}</div>`,
      () => html`<portico-hours .hours=${form.draft.weeklyHours} .error=${form.errors['weeklyHours'] ?? ''} @change-hours=${(event: CustomEvent<readonly WeeklyHours[]>) => form.set('weeklyHours', event.detail)}></portico-hours>`,
    ];
    return views[this.step]?.() ?? html``;
  }

  readonly #next = async (event: Event): Promise<void> => {
    event.preventDefault();
    const troubles = troublesOf(this.#form.draft);
    const asked = questionFields[this.step] ?? [];
    if (this.#form.refuse(Object.fromEntries(asked.map((field) => [field, troubles[field]])))) return;
    if (this.step < questions.length - 1) return this.#to(this.step + 1);
    const result = await this.#form.send(() => signUp(inputOf(this.#form.draft)));
    if (!result) return this.#showRefused();
    this.result = result;
    // Whoever types another address is at home there already.
    await renewSession();
    return undefined;
  };

  /** The server may refuse an answer given earlier: go back to it, with what is wrong. */
  #showRefused(): void {
    const question = questionOf(Object.keys(this.#form.errors));
    if (question >= 0) this.step = question;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  #to(step: number): void {
    this.step = step;
    void this.updateComplete.then(() => (this.querySelector<HTMLElement>('form input') ?? this.querySelector<HTMLElement>('#question'))?.focus());
  }
}

customElements.define('portico-sign-up', PorticoSignUp);
