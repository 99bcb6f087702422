import { html, nothing, type TemplateResult } from 'lit';
import type { Place, Talk } from './viewer-parts.ts';

export interface WriteField {
  readonly talk: Talk;
  readonly place: Place;
  readonly label: string;
  readonly send: string;
  readonly isPrimary: boolean;
  /** What gives up writing, where that is possible. */
  readonly cancel?: { readonly label: string; readonly onCancel: () => void } | undefined;
  onSend(): void;
}

/** A place to write, with its button. Enter makes a new line; with Ctrl or ⌘ it sends. */
export function writeField({ talk, place, label, send, isPrimary, cancel, onSend }: WriteField): TemplateResult {
  const problem = talk.problem(place);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSend();
  };
  const id = `write-${place}`;
  return html`<form class="write" novalidate @submit=${(event: Event) => { event.preventDefault(); onSend(); }}>
    <div class="field"><label class="label" for=${id}>${label}</label><textarea id=${id} part="input" data-write=${place} rows="2" maxlength="2000" .value=${talk.draft(place)} aria-invalid=${problem ? 'true' : nothing} aria-describedby=${problem ? `${id}-problem` : nothing}
      @input=${(event: Event) => talk.type(place, (event.target as HTMLTextAreaElement).value)} @keydown=${onKey}></textarea>
      ${problem ? html`<p class="error" part="error" role="alert" id=${`${id}-problem`}>${problem}</p>` : nothing}</div>
    <div class="write-acts"><button type="submit" class=${isPrimary ? 'primary' : 'secondary'} part=${isPrimary ? 'button button-primary' : 'button'} aria-busy=${talk.busy === place ? 'true' : nothing}>${send}</button>
      ${cancel ? html`<button type="button" class="quiet" part="button" @click=${cancel.onCancel}>${cancel.label}</button>` : nothing}</div></form>`;
}
