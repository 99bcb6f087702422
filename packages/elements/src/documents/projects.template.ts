import type { DocumentStart } from '@portico/contract/documents/document.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { SayDocuments } from './documents-messages.ts';

/** Whoever has projects may see the documents of one of them; the browser's own list, which every phone knows how to show. */
export function projectChoice(say: SayDocuments, { projects }: DocumentStart, shown: string | undefined, onShow: (id: string | undefined) => void): TemplateResult | typeof nothing {
  if (projects.length === 0) return nothing;
  return html`<select class="projects" part="input" name="project" aria-label=${say('project')} @change=${(event: Event) => onShow((event.target as HTMLSelectElement).value || undefined)}>
    <option value="" ?selected=${!shown}>${say('allProjects')}</option>${projects.map(({ id, name }) => html`<option value=${id} ?selected=${id === shown}>${name}</option>`)}</select>`;
}
