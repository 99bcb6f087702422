import type { Job, Mail } from '@portico/contract/notifications.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { jobs, mails, outbox, retryJob } from '../api/notifications.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { mayAdminister, meNow } from '../app/session.ts';
import { segmentField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { inSentence, plural, shortMoment } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';

const mailTone = { waiting: 'warn', sent: 'good', failed: 'bad' } as const;
const mailWords = { waiting: 'Waiting', sent: 'Sent', failed: 'Not delivered' } as const;
const jobWords = { waiting: 'Waiting', running: 'Running', done: 'Done', dead: 'Gave up', cancelled: 'Cancelled' } as const;

/** Does everything that should leave the house leave it? */
export class PorticoOutbox extends LightElement {
  readonly #filter = new FormController(this, { state: '' });
  readonly #outbox = new QueryController(this, () => outbox);
  readonly #mails = new QueryController(this, () => mails(this.#filter.draft.state));
  readonly #dead = new QueryController(this, () => jobs('dead'));
  readonly #waiting = new QueryController(this, () => jobs('waiting'));

  protected override render(): TemplateResult {
    const [dead, coming, list] = [this.#dead.value?.items ?? [], (this.#waiting.value?.items ?? []).toSorted((a, b) => a.runAt.localeCompare(b.runAt)), this.#mails.value?.items];
    return html`<div class="title-row"><h2 class="title">Mail and jobs</h2>${meNow()?.demo ? html`<a class="button" href="/mailbox" target="_blank" rel="noopener">Open the demo mailbox</a>` : nothing}</div>${staleNote(this.#outbox)}${this.#summary()}
      ${dead.length > 0 ? html`<section><h2>Needs you</h2><ul class="rows">${dead.map((job) => this.#job(job))}</ul></section>` : nothing}
      <section class="section"><h2>Mails</h2>${segmentField(this.#filter, 'state', { label: 'Show', choices: [{ value: '', label: 'All' }, { value: 'waiting', label: 'Waiting' }, { value: 'sent', label: 'Sent' }, { value: 'failed', label: 'Not delivered' }] })}
        ${list ? (list.length > 0 ? html`<ul class="rows mail-rows">${list.map(mailRow)}</ul>` : html`<p class="empty">None.</p>`) : waiting(this.#mails, 4)}</section>
      ${coming.length > 0 ? html`<section class="section"><h2>Planned</h2><ul class="rows">${coming.map((job) => this.#job(job))}</ul></section>` : nothing}`;
  }

  #summary(): TemplateResult | typeof nothing {
    const now = this.#outbox.value;
    if (!now) return nothing;
    const state = now.dead > 0 ? html`<span class="status bad">${plural(now.dead, 'message')} could not be delivered</span>` : html`<span class="status good">Everything goes out</span>`;
    return html`<p class="outbox-line">${state}${now.waiting > 0 ? html`<span class="meta">${plural(now.waiting, 'message')} planned</span>` : nothing}${now.mailVia === 'mailbox' ? html`<span class="meta">Mails stay in the demo mailbox</span>` : nothing}</p>`;
  }

  #job(job: Job): TemplateResult {
    const name = jobName(job);
    const tries = job.attempts > 0 ? `tried ${plural(job.attempts, 'time')}` : '';
    return html`<li><span class="grow"><span class="name">${name}</span><span class="meta">${[job.mail?.to ?? bookingWords(job), job.lastError, tries, job.state === 'waiting' ? `goes out ${inSentence(shortMoment(job.runAt))}` : ''].filter(Boolean).join(' · ')}</span></span>
      ${job.state === 'dead' && mayAdminister() ? html`<button type="button" aria-label="Retry: ${name}" @click=${() => void this.#retry(job)}>Retry</button>` : html`<span class="status">${jobWords[job.state]}</span>`}</li>`;
  }

  async #retry({ id }: Job): Promise<void> {
    try {
      await retryJob(id);
      toast({ text: 'It is tried again now.' });
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
    }
    invalidate('jobs', 'mails', 'outbox');
  }
}

const kindWords: Readonly<Record<string, string>> = { 'mail.send': 'Mail', 'booking.remind': 'Reminder' };

/** What the owner knows it by. */
function jobName({ kind, about, mail, booking }: Job): string {
  if (mail) return mail.subject;
  const what = kindWords[kind] ?? 'Work in the background';
  return booking ? `${what} to ${booking.clientName}` : about ? `${what} (${about})` : what;
}

const bookingWords = ({ booking }: Job): string => (booking ? `${booking.serviceName}, ${inSentence(shortMoment(booking.startsAt))}` : '');

function mailRow({ to, subject, state, createdAt, lastError }: Mail): TemplateResult {
  return html`<li><span class="grow"><span class="name">${subject}</span><span class="meta">${to} · ${shortMoment(createdAt)}${lastError ? html`<br>${lastError}` : nothing}</span></span><span class="status ${mailTone[state]}">${mailWords[state]}</span></li>`;
}

customElements.define('portico-outbox', PorticoOutbox);
