import { html, type TemplateResult } from 'lit';
import type { SayInvoices } from './invoices-messages.ts';

/** Nobody is signed in: where to do it. On a page with a sign-in the button leads to that, else to the hosted page. */
export function signInHint(say: SayInvoices, hostedUrl: string): TemplateResult {
  const lead = (event: Event): void => {
    const login = document.querySelector<HTMLElement>('portal-login');
    if (!login) return;
    event.preventDefault();
    login.scrollIntoView({ block: 'center' });
    login.querySelector('input')?.focus({ preventScroll: true });
  };
  return html`
    <div class="signed-out" part="message">
      <p class="sentence">${say('signInToSee')}</p>
      <a class="button secondary" part="link" href=${hostedUrl} @click=${lead}>${say('signIn')}</a>
    </div>
  `;
}
