import { portalLink } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { dateLabel } from '../../domain/civil-dates.ts';
import { formatMoney } from '../../domain/money.ts';
import type { MailBlock, MailFact } from '../../effects/mail-blocks.ts';
import { moneyLetter, type MoneyLetter } from '../letters/invoice-letters.ts';
import type { LetterReader } from '../letters/letter-reader.ts';
import { everyInWords } from './interval-words.ts';
import type { Subscribed } from './plan-store.ts';

export type LetterDeps = Pick<Deps, 'config' | 'now'>;

export const plansLink = (deps: LetterDeps, { business }: LetterReader): string => portalLink(deps, business, '#portal/invoices');

/** A letter to a client about a plan: a sentence, what matters, and the way to see it. */
export function planLetter(deps: LetterDeps, reader: LetterReader, { title, sentence, facts = [], quote = '' }: { readonly title: string; readonly sentence: string; readonly facts?: readonly MailFact[]; readonly quote?: string }): MoneyLetter {
  const { voice: { say }, business, name } = reader;
  const blocks: MailBlock[] = [{ kind: 'paragraph', text: say('hello', { name, sentence }) }];
  if (facts.length > 0) blocks.push({ kind: 'facts', facts });
  if (quote) blocks.push({ kind: 'quote', text: quote });
  blocks.push({ kind: 'button', label: say('seePlans'), url: plansLink(deps, reader) });
  return moneyLetter(deps, reader, { subject: title, title, preheader: sentence, why: say('whyInvoice', { business: business.name }), blocks });
}

/** The plan with its price, and its next day if there is one. */
export function factsOfPlan({ row, plan }: Subscribed, amountMinor: number, { voice: { say, lang }, business }: LetterReader): MailFact[] {
  const facts = [{ label: say('planFact'), value: plan.name }, { label: say('amountFact'), value: `${formatMoney(amountMinor, business.currency, lang)} ${everyInWords(plan, lang)}` }];
  return row.state === 'active' ? [...facts, { label: say('nextFact'), value: dateLabel(row.nextOn, lang) }] : facts;
}

export type PlanNews = 'planStarted' | 'planPaused' | 'planResumed' | 'planEnded' | 'planDeclined';

/** Something about the plan is different, or stays in spite of a wish. */
export function newsLetter(deps: LetterDeps, news: PlanNews, found: Subscribed, amountMinor: number, reader: LetterReader, note = ''): MoneyLetter {
  const { voice: { say, lang }, business } = reader;
  const { plan, row } = found;
  const values = { plan: plan.name, date: dateLabel(row.nextOn, lang), amount: formatMoney(amountMinor, business.currency, lang), every: everyInWords(plan, lang) };
  const isOver = news === 'planEnded';
  return planLetter(deps, reader, { title: say(`${news}Title`, values), sentence: say(`${news}Text`, values), facts: isOver ? [] : factsOfPlan(found, amountMinor, reader), quote: note });
}

/** To the business: a client asks, and waits. */
export function askedLetter(deps: LetterDeps, asked: { readonly kind: 'pause' | 'resume' | 'cancel'; readonly clientName: string; readonly note: string }, found: Subscribed, amountMinor: number, reader: LetterReader): MoneyLetter {
  const { say } = reader.voice;
  const key = { pause: 'askedPauseTitle', resume: 'askedResumeTitle', cancel: 'askedCancelTitle' } as const;
  const title = say(key[asked.kind], { name: asked.clientName, plan: found.plan.name });
  return moneyLetter(deps, reader, {
    subject: title, title, preheader: asked.note || say('askedText'), why: say('whyOwnerMoney'),
    blocks: [
      { kind: 'paragraph', text: say('askedText') }, { kind: 'facts', facts: factsOfPlan(found, amountMinor, reader) }, ...(asked.note ? [{ kind: 'quote' as const, text: asked.note }] : []),
      { kind: 'button', label: say('answerRequest'), url: `${deps.config.publicUrl}/console/#/invoices/reviews` },
    ],
  });
}
