import type { Upload } from '@portico/contract/documents/upload.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { SayDocuments } from './documents-messages.ts';
import { filePicker } from './uploads.template.ts';

export interface UnfinishedView {
  readonly say: SayDocuments;
  readonly items: readonly Upload[];
  readonly mistaken: string | undefined;
  digits(value: number): string;
  onFiles(upload: Upload, files: readonly File[]): void;
  onDiscard(upload: Upload): void;
}

/** What another visit began: the browser forgot the file, so it has to be chosen once more. */
export function unfinishedList(view: UnfinishedView): TemplateResult | typeof nothing {
  if (view.items.length === 0) return nothing;
  const { say } = view;
  return html`<ul role="list" class="sendings">${view.items.map((upload) => {
    const { id, name, offset, size } = upload;
    return html`<li data-unfinished=${id}><div class="grow"><p>${say('unfinished', { name, percent: view.digits(Math.floor((offset / size) * 100)) })}</p>
        ${view.mistaken === id ? html`<p class="error" part="error" role="alert">${say('anotherFile', { name })}</p>` : html`<p class="hint">${say('chooseAgain')}</p>`}</div>
      ${filePicker({ label: say('goOn'), spoken: say('goOnWith', { name }), isPrimary: false }, (files) => view.onFiles(upload, files))}
      <button type="button" class="plain" part="button" data-action="discard" aria-label=${say('discardOf', { name })} @click=${() => view.onDiscard(upload)}>${say('discard')}</button></li>`;
  })}</ul>`;
}
