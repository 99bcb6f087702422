import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../ui/icon.template.ts';

export interface Setup {
  readonly hasService: boolean;
  readonly hasHours: boolean;
  readonly hasOrigin: boolean;
  readonly hasClient: boolean;
  readonly hostedUrl: string;
}

interface Step {
  readonly isDone: boolean;
  readonly what: string;
  readonly why: string;
  readonly link: string;
  readonly does: string;
}

function stepsOf(setup: Setup): readonly Step[] {
  return [
    { isDone: setup.hasService, what: 'Say what can be booked', why: 'A name, a length and a price are enough.', link: '#/settings/services', does: 'Add a service' },
    { isDone: setup.hasHours, what: 'Say when', why: 'Without weekly hours there are no free times.', link: '#/settings/providers', does: 'Set hours' },
    { isDone: setup.hasOrigin, what: 'Put it on your website', why: 'Name your site’s address and paste one snippet.', link: '#/settings/embed', does: 'Get the snippet' },
    { isDone: setup.hasClient, what: 'Try it yourself', why: 'Book once as a client would, and watch it appear here.', link: setup.hostedUrl, does: 'Open your hosted page' },
  ];
}

export const stepsLeft = (setup: Setup): number => stepsOf(setup).filter(({ isDone }) => !isDone).length;

/** What is left before the first booking; gone when all is done. */
export function checklist(setup: Setup): TemplateResult {
  const steps = stepsOf(setup);
  const next = steps.find(({ isDone }) => !isDone);
  return html`<section class="checklist"><h2>Before the first booking</h2><ol>${steps.map((step) => html`<li class=${step.isDone ? 'is-done' : ''}>
    <span class="tick">${step.isDone ? html`${icon('check')}<span class="visually-hidden">Done: </span>` : nothing}</span>
    <span class="grow"><span class="name">${step.what}</span>${step.isDone ? nothing : html`<span class="meta">${step.why}</span>`}</span>
    ${step.isDone ? nothing : html`<a class="button ${step === next ? 'primary' : ''}" href=${step.link}>${step.does}</a>`}</li>`)}</ol></section>`;
}
