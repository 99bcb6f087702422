import { html, type TemplateResult } from 'lit';

export interface DoorFrame {
  readonly body: TemplateResult;
  readonly foot: TemplateResult;
}

/** The page before somebody is signed in. */
export function doorFrame({ body, foot }: DoorFrame): TemplateResult {
  return html`<main class="door"><div class="door-column"><p class="door-mark">${mark}Portico</p>${body}<div class="door-more">${foot}</div></div></main>`;
}

const mark = html`<svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">
  <path d="M3 9 12 3l9 6H3ZM5 21V9M10 21V9M14 21V9M19 21V9M3 21h18"/></svg>`;

export function emailTrouble(email: string): string {
  return /^\S+@\S+\.\S+$/.test(email.trim()) ? '' : 'Type your e-mail address, for example thandi@example.com.';
}

export function passwordTrouble(password: string): string {
  return password.length >= 10 ? '' : 'Use at least 10 characters. Three or four words are easy to remember.';
}
