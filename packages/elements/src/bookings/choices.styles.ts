import { css } from 'lit';

/** The lists behind what can be changed. */
export const choiceStyles = css`
  .choices { display: grid; animation: grow var(--_duration) ease-out; }
  .summary .choices { margin-block-start: var(--_space); }
  .choices legend { padding-block-end: calc(var(--_space) / 2); }
  .choice {
    position: relative; display: grid; grid-template-columns: 1.25em minmax(0, 1fr) auto; align-items: center; align-content: center;
    column-gap: calc(1.25 * var(--_space)); min-block-size: var(--_control-height); padding: calc(0.75 * var(--_space)) var(--_space);
    margin-inline: calc(-1 * var(--_space)); cursor: pointer;
  }
  .choice + .choice { border-block-start: var(--_border-width) solid var(--_border); }
  .choice input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .choice .tick {
    display: inline-grid; place-items: center; inline-size: 1.25em; block-size: 1.25em; border: 1px solid var(--_input-border);
    border-radius: 50%;
  }
  .choice:not(:has(input:checked)) .tick .icon { visibility: hidden; }
  .tick .icon { inline-size: 0.9em; block-size: 0.9em; stroke-width: 2.5; }
  .choice:has(input:checked) .tick { border-color: var(--_accent); background: var(--_accent); color: var(--_on-accent); }
  .choice .label { font-size: inherit; font-weight: inherit; }
  .choice:has(input:checked) .label { font-weight: var(--_font-weight-strong); }
  .choice .meta { grid-column: 2 / -1; color: var(--_text-muted); }
  .choice .hint { grid-column: 2 / -1; }
  .choice:hover .label { text-decoration: underline; text-underline-offset: 0.2em; }
  .choice:has(input:focus-visible) { outline: 2px solid var(--_focus); outline-offset: 0; border-radius: 4px; }

  .floating {
    margin: 0; padding: var(--_space) calc(2 * var(--_space)); inline-size: 24em; max-inline-size: calc(100vi - 16px);
    border: var(--_border-width) solid var(--_border); border-radius: var(--_radius); background: var(--_surface-raised); color: inherit;
    box-shadow: var(--_shadow);
  }

  @container (min-width: 330px) {
    .choice .meta { grid-column: auto; }
  }
  @media (forced-colors: active) {
    .choice:has(input:checked) .tick { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }
`;
