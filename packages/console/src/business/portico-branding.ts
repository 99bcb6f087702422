import type { BusinessSettings, ChangeBusinessInput } from '@portico/contract/business.ts';
import { renamableWords, wordLanguages, type WordLanguage } from '@portico/contract/words.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { business, changeBusiness } from '../api/business.ts';
import { learn } from '../api/cache.ts';
import { mayAdminister, renewSession } from '../app/session.ts';
import { checkField, choiceField, saveRow, segmentField, textArea, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { LightElement } from '../ui/light-element.ts';
import { currencyChoices, languageChoices, zoneChoices } from '../ui/place-choices.ts';
import { QueryController } from '../ui/query-controller.ts';
import { waiting } from '../ui/waiting.template.ts';
import { accentSample } from './accent-sample.template.ts';
import { ownWords } from './own-words.template.ts';

const emptyDraft = {
  name: '', email: '', phone: '', address: '', logoUrl: '', accent: '#0b5f6d', lang: 'en', timeZone: 'UTC', currency: 'EUR', signInOn: 'page', totpRequired: 'nobody', phoneRequired: false,
  words: {} as Readonly<Record<string, string>>,
};

/** What the business is called, how it looks, and how people sign in. */
export class PorticoBranding extends LightElement {
  readonly #business = new QueryController<BusinessSettings>(this, () => business);
  readonly #form = new FormController(this, emptyDraft);
  readonly #zones = zoneChoices();
  readonly #currencies = currencyChoices();
  #isFilled = false;
  #wordsIn: WordLanguage | undefined;

  protected override willUpdate(): void {
    const settings = this.#business.value;
    if (!settings || this.#isFilled) return;
    this.#isFilled = true;
    this.#form.fill({ ...emptyDraft, ...settings, phone: settings.phone ?? '', address: settings.address ?? '', logoUrl: settings.logoUrl ?? '' });
  }

  protected override render(): TemplateResult {
    if (!this.#isFilled) return html`${waiting(this.#business, 8)}`;
    const form = this.#form;
    return html`<div class="title-row"><h2 class="title">Business and branding</h2></div><form novalidate @submit=${this.#save}>
      <div class="group">${textField(form, 'name', { label: 'Name', maxlength: 80 })}
        <div class="pair">${textField(form, 'email', { label: 'E-mail', type: 'email', hint: 'Clients’ answers to mails go here.' })}${textField(form, 'phone', { label: 'Phone', type: 'tel', isOptional: true })}</div>
        ${textArea(form, 'address', { label: 'Address', isOptional: true, rows: 2, maxlength: 300 })}</div>
      <div class="group"><h3>Looks</h3><div class="pair">
        <div class="field"><label for="accent">Accent colour</label><span class="colour-line"><input type="color" aria-label="Pick the accent colour" .value=${/^#[0-9a-f]{6}$/i.test(form.draft.accent) ? form.draft.accent : '#888888'} @input=${(event: Event) => form.set('accent', (event.target as HTMLInputElement).value)}>
          <input id="accent" type="text" maxlength="7" .value=${form.draft.accent} aria-invalid=${form.errors['accent'] ? 'true' : nothing} @input=${(event: Event) => form.set('accent', (event.target as HTMLInputElement).value.trim())}></span>
          ${form.errors['accent'] ? html`<p class="error">${form.errors['accent']}</p>` : nothing}</div>
        ${accentSample({ accent: form.draft.accent, name: form.draft.name, logoUrl: form.draft.logoUrl.startsWith('https://') ? form.draft.logoUrl : '', action: form.draft.words['bookAction'] ?? renamableWords.bookAction })}</div>
        ${textField(form, 'logoUrl', { label: 'Address of your logo', type: 'url', isOptional: true, placeholder: 'https://', hint: 'Shown on the hosted page and in mails. Your own page needs none.' })}</div>
      ${this.#words()}
      <div class="group"><h3>Time, money and language</h3>${choiceField(form, 'timeZone', { label: 'Time zone', choices: this.#zones, searchable: true, width: 'middle' })}
        <div class="pair">${choiceField(form, 'currency', { label: 'Currency', choices: this.#currencies, searchable: true })}${choiceField(form, 'lang', { label: 'Language', choices: languageChoices(form.draft.lang), searchable: true, hint: 'How dates and money are written.' })}</div></div>
      <div class="group"><h3>Signing in</h3>
        ${segmentField(form, 'signInOn', { label: 'Clients sign in', choices: [{ value: 'page', label: 'In your page' }, { value: 'hosted', label: 'On the hosted page' }], hint: 'Choose the hosted page when your site loads many scripts of others: they can read what is typed.' })}
        ${segmentField(form, 'totpRequired', { label: 'An authenticator app is required of', choices: [{ value: 'nobody', label: 'Nobody' }, { value: 'staff', label: 'Your team' }, { value: 'everyone', label: 'Everybody' }] })}
        ${checkField(form, 'phoneRequired', 'Ask for a phone number when booking')}</div>
      ${mayAdminister() ? saveRow(form, { label: 'Save' }) : html`<p class="meta">Only administrators can change this.</p>`}</form>`;
  }

  #words(): TemplateResult {
    const form = this.#form;
    const ownLanguage = form.draft.lang.split('-')[0]?.toLowerCase() ?? 'en';
    return ownWords({
      words: form.draft.words, errors: form.errors, ownLanguage, shown: this.#wordsIn ?? (ownLanguage in wordLanguages ? ownLanguage : 'en'),
      onShow: (language) => { this.#wordsIn = language; this.requestUpdate(); }, onWords: (words) => form.set('words', words),
    });
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { phone, address, logoUrl, ...rest } = this.#form.draft;
    const { name, email, accent, lang, timeZone, currency, words, signInOn, totpRequired, phoneRequired } = rest;
    if (this.#form.refuse({ name: name.trim() ? '' : 'Fill this in.', accent: /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(accent) ? '' : 'Use a colour such as #2f5bea.' })) return;
    const input: ChangeBusinessInput = {
      name, email, accent, lang, timeZone, currency, phoneRequired, words, signInOn: signInOn as 'page', totpRequired: totpRequired as 'nobody',
      phone: phone.trim() || null, address: address.trim() || null, logoUrl: logoUrl.trim() || null,
    };
    const saved = await this.#form.send(() => changeBusiness(input));
    if (!saved) return;
    learn('business', saved);
    await renewSession();
  };
}

customElements.define('portico-branding', PorticoBranding);
