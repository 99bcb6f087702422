import { css } from 'lit';

/** The line that says what is booked, and the one that names the time zone. */
export const summaryStyles = css`
  .summary { padding-block-end: var(--_space); border-block-end: var(--_border-width) solid var(--_border); }
  /* A dot before each piece; those at the start of a line are cut off. */
  .pieces { display: flex; flex-wrap: wrap; align-items: center; margin-inline-start: -18px; clip-path: inset(-8px -8px -8px 13px); }
  .pieces:dir(rtl) { clip-path: inset(-8px 13px -8px -8px); }
  .piece { position: relative; display: inline-flex; align-items: center; min-block-size: 2.25em; padding-inline-start: 18px; }
  .piece::before { content: '·' / ''; position: absolute; inset-inline-start: 7px; color: var(--_text-muted); font-weight: 400; }
  .piece.first { font-size: 1.125em; font-weight: var(--_font-weight-strong); }
  .pieces .plain { min-block-size: 0; padding-block: 0; }
  /* As high as the line; the thumb finds 44 px. */
  .change {
    position: relative; gap: 0.15em; min-block-size: 0; padding: 0; border: 0; border-radius: 2px;
    font-weight: inherit; text-align: start;
  }
  .change::after, .pieces .plain::after { content: ''; position: absolute; inset: calc((1.5em - 44px) / 2) -4px; }
  .pieces .plain { position: relative; }
  .change .words { text-decoration: underline; text-decoration-color: var(--_border); text-decoration-thickness: 1px; text-underline-offset: 0.3em; }
  .change:hover .words, .change[aria-expanded='true'] .words { text-decoration-color: currentColor; }
  .change .icon { inline-size: 1em; block-size: 1em; color: var(--_text-muted); transition: transform var(--_duration) ease-out; }
  .change[aria-expanded='true'] .icon { transform: rotate(180deg); }

  .zone { display: grid; gap: var(--_space); font-size: 0.875em; }
  .zone .hint { font-size: inherit; }
  .zone .change { display: inline-flex; }
`;
