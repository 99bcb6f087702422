import type { DocumentCategory } from '@portico/contract/documents/kinds.ts';
import type { Upload } from '@portico/contract/documents/upload.ts';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { SayDocuments } from './documents-messages.ts';

/** One file on its way, or what became of it. */
export interface Sending {
  readonly id: number;
  readonly file: File;
  readonly category: DocumentCategory | undefined;
  /** What it answers. */
  readonly requestId: string | undefined;
  /** What the server knows of it. */
  readonly upload?: Upload;
  /** Whole percents that the server has kept. */
  readonly percent: number;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed';
  readonly problem?: string;
  /** It will never be taken, however often it is sent. */
  readonly isHopeless?: boolean;
  /** What it was filed as, when its name said something else. */
  readonly filedAs?: string;
}

export interface SendingsView {
  readonly say: SayDocuments;
  readonly items: readonly Sending[];
  digits(value: number): string;
  onAgain(item: Sending): void;
  onDrop(id: number): void;
}

const arrow = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d="M12 20V8m0 0 5 5m-5-5-5 5M5 4h14"/>`}</svg>`;

interface Picker {
  readonly label: string;
  /** Where the words on it do not say it all. */
  readonly spoken?: string;
  readonly isPrimary: boolean;
}

/** A button that lets somebody choose files. On a phone the browser offers the camera, too. */
export function filePicker({ label, spoken, isPrimary }: Picker, onFiles: (files: readonly File[]) => void): TemplateResult {
  const choose = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    onFiles([...input.files ?? []]);
    input.value = '';
  };
  const inside = html`${arrow}<span>${label}</span><input class="unseen" type="file" multiple aria-label=${spoken ?? nothing} @change=${choose}>`;
  return isPrimary ? html`<label class="button primary send" part="button button-primary">${inside}</label>` : html`<label class="button secondary send" part="button">${inside}</label>`;
}

/** The way to send files, where a thumb finds it. */
export const sendButton = (say: SayDocuments, onFiles: (files: Iterable<File>) => void): TemplateResult =>
  html`<div class="send-place">${filePicker({ label: say('upload'), isPrimary: true }, onFiles)}</div>`;

/** What is on its way, and what became of it. */
export function sendings(view: SendingsView): TemplateResult | typeof nothing {
  return view.items.length > 0 ? html`<ul role="list" class="sendings">${view.items.map((item) => sending(view, item))}</ul>` : nothing;
}

function sending(view: SendingsView, item: Sending): TemplateResult {
  const { say } = view;
  const { id, file: { name }, state, percent, problem, isHopeless, filedAs } = item;
  const isUnderWay = state === 'waiting' || state === 'sending';
  return html`<li data-sending=${state}>
    <div class="grow">${state === 'sent' ? html`<p part="notice">${say('sent', { name })}</p>` : html`<p><bdi>${name}</bdi></p>`}
      ${isUnderWay ? html`<progress max="100" value=${percent} aria-label=${say('sending', { name })}></progress>` : nothing}
      ${problem ? html`<p class="error" part="error" role="alert">${problem}</p>` : nothing}${filedAs ? html`<p class="hint">${say('filedAs', { name: filedAs })}</p>` : nothing}</div>
    ${isUnderWay ? html`<span class="hint figures">${say('percent', { percent: view.digits(percent) })}</span>` : nothing}
    ${state === 'failed' && !isHopeless ? html`<button type="button" class="plain" part="button" data-action="again" @click=${() => view.onAgain(item)}>${say('again')}</button>` : nothing}
    <button type="button" class="plain" part="button" data-action="drop" aria-label=${isUnderWay ? say('cancelOf', { name }) : nothing} @click=${() => view.onDrop(id)}>${say(isUnderWay ? 'cancel' : 'dismiss')}</button></li>`;
}
