import type { PaymentAttempt } from '@portico/contract/invoices/checkout.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { InvoicesMessage, SayInvoices } from './invoices-messages.ts';

export interface AttemptView {
  readonly say: SayInvoices;
  readonly attempt: PaymentAttempt | undefined;
  readonly failure: string | undefined;
  readonly headingLevel: number;
  readonly busyPaper: string | undefined;
  readonly isBusy: boolean;
  onAgain(attempt: PaymentAttempt): void;
  onReceipt(paymentId: string): void;
  onDone(): void;
}

interface Words {
  readonly title: InvoicesMessage;
  readonly hint: InvoicesMessage | undefined;
  readonly tone: 'good' | 'bad' | 'waiting';
}

/** What has become of a payment: said as it is, never guessed. */
export function attemptPanel(view: AttemptView): TemplateResult {
  const { say, attempt, failure } = view;
  if (!attempt) return html`<div class="attempt" part="notice">${failure ? html`<p class="error attempt-title" part="error" role="alert" tabindex="-1">${failure}</p>${done(view)}` : html`<p class="attempt-title" tabindex="-1">${say('loading')}</p>`}</div>`;
  const { title, hint, tone } = wordsFor(attempt);
  return html`
    <div class="attempt ${tone}" part="notice" data-attempt=${attempt.state} role="status">
      <p class="heading attempt-title" part="title" role="heading" aria-level=${view.headingLevel} tabindex="-1">${say(title)}</p>
      ${hint ? html`<p class="sentence">${say(hint, { amount: attempt.label })}</p>` : nothing}
      ${failure ? html`<p class="error" part="error">${failure}</p>` : nothing}
      <div class="actions">${actions(view, attempt)}${done(view)}</div>
    </div>
  `;
}

function wordsFor({ state, failure }: PaymentAttempt): Words {
  if (state === 'succeeded') return { title: 'attemptPaid', hint: 'attemptPaidHint', tone: 'good' };
  if (state === 'under_review') return { title: 'attemptReview', hint: 'attemptReviewHint', tone: 'waiting' };
  if (state === 'expired') return { title: 'attemptExpired', hint: 'attemptStopped', tone: 'bad' };
  if (state === 'failed') return { title: 'attemptFailed', hint: failure === 'declined' ? 'attemptDeclined' : 'attemptStopped', tone: 'bad' };
  return { title: 'attemptWaiting', hint: 'attemptWaitingHint', tone: 'waiting' };
}

function actions({ say, isBusy, busyPaper, onAgain, onReceipt }: AttemptView, attempt: PaymentAttempt): TemplateResult | typeof nothing {
  const { state, paymentId, url } = attempt;
  if (state === 'succeeded' && paymentId) return html`<button type="button" class="secondary" part="button" data-action="receipt"
    aria-busy=${busyPaper === `receipt ${paymentId}` ? 'true' : nothing} @click=${() => onReceipt(paymentId)}>${say('receipt')}</button>`;
  if (url) return html`<a class="button secondary" part="link" data-action="continue" href=${url}>${say('attemptContinue', { amount: attempt.label })}</a>`;
  if (state !== 'failed' && state !== 'expired') return nothing;
  return html`<button type="button" class="primary" part="button button-primary" data-action="again" aria-disabled=${isBusy ? 'true' : nothing} @click=${() => onAgain(attempt)}>${say('payAgain')}</button>`;
}

const done = ({ say, onDone }: AttemptView): TemplateResult => html`<button type="button" class="quiet" part="button" data-action="done" @click=${() => onDone()}>${say('close')}</button>`;
