import { css } from 'lit';

/** A chosen time and what it grows into. */
export const confirmStyles = css`
  .slots > li.grown {
    position: relative; grid-column: 1 / -1; border: 2px solid var(--_accent-ink); border-radius: var(--_radius); max-inline-size: 28em;
  }
  .grown > .slot {
    justify-content: flex-start; min-block-size: 0; padding: calc(1.5 * var(--_space)) calc(2 * var(--_space)) 0; border: 0; background: none;
    color: inherit; font-size: 1.375em; line-height: 1.25; outline-offset: -4px;
  }
  .grown > .slot:hover { background: none; }
  .confirm { display: grid; gap: calc(1.5 * var(--_space)); padding: calc(0.25 * var(--_space)) calc(2 * var(--_space)) calc(2 * var(--_space)); animation: grow var(--_duration) ease-out; }
  .confirm-what .hint { display: block; }
  .confirm-what .strong { display: inline-block; }
  .confirm-what .strong::first-letter { text-transform: uppercase; }
  .confirm > .close { position: absolute; inset-block-start: 2px; inset-inline-end: 2px; }
  .confirm .primary { inline-size: 100%; }
  .confirm .choices { margin: 0; }
  .confirm .choice .hint { display: none; }
  .fold { justify-self: start; margin-block: calc(-1 * var(--_space)); }
  .field label { font-size: 0.875em; font-weight: var(--_font-weight-strong); }
  .primary[aria-disabled='true'], .danger[aria-disabled='true'] { opacity: 0.85; cursor: progress; }

  .refused { display: grid; gap: calc(var(--_space) / 2); }
  /* Focused so that it is read, not because it can be pressed. */
  #refused-sentence:focus-visible { outline: none; }
  .refused .slots { grid-template-columns: 1fr; padding-block-start: calc(var(--_space) / 2); }
  .refused .slot { justify-content: space-between; padding-inline: calc(1.5 * var(--_space)); background: var(--_surface-raised); line-height: 1.35; }
  .refused .slot .hint { color: inherit; text-align: start; font-weight: 400; }

  @container (min-width: 560px) {
    .refused .slots { grid-template-columns: repeat(auto-fill, minmax(10.5em, 1fr)); max-inline-size: 42em; }
    .refused .slot { flex-direction: column; gap: 0; padding-block: 0.5em; }
    .refused .slot .hint { text-align: center; }
  }
  @media (forced-colors: active) {
    .slots > li.grown { border-color: Highlight; }
  }
  .confirm.cancel { padding: calc(2 * var(--_space)); border: var(--_border-width) solid var(--_border); border-radius: var(--_radius); inline-size: 100%; max-inline-size: 30em; }
  .cancel textarea { min-block-size: 4.5em; }
`;
