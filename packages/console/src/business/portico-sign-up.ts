import type { SignUpResult } from '@portico/contract/business.ts';
import { html, type TemplateResult } from 'lit';
import { signUp } from '../api/business.ts';
import { choiceField, saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { LightElement } from '../ui/light-element.ts';
import { snippetOf } from './portico-settings.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A new business in one short page: who, what it is called, the first service, the hours. Ends with the snippet. */
export class PorticoSignUp extends LightElement {
  static override properties = { result: { state: true }, days: { state: true } };
  declare result: SignUpResult | undefined;
  declare days: readonly number[];
  readonly #form = new FormController(this, {
    ownerName: '', email: '', password: '', businessName: '', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, currency: 'EUR', serviceName: '', minutes: '45', price: '0', from: '09:00', until: '17:00', website: '',
  });

  constructor() {
    super();
    this.days = [1, 2, 3, 4, 5];
  }

  protected override render(): TemplateResult {
    if (this.result) return this.#done(this.result);
    const form = this.#form;
    return html`<main class="door"><h1>Set up your business</h1><form novalidate @submit=${this.#send}>
      ${textField(form, 'ownerName', { label: 'Your name', autocomplete: 'name' })}${textField(form, 'email', { label: 'E-mail', type: 'email', autocomplete: 'username' })}${textField(form, 'password', { label: 'Password', type: 'password', autocomplete: 'new-password', hint: 'At least 10 characters.' })}
      ${textField(form, 'businessName', { label: 'Name of the business', autocomplete: 'organization' })}
      ${choiceField(form, 'timeZone', { label: 'Time zone', choices: Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })), searchable: true })}
      ${choiceField(form, 'currency', { label: 'Currency', choices: Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: code })), searchable: true })}
      ${textField(form, 'serviceName', { label: 'First service', placeholder: 'First visit' })}
      <div class="pair">${textField(form, 'minutes', { label: 'Minutes', inputmode: 'numeric' })}${textField(form, 'price', { label: 'Price', inputmode: 'decimal' })}</div>
      <fieldset class="field"><legend class="label">Open on</legend>${weekdays.map((name, index) => html`<label class="check"><input type="checkbox" .checked=${this.days.includes(index + 1)} @change=${(event: Event) => { this.days = (event.target as HTMLInputElement).checked ? [...this.days, index + 1].sort() : this.days.filter((day) => day !== index + 1); }}>${name}</label>`)}</fieldset>
      <div class="pair">${textField(form, 'from', { label: 'From' })}${textField(form, 'until', { label: 'Until' })}</div>
      ${textField(form, 'website', { label: 'Website', type: 'url', isOptional: true, placeholder: 'https://www.example.com' })}
      ${saveRow(form, { label: 'Start' })}</form><p><a href="#/sign-in">I have an account</a></p></main>`;
  }

  #done(result: SignUpResult): TemplateResult {
    const snippet = snippetOf({ key: result.key, hostedUrl: result.hostedUrl, scriptUrl: `${location.origin}/v1/portal.js` });
    return html`<main class="door"><h1>Ready for the first booking</h1><p>Paste this into your page, or send people to your hosted page.</p><pre class="snippet">${snippet}</pre>
      <p><a href=${result.hostedUrl} target="_blank" rel="noopener">Open your hosted page</a></p><button type="button" class="primary" @click=${() => this.dispatchEvent(new CustomEvent('signed-in', { bubbles: true }))}>Go to the console</button></main>`;
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = this.#form.draft;
    const minutesOf = (text: string): number => { const [hour = 0, minute = 0] = text.split(':').map(Number); return hour * 60 + minute; };
    const digits = new Intl.NumberFormat('en', { style: 'currency', currency: draft.currency }).resolvedOptions().maximumFractionDigits ?? 2;
    const result = await this.#form.send(() => signUp({
      ownerName: draft.ownerName, email: draft.email, password: draft.password, businessName: draft.businessName, timeZone: draft.timeZone, currency: draft.currency, lang: navigator.language,
      service: { name: draft.serviceName, durationMinutes: Number(draft.minutes), priceMinor: Math.round(Number(draft.price) * 10 ** digits) },
      weeklyHours: this.days.map((weekday) => ({ weekday, startMinute: minutesOf(draft.from), endMinute: minutesOf(draft.until) })), ...(draft.website && { website: draft.website }),
    }));
    if (result) this.result = result;
  };
}

customElements.define('portico-sign-up', PorticoSignUp);
