import type { Receivables } from '@portico/contract/invoices/payments.ts';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { money, plural } from '../ui/formats.ts';
import { dueWords } from './due-words.ts';
import { ageWords } from './invoice-words.ts';

const length = 1000;
const gap = 4;
const least = 8;

/** Where each part of the bar begins and how long it is, in thousandths; nothing is too thin to be seen. */
export function barParts({ buckets, totalMinor }: Pick<Receivables, 'buckets' | 'totalMinor'>): { name: string; from: number; long: number }[] {
  const shown = buckets.filter(({ dueMinor }) => dueMinor > 0);
  const room = length - gap * (shown.length - 1) - least * shown.length;
  let from = 0;
  return shown.map(({ name, dueMinor }) => {
    const long = least + Math.floor((room * dueMinor) / totalMinor);
    const part = { name, from, long };
    from += long + gap;
    return part;
  });
}

/** What is owed, by how late it is: a bar, and the same in words and sums. */
export function ageing(owed: Receivables): TemplateResult {
  const spoken = owed.buckets.filter(({ count }) => count > 0).map(({ name, label }) => `${ageWords[name]}: ${label}`).join('; ');
  return html`<section class="ageing" aria-label="Outstanding in ${owed.currency}">
    <p class="ageing-total"><span class="meta">Outstanding</span> <strong class="figures">${owed.label}</strong></p>
    <svg class="ageing-bar" viewBox="0 0 ${length} 20" preserveAspectRatio="none" role="img" aria-label=${spoken}>${barParts(owed).map(({ name, from, long }) => svg`<rect class="age-${name}" x=${from} y="0" width=${long} height="20"></rect>`)}</svg>
    <ul class="ageing-sums">${owed.buckets.map(({ name, label, count, dueMinor }) => html`<li class=${dueMinor === 0 ? 'is-empty' : ''}><span class="age-mark age-${name}"></span><span class="age-name">${ageWords[name]}</span>
      <span class="figures">${label}</span><span class="meta">${count === 0 ? '' : plural(count, 'invoice')}</span></li>`)}</ul></section>`;
}

/** The clients who owe it, the latest first. */
export function debtors({ clients, currency }: Receivables, most: number, onAll: () => void): TemplateResult | typeof nothing {
  return html`<section class="debtors"><h2>Who owes</h2><ul class="rows">${clients.slice(0, most).map(({ clientId, clientName, label, dueMinor, overdueMinor, oldestDueOn, count }) => html`<li><a class="row-link grow" href="#/clients/${clientId}"><span class="name">${clientName}</span>
      <span class="meta">${plural(count, 'invoice')}${oldestDueOn ? `, ${count > 1 ? 'the oldest ' : ''}${dueWords(oldestDueOn)}` : ''}</span></a>
      <span class="owed figures">${label}${overdueMinor > 0 ? html`<span class="status bad">${overdueMinor === dueMinor ? 'Overdue' : `${money(overdueMinor, currency)} overdue`}</span>` : nothing}</span></li>`)}</ul>
    ${clients.length > most ? html`<p class="list-more"><button type="button" class="quiet" @click=${onAll}>Show all ${clients.length}</button></p>` : nothing}</section>`;
}
