import { css } from 'lit';

/** Of the first screen; what opens later brings its own. */
export const styles = css`
  .screen { display: grid; gap: calc(3 * var(--_space)); max-inline-size: 46em; }
  .screen > * { min-inline-size: 0; }
  .lines { white-space: pre-line; }
  .danger-text { color: var(--_danger); }
  [part='empty'] { font-weight: var(--_font-weight-strong); }
  .signed-out { display: grid; gap: calc(1.5 * var(--_space)); justify-items: start; }
  @keyframes settle { from { background: var(--_accent-tint); } }

  .owed { display: grid; gap: var(--_space); justify-items: start; }
  .debt { display: grid; gap: calc(0.75 * var(--_space)); justify-items: start; }
  .debt .primary, .debt .secondary { margin-block-start: var(--_space); }
  .heading { font-variant-numeric: tabular-nums; }

  .rows > li + li { border-block-start: var(--_border-width) solid var(--_border); }
  .row {
    display: grid; grid-template: 'what what amount' auto 'status acts acts' auto / auto minmax(0, 1fr) auto; align-items: start;
    gap: calc(0.5 * var(--_space)) calc(2 * var(--_space)); padding-block: calc(1.25 * var(--_space)) var(--_space);
  }
  .row.with-pick { grid-template: 'pick what what amount' auto 'pick status acts acts' auto / auto auto minmax(0, 1fr) auto; }
  .row.changed { animation: settle 1s ease-out; }
  .what { grid-area: what; }
  .title {
    position: relative; display: inline-flex; align-items: baseline; gap: 0.3em; min-height: 0; padding: 0; border: 0; border-radius: 2px;
    text-align: start;
  }
  /* As high as the line; the thumb finds 44 px. */
  .title::after { content: ''; position: absolute; inset: calc((1.5em - 44px) / 2) -4px; }
  .title:hover .words { text-decoration: underline; text-underline-offset: 0.2em; }
  .title .icon { inline-size: 1em; block-size: 1em; align-self: center; color: var(--_text-muted); transition: transform var(--_duration) ease-out; }
  .title[aria-expanded='true'] .icon { transform: rotate(180deg); }
  .amount { grid-area: amount; text-align: end; white-space: nowrap; }
  .amount .hint { display: block; }
  .status { grid-area: status; display: flex; align-items: center; gap: 0.5em; min-block-size: var(--_control-height); font-size: 0.875em; }
  .dot { inline-size: 0.5em; block-size: 0.5em; border-radius: 50%; background: var(--_text-muted); }
  [data-status='overdue'] .status { color: var(--_danger); font-weight: var(--_font-weight-strong); }
  [data-status='overdue'] .dot { background: var(--_danger); }
  [data-status='partly_paid'] .dot { background: var(--_warning); }
  [data-status='paid'] .dot { background: var(--_success); }
  :is([data-status='void'], [data-status='credited'], [data-status='credit_note']) .dot { background: none; border: 1px solid var(--_text-muted); }
  [data-status='void'] .amount .strong { font-weight: 400; text-decoration: line-through; }
  .acts { grid-area: acts; display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; gap: 0 calc(2 * var(--_space)); }
  .acts .error { order: 1; flex-basis: 100%; text-align: end; }
  .pdf { justify-content: flex-end; min-inline-size: 44px; font-size: 0.875em; }

  .pick { grid-area: pick; position: relative; display: inline-grid; place-items: center; inline-size: 1.5em; block-size: 1.5em; margin-inline-end: calc(-0.5 * var(--_space)); cursor: pointer; }
  .pick input { position: absolute; inset: calc((1.5em - 44px) / 2); inline-size: 44px; min-block-size: 44px; margin: 0; opacity: 0; cursor: pointer; }
  .pick:has(input:disabled) { opacity: 0.4; }
  .tick { display: inline-grid; place-items: center; inline-size: 1.25em; block-size: 1.25em; border: 1px solid var(--_input-border); border-radius: calc(var(--_radius) / 2); }
  .tick .icon { inline-size: 0.9em; block-size: 0.9em; stroke-width: 2.5; }
  .pick input:not(:checked) + .tick .icon { visibility: hidden; }
  .pick input:checked + .tick { border-color: var(--_accent); background: var(--_accent); color: var(--_on-accent); }
  .pick input:focus-visible + .tick { outline: 2px solid var(--_focus); outline-offset: 2px; }

  .fold { border-block-start: var(--_border-width) solid var(--_border); }
  .foot .fold:last-child { border-block-end: var(--_border-width) solid var(--_border); }
  summary { display: flex; align-items: center; justify-content: space-between; min-block-size: var(--_control-height); cursor: pointer; list-style: none; }
  summary::-webkit-details-marker { display: none; }
  summary::after { content: ''; inline-size: 0.45em; block-size: 0.45em; margin: -0.25em 0.25em 0; border: solid currentColor; border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); opacity: 0.7; }
  [open] > summary::after { margin-block-start: 0.25em; transform: rotate(225deg); }
  summary:hover { text-decoration: underline; text-underline-offset: 0.2em; }
  .folded { padding-block-end: calc(2 * var(--_space)); }

  /* While it loads: the same shapes in the same places. */
  .skeleton .bone { inline-size: 100%; }
  .skeleton .sentence { block-size: 1.75em; max-inline-size: 18em; }
  .skeleton .pay { block-size: var(--_control-height); max-inline-size: 9em; margin-block-end: calc(3 * var(--_space)); }
  .row.bones { block-size: 5.5em; grid-template: 'what amount' auto / minmax(0, 1fr) 5em; }
  .bones .meta { max-inline-size: 12em; block-size: 0.8em; margin-block-start: 0.7em; }
  .bones .name { max-inline-size: 16em; }
  .skeleton .figure { max-inline-size: 5em; }

  /* Columns that all rows of a list share. */
  @container (min-width: 560px) {
    .rows { display: grid; grid-template-columns: auto minmax(0, 1fr) repeat(3, auto); }
    .rows > li, .rows .row { display: grid; grid-column: 1 / -1; grid-template: none / subgrid; column-gap: 0; }
    .rows .row { padding-block: var(--_space); }
    .rows .pick { grid-area: 1 / 1; margin-inline-end: calc(1.5 * var(--_space)); box-sizing: content-box; }
    .rows .what { grid-area: 1 / 2; }
    .rows .status { grid-area: 1 / 3; }
    .rows .amount { grid-area: 1 / 4; }
    .rows .acts { grid-area: 1 / 5; flex-wrap: nowrap; }
    .status, .amount, .acts { margin-inline-start: calc(2.5 * var(--_space)); }
    .what, .amount, .pick { padding-block-start: calc((var(--_control-height) - 1.5em) / 2); }
    .row.bones { block-size: 4.25em; }
  }
  @media (prefers-reduced-motion: reduce) {
    .row.changed { animation: none; }
  }
  @media (forced-colors: active) {
    .pick input:checked + .tick { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    .dot { background: CanvasText; }
  }
`;
