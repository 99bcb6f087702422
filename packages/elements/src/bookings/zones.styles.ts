import { css } from 'lit';

/** The list of time zones. */
export const zoneStyles = css`
  .zones { font-size: calc(1em / 0.875); max-inline-size: 24em; gap: var(--_space); }
  .zones.floating { padding-block-start: calc(1.5 * var(--_space));  }
  .zone-groups { max-block-size: 18em; overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin; }
  .zone-groups .part-name { padding-block: var(--_space) calc(var(--_space) / 4); }
  .zone-choice { inline-size: 100%; justify-content: space-between; padding-inline: var(--_space); text-align: start; outline-offset: -2px; }
  .zone-choice:hover { background: var(--_fill); }
  .zone-choice[aria-pressed='true'] { font-weight: var(--_font-weight-strong); background: var(--_accent-tint); }
  .zone-choice .hint { white-space: nowrap; }
`;
