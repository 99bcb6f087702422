import { html, nothing, type TemplateResult } from 'lit';
import { cssVars } from '../ui/css-vars.ts';
import { decimalOf, priceFrom } from '../ui/amount-text.ts';
import { fractionDigits } from '../ui/formats.ts';
import { rangesOf } from '../ui/hours-rules.ts';
import { weekdayName } from '../ui/portico-hours.ts';
import { minuteText } from '../ui/typed-text.ts';
import type { SignUpDraft } from './sign-up-draft.ts';

/** A drawing of what clients will see; it fills in while one answers. */
export function signUpPreview(draft: SignUpDraft): TemplateResult {
  const minutes = Number(draft.minutes);
  const first = [1, 2, 3, 4, 5, 6, 7].find((weekday) => rangesOf(draft.weeklyHours, weekday).length > 0);
  const times = first ? rangesOf(draft.weeklyHours, first).flatMap(({ startMinute, endMinute }) => startsIn(startMinute, endMinute, minutes)).slice(0, 6) : [];
  return html`<aside class="preview" aria-label="Preview"><p class="meta">How your clients will see it</p>
    <div class="preview-page"><p class="preview-name">${draft.businessName.trim() || html`<i class="ghost-line"></i>`}</p>
      <p>${draft.serviceName.trim() ? html`<strong>${draft.serviceName}</strong> <span class="meta">${[minutes >= 5 ? `${minutes} min` : '', priceWords(draft)].filter(Boolean).join(' · ')}</span>` : html`<i class="ghost-line short"></i>`}</p>
      ${first ? html`<p class="meta">${weekdayName(first)}</p><div class="chips">${times.map((minute) => html`<span class="preview-time">${minuteText(minute)}</span>`)}</div>` : nothing}
      <p class="meta">Times are in ${draft.timeZone.split('/').at(-1)?.replaceAll('_', ' ')}</p></div>
    <div class="preview-week" aria-hidden="true">${[1, 2, 3, 4, 5, 6, 7].map((weekday) => html`<span class="meta">${weekdayName(weekday, 'short')}</span><div class="hours-bar">${rangesOf(draft.weeklyHours, weekday).map(({ startMinute, endMinute }) => html`<i ${cssVars({ '--from': startMinute, '--long': endMinute - startMinute })}></i>`)}</div>`)}</div></aside>`;
}

function startsIn(from: number, until: number, length: number): readonly number[] {
  if (!(length >= 5)) return [];
  return Array.from({ length: Math.max(0, Math.floor((until - from - length) / 30) + 1) }, (_, index) => from + index * 30);
}

function priceWords({ price, currency, lang }: SignUpDraft): string {
  const minor = priceFrom(price, fractionDigits(currency), lang);
  return minor ? new Intl.NumberFormat(lang, { style: 'currency', currency }).format(decimalOf(minor, fractionDigits(currency))) : '';
}
