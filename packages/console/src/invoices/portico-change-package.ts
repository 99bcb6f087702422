import type { ClientPackage } from '@portico/contract/invoices/packages.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { correctPackage, endPackage, extendPackage } from '../api/invoices.ts';
import { dateField, saveRow, segmentField, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { plural, today } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { wholeFrom } from '../ui/typed-text.ts';
import { invoicesChanged } from './live-invoices.ts';

const whole = { correct: 'Correct it', extend: 'Change the last day', end: 'End it' } as const;

/** Changes a client's package by hand: whoever does it says why, and the client can read it. Fires `done`. */
export class PorticoChangePackage extends LightElement {
  static override properties = { one: { attribute: false }, act: { attribute: false } };
  declare one: ClientPackage;
  declare act: keyof typeof whole;
  readonly #form = new FormController(this, { direction: 'more', count: '1', until: 'day', expiresOn: '', reason: '' });

  override connectedCallback(): void {
    super.connectedCallback();
    const { expiresOn } = this.one;
    this.#form.fill({ ...this.#form.draft, until: expiresOn ? 'day' : 'always', expiresOn: expiresOn ?? '' });
  }

  protected override render(): TemplateResult {
    const form = this.#form;
    const { act } = this;
    return html`<form class="sheet-part" novalidate @submit=${this.#send}><h3>${act === 'end' ? `End ${this.one.name}?` : whole[act]}</h3>
      ${act === 'correct' ? html`${segmentField(form, 'direction', { label: 'Sessions', choices: [{ value: 'more', label: 'Give' }, { value: 'fewer', label: 'Take' }] })}${textField(form, 'count', { label: 'How many', path: 'change', inputmode: 'numeric', maxlength: 3, width: 'short' })}` : nothing}
      ${act === 'extend' ? html`${segmentField(form, 'until', { label: 'It can be used', choices: [{ value: 'day', label: 'Until a day' }, { value: 'always', label: 'For ever' }] })}${form.draft.until === 'day' ? dateField(form, 'expiresOn', { label: 'Last day', min: today() }) : nothing}` : nothing}
      ${act === 'end' ? html`<p class="meta">${this.one.remaining > 0 ? `${plural(this.one.remaining, 'session')} ${this.one.remaining === 1 ? 'is' : 'are'} lost.` : 'Nothing is left of it.'} Its invoice stays as it is: give money back from there.</p>` : nothing}
      ${textField(form, 'reason', { label: 'Reason', maxlength: 300, hint: 'Kept with the package. The client can read it.' })}
      ${saveRow(form, { label: whole[act], tone: act === 'end' ? 'danger' : 'primary', rest: html`<button type="button" class="quiet" @click=${this.#done}>Leave it</button>` })}</form>`;
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { direction, count, until, expiresOn, reason: typed } = this.#form.draft;
    const reason = typed.trim();
    const sessions = wholeFrom(count, 1, 500);
    const errors = {
      reason: reason ? '' : 'Say why, in a few words.',
      change: this.act === 'correct' && sessions === undefined ? 'Use a whole number from 1 to 500.' : '',
      expiresOn: this.act === 'extend' && until === 'day' && !/^\d{4}-\d{2}-\d{2}$/.test(expiresOn) ? 'Choose a day.' : '',
    };
    if (this.#form.refuse(errors)) return;
    const { id } = this.one;
    const send = {
      correct: () => correctPackage(id, direction === 'more' ? sessions ?? 0 : -(sessions ?? 0), reason),
      extend: () => extendPackage(id, until === 'day' ? expiresOn : null, reason),
      end: () => endPackage(id, reason),
    }[this.act];
    if (!(await this.#form.send(send))) return;
    invoicesChanged();
    this.#done();
  };

  readonly #done = (): void => { this.dispatchEvent(new CustomEvent('done', { bubbles: true })); };
}

customElements.define('portico-change-package', PorticoChangePackage);
