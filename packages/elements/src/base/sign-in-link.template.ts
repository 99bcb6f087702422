import { html, type TemplateResult } from 'lit';
import { deepLink } from './hash-route.ts';

/** Where to sign in: on a page with a sign-in that, else the hosted page, about the same thing. */
export function signInLink(label: string, hostedUrl: string, look = 'link'): TemplateResult {
  const lead = (event: Event): void => {
    const login = document.querySelector<HTMLElement>('portal-login');
    if (!login?.checkVisibility()) return;
    event.preventDefault();
    login.scrollIntoView({ block: 'center' });
    login.querySelector('input')?.focus({ preventScroll: true });
  };
  return html`<a class=${look} part="link" href=${hostedUrl + deepLink()} @click=${lead}>${label}</a>`;
}
