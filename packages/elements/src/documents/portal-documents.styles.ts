import { css } from 'lit';

export const styles = css`
  .screen { position: relative; display: grid; gap: calc(2 * var(--_space)); max-inline-size: 46em; }
  .screen > * { min-inline-size: 0; }
  .head { display: grid; gap: var(--_space); }
  .head > * { min-inline-size: 0; }
  .filters { display: flex; flex-wrap: wrap; align-items: center; gap: var(--_space); }
  .filters:empty { display: none; }
  .filters > * { min-inline-size: 0; }
  .projects { font: inherit; color: inherit; max-inline-size: 100%; min-block-size: var(--_control-height); padding-inline: calc(1.25 * var(--_space)); border: var(--_border-width) solid var(--_border); border-radius: var(--_radius-control); background: var(--_surface-raised); }
  .projects:focus-visible { outline: 2px solid var(--_focus); outline-offset: 1px; }
  .signed-out { display: grid; gap: calc(1.5 * var(--_space)); justify-items: start; }
  input[type='search'] { padding-inline-start: 2.6em; }
  .search { position: relative; }
  .search .icon { position: absolute; inset-inline-start: 0.8em; inset-block: 0; margin-block: auto; color: var(--_text-muted); pointer-events: none; }

  /* One line that a thumb can push, without a bar across the page. */
  .chips { display: flex; gap: var(--_space); overflow-x: auto; scrollbar-width: none; margin-inline: -2px; padding: 2px; }
  .chips label { position: relative; flex: none; cursor: pointer; }
  .chips input { position: absolute; inset: 0; opacity: 0; min-height: 0; cursor: pointer; }
  .chips span { display: inline-flex; align-items: center; gap: 0.4em; min-block-size: var(--_control-height); padding-inline: calc(1.5 * var(--_space)); border: var(--_border-width) solid var(--_border); border-radius: var(--_radius-control); white-space: nowrap; }
  .chips input:checked + span { border-color: var(--_accent-ink); background: var(--_accent-tint); font-weight: var(--_font-weight-strong); }
  .chips input:focus-visible + span { outline: 2px solid var(--_focus); outline-offset: 1px; }

  .needs > ul > li { display: flex; flex-wrap: wrap; align-items: center; gap: var(--_space) calc(2 * var(--_space)); padding-block: var(--_space); }
  .needs > ul > li + li { border-block-start: var(--_border-width) solid var(--_border); }
  .needs .grow { flex: 1 1 14em; }
  .late { color: var(--_danger); }
  .rows > li + li { border-block-start: var(--_border-width) solid var(--_border); }
  .row { display: grid; grid-template: 'what acts' auto 'status acts' auto / minmax(0, 1fr) auto; gap: calc(0.5 * var(--_space)) calc(2 * var(--_space)); align-items: center; padding-block: calc(1.25 * var(--_space)); }
  .what { grid-area: what; display: grid; gap: 2px; justify-items: start; }
  .title { position: relative; display: inline-flex; align-items: baseline; gap: 0.3em; min-height: 0; padding: 0; border: 0; border-radius: 2px; text-align: start; overflow-wrap: anywhere; }
  /* As high as the line; the thumb finds 44 px. */
  .title::after { content: ''; position: absolute; inset: calc((1.5em - 44px) / 2) -4px; }
  .title:hover .words { text-decoration: underline; text-underline-offset: 0.2em; }
  .title .icon { inline-size: 1em; block-size: 1em; align-self: center; color: var(--_text-muted); transition: transform var(--_duration) ease-out; }
  .title[aria-expanded='true'] .icon { transform: rotate(180deg); }
  .passage { font-size: 0.875em; overflow-wrap: anywhere; }
  mark { background: var(--_accent-tint); color: inherit; font-weight: var(--_font-weight-strong); }
  .acts { grid-area: acts; }
  .save .icon { inline-size: 1.25em; block-size: 1.25em; }
  .status { grid-area: status; display: flex; align-items: center; gap: 0.5em; font-size: 0.875em; }
  .dot { inline-size: 0.5em; block-size: 0.5em; border-radius: 50%; background: var(--_accent-ink); }
  [data-state='quarantined'] .dot { background: var(--_warning); }
  [data-state='refused'] .status { color: var(--_danger); }
  [data-state='refused'] .dot { background: var(--_danger); }

  .details { padding-block-end: calc(1.5 * var(--_space)); display: grid; gap: var(--_space); }
  .versions > li, .sendings > li { display: flex; align-items: center; gap: 0 calc(2 * var(--_space)); min-block-size: var(--_control-height); }
  .grow { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
  .note { white-space: pre-line; }

  .versions > li { padding-block: calc(0.5 * var(--_space)); }
  .send { position: relative; }
  .send input { inset: 0; }
  .send:focus-within { outline: 2px solid var(--_focus); outline-offset: 2px; }
  progress { display: block; inline-size: 100%; block-size: 4px; appearance: none; border: 0; border-radius: 2px; background: var(--_fill); accent-color: var(--_accent); overflow: hidden; }
  progress::-webkit-progress-bar { background: none; }
  progress::-webkit-progress-value { background: var(--_accent); transition: inline-size var(--_duration) ease-out; }
  progress::-moz-progress-bar { background: var(--_accent); }
  .dropping { position: absolute; inset: calc(-1 * var(--_space)); z-index: 1; display: grid; place-content: center; padding: calc(2 * var(--_space)); border: 2px dashed var(--_accent-ink); border-radius: var(--_radius); background: var(--_surface-raised); text-align: center; pointer-events: none; font-weight: var(--_font-weight-strong); }

  /* While it loads: the same shapes in the same places. */
  .skeleton .bone { inline-size: 100%; }
  .skeleton .chips-bone { block-size: var(--_control-height); max-inline-size: 22em; }
  .row.bones { block-size: 4.75em; }
  .bones .name { max-inline-size: 16em; }
  .bones .meta { max-inline-size: 12em; block-size: 0.8em; margin-block-start: 0.7em; }

  @container (max-width: 559px) {
    .projects { flex: 1 0 100%; }
    .row .save > span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .row .save { justify-content: center; min-inline-size: 44px; }
    /* Within a thumb's reach, as long as the list is on the screen. */
    .send-place { position: sticky; inset-block-end: var(--_space); display: grid; }
  }
  @container (min-width: 560px) {
    .row { grid-template: 'what status acts' auto / minmax(0, 1fr) auto auto; }
  }
  @media (forced-colors: active) {
    .dot { background: CanvasText; }
    .chips input:checked + span { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    mark { background: Mark; color: MarkText; }
  }
`;
