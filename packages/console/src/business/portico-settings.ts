import type { BusinessSettings } from '@portico/contract/business.ts';
import type { ServiceSettings } from '@portico/contract/bookings.ts';
import type { MailPage, Outbox } from '@portico/contract/notifications.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { signOut } from '../api/auth.ts';
import { services } from '../api/bookings.ts';
import { business, changeBusiness } from '../api/business.ts';
import { invalidate } from '../api/cache.ts';
import { mails, outbox } from '../api/notifications.ts';
import { ProblemError, sentenceOf } from '../api/problem-error.ts';
import { leaveSession } from '../app/session.ts';
import { duration, money, shortMoment } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';

/** What the owner sets: where the portal may run, and what can be seen of services and mail. */
export class PorticoSettings extends LightElement {
  static override properties = { section: { attribute: false }, failure: { state: true }, origins: { state: true } };
  declare section: string;
  declare failure: string;
  declare origins: string | undefined;
  readonly #business = new QueryController<BusinessSettings>(this, () => business);
  readonly #services = new QueryController<{ readonly items: readonly ServiceSettings[] }>(this, () => services);
  readonly #mails = new QueryController<MailPage>(this, () => mails());
  readonly #outbox = new QueryController<Outbox>(this, () => outbox);

  constructor() {
    super();
    this.failure = '';
  }

  protected override render(): TemplateResult {
    const one = this.#business.value;
    if (!one) return html`<div class="page">${waiting(this.#business, 8)}</div>`;
    return html`<div class="page"><div class="page-head"><h1>Settings</h1><button type="button" @click=${() => void signOut().finally(() => leaveSession())}>Sign out</button></div>
      <section><h2>Put it into your page</h2><p class="meta">Paste this where the booking should appear.</p>
        <pre class="snippet">${snippetOf(one)}</pre>
        <div class="actions"><button type="button" class="primary" @click=${() => void navigator.clipboard.writeText(snippetOf(one)).then(() => toast({ text: 'Copied.' }))}>Copy</button><a href=${one.hostedUrl} target="_blank" rel="noopener">Your hosted page</a></div>
        ${this.#originsForm(one)}</section>
      <section class="section"><h2>Services</h2><ul class="rows">${this.#services.value?.items.map((service) => html`<li><span class="grow"><span class="name">${service.name}</span><span class="meta">${[duration(service.durationMinutes), service.priceMinor ? money(service.priceMinor) : 'free'].join(' · ')}</span></span>${service.archived ? html`<span class="meta">archived</span>` : nothing}</li>`)}</ul></section>
      <section class="section"><h2>Mail</h2><p class="meta">${this.#outbox.value ? `${this.#outbox.value.waiting} waiting, ${this.#outbox.value.dead} given up.` : ''}</p>
        <ul class="rows">${this.#mails.value?.items.map((mail) => html`<li><span class="grow"><span>${mail.subject}</span><span class="meta">${mail.to}${mail.lastError ? ` · ${mail.lastError}` : ''}</span></span><span class="status ${mail.state === 'sent' ? 'good' : mail.state === 'failed' ? 'bad' : 'warn'}">${mail.state}</span><span class="meta figures">${shortMoment(mail.createdAt)}</span></li>`)}</ul></section></div>`;
  }

  #originsForm(one: BusinessSettings): TemplateResult {
    return html`<form @submit=${this.#saveOrigins}><div class="field middle"><label for="origins">Where it may run</label>
      <textarea id="origins" rows="3" .value=${this.origins ?? one.allowedOrigins.join('\n')} @input=${(event: Event) => { this.origins = (event.target as HTMLTextAreaElement).value; }}></textarea>
      <p class="hint">The start of your website’s address, one a line: https://www.example.com</p>${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}</div>
      <div class="actions"><button>Save</button></div></form>`;
  }

  readonly #saveOrigins = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.failure = '';
    try {
      await changeBusiness({ allowedOrigins: (this.origins ?? '').split(/\s+/).filter(Boolean) });
      invalidate('business');
      this.origins = undefined;
      toast({ text: 'Saved.' });
    } catch (error) {
      this.failure = error instanceof ProblemError && error.fields[0] ? error.fields[0].message : sentenceOf(error);
    }
  };
}

const reserved = 'style="display:block;min-height:560px"';

/** What the owner pastes, with the height reserved so that the page does not jump. */
export const snippetOf = ({ key, scriptUrl, hostedUrl }: Pick<BusinessSettings, 'key' | 'scriptUrl' | 'hostedUrl'>): string =>
  `<script async src="${scriptUrl}" data-business="${key}" data-cfasync="false"></script>\n<portal-bookings ${reserved}><a href="${hostedUrl}">Book online</a></portal-bookings>`;

customElements.define('portico-settings', PorticoSettings);
