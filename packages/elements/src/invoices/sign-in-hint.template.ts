import { html, type TemplateResult } from 'lit';
import { signInLink } from '../base/sign-in-link.template.ts';
import type { SayInvoices } from './invoices-messages.ts';

/** Nobody is signed in: where to do it. */
export function signInHint(say: SayInvoices, hostedUrl: string): TemplateResult {
  return html`
    <div class="signed-out" part="message">
      <p class="sentence">${say('signInToSee')}</p>
      ${signInLink(say('signIn'), hostedUrl, 'button secondary')}
    </div>
  `;
}
