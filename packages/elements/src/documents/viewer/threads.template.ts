import type { Comment, Thread } from '@portico/contract/documents/review.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { SayViewer } from './viewer-door.ts';
import type { Talk } from './viewer-parts.ts';
import { writeField } from './write-field.template.ts';

export interface ThreadsView {
  readonly say: SayViewer;
  readonly talk: Talk;
  readonly version: number;
  /** The number of a pin on a page, by its thread. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly canPin: boolean;
  onShowPin(threadId: string): void;
}

/** What both sides say: what is open first, what is settled folded away; and where to write. */
export function threadsOf(view: ThreadsView): TemplateResult {
  const { say, talk, canPin } = view;
  const { threads = [], mayComment } = talk.discussion ?? {};
  const [open, settled] = [threads.filter(({ isResolved }) => !isResolved), threads.filter(({ isResolved }) => isResolved)];
  return html`<section class="talk" aria-labelledby="talk"><div class="eyebrow" id="talk" role="heading" aria-level="3">${say('comments')}</div>
    ${threads.length === 0 ? html`<p class="hint">${say(mayComment && canPin ? 'noCommentsAsk' : 'noComments')}</p>` : nothing}
    ${open.length > 0 ? html`<ul role="list" class="threads">${open.map((thread) => threadOf(view, thread))}</ul>` : nothing}
    ${settled.length > 0 ? html`<details class="settled-threads"><summary>${say('settled', { count: settled.length })}</summary><ul role="list" class="threads">${settled.map((thread) => threadOf(view, thread))}</ul></details>` : nothing}
    ${mayComment ? newThread(view) : nothing}</section>`;
}

function newThread({ say, talk, canPin }: ThreadsView): TemplateResult {
  const { pin, isPlacing } = talk;
  return html`<div class="new-thread">${pin ? html`<p class="hint chosen">${say('pinChosen', { number: pin.page })}</p>` : nothing}
    ${writeField({ talk, place: 'new', label: say('writeComment'), send: say('send'), isPrimary: false, onSend: () => void talk.comment('new'), cancel: pin ? { label: say('cancel'), onCancel: () => talk.pinAt(undefined) } : undefined })}
    ${canPin && !pin ? html`<button type="button" class="plain" part="button" data-action="pin" aria-pressed=${isPlacing} @click=${() => talk.place(!isPlacing)}>${say(isPlacing ? 'cancel' : 'pinHere')}</button>` : nothing}
    ${isPlacing ? html`<p class="hint" role="status">${say('pinHint')}</p>` : nothing}</div>`;
}

function threadOf(view: ThreadsView, thread: Thread): TemplateResult {
  const { say, talk, version, numbers, onShowPin } = view;
  const { id, isResolved, resolvedByName, comments } = thread;
  const number = numbers.get(id);
  const mayComment = talk.discussion?.mayComment;
  const where = [thread.pin && number === undefined ? say('onPage', { number: thread.pin.page }) : undefined, thread.version === version ? undefined : say('onVersion', { number: thread.version })].filter(Boolean).join(', ');
  return html`<li class="thread" data-thread=${id} tabindex="-1" part="thread">${number === undefined ? nothing : html`<button type="button" class="pin-link" aria-label=${say('pinOf', { number, text: '' })} @click=${() => onShowPin(id)}>${number}</button>`}
    <div class="grow">${where ? html`<p class="hint">${where}</p>` : nothing}
      <ul role="list" class="comments">${comments.map((comment) => commentOf(view, comment))}</ul>
      ${isResolved ? html`<p class="hint">${say('settledBy', { name: resolvedByName ?? '' })}</p>` : nothing}
      ${talk.answering === id
    ? writeField({ talk, place: id, label: say('writeAnswer'), send: say('send'), isPrimary: false, cancel: { label: say('notYet'), onCancel: () => talk.answerIn(undefined) }, onSend: () => void talk.comment(id) })
    : mayComment ? html`<div class="thread-acts"><button type="button" class="plain" part="button" data-action="answer" @click=${() => talk.answerIn(id)}>${say('answer')}</button>
        <button type="button" class="plain" part="button" data-action="settle" aria-busy=${talk.busy === id ? 'true' : nothing} @click=${() => void talk.settle(id, !isResolved)}>${say(isResolved ? 'takeUp' : 'settle')}</button></div>` : nothing}
      ${talk.answering !== id && talk.problem(id) ? html`<p class="error" role="alert">${talk.problem(id)}</p>` : nothing}</div></li>`;
}

function commentOf({ say, talk }: ThreadsView, { id, text, byName, isOwn, decision, label }: Comment): TemplateResult {
  return html`<li class="comment"><p class="hint"><bdi class="strong">${byName}</bdi> · <bdi>${label.createdAt}</bdi></p>
    ${text === null ? html`<p class="hint">${say('removed')}</p>` : html`<p class="note"><bdi>${text}</bdi></p>`}
    ${isOwn && text !== null && !decision ? html`<button type="button" class="plain small" part="button" data-action="take-back" aria-label=${say('takeBackOf', { text })} aria-busy=${talk.busy === id ? 'true' : nothing} @click=${() => void talk.remove(id)}>${say('takeBack')}</button>` : nothing}</li>`;
}
