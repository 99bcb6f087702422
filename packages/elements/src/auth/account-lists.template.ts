import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Session } from '@portico/contract/auth.ts';
import type { CalendarFeed } from '@portico/contract/bookings/calendar.ts';
import type { Say } from '../base/localize.ts';
import type { AccountMessage } from './account-messages.ts';

export interface SessionRows {
  readonly say: Say<AccountMessage>;
  readonly sessions: readonly Session[];
  sayDate(instant: string): string;
  onRevoke(session: Session): void;
  onEverywhere(): void;
}

/** Where else somebody is signed in as this person, and how to end it. */
export function sessionRows({ say, sessions, sayDate, onRevoke, onEverywhere }: SessionRows): TemplateResult {
  return html`
    <ul role="list" part="list">${sessions.map((session) => html`
      <li class="line" part="item">
        <p>${session.device}<br><span class="hint">${session.current ? say('thisDevice') : say('lastUsed', { date: sayDate(session.lastUsedAt) })}</span></p>
        ${session.current ? nothing : html`
          <button type="button" class="plain" part="button" data-action="revoke" aria-label=${say('revokeOf', { device: session.device })}
            @click=${() => onRevoke(session)}>${say('revoke')}</button>`}
      </li>`)}</ul>
    <button type="button" class="plain" part="button" data-action="everywhere" @click=${onEverywhere}>${say('everywhere')}</button>
  `;
}

export interface FeedRows {
  readonly say: Say<AccountMessage>;
  readonly feed: CalendarFeed;
  sayDate(instant: string): string;
  onMake(): void;
  onRevoke(): void;
}

/** A private address for the person's own calendar; it is shown once. */
export function feedRows({ say, feed, sayDate, onMake, onRevoke }: FeedRows): TemplateResult {
  return html`
    <p class="hint">${say('feedText')}</p>
    ${feed.url ? html`<p>${say('feedOnce')}<br><a class="link address" href=${feed.url.replace(/^https?:/, 'webcal:')}>${feed.url}</a></p>`
      : html`<p>${feed.active && feed.createdAt ? say('feedOn', { date: sayDate(feed.createdAt) }) : say('feedOff')}</p>`}
    <div class="row">
      <button type="button" class="secondary" part="button" data-action="feed-make" @click=${onMake}>${say(feed.active ? 'feedRenew' : 'feedMake')}</button>
      ${feed.active ? html`<button type="button" class="plain" part="button" data-action="feed-revoke" @click=${onRevoke}>${say('feedRevoke')}</button>` : nothing}
    </div>
  `;
}
