import { css } from 'lit';

/** What opens: an invoice, a payment that came back, who pays, what was paid. */
export const laterStyles = css`
  @keyframes grow { from { opacity: 0; transform: translateY(-4px); } }
  .details { grid-column: 1 / -1; display: grid; gap: calc(2.5 * var(--_space)); padding-block: var(--_space) calc(3 * var(--_space)); animation: grow var(--_duration) ease-out; }
  .lines:dir(rtl) { text-align: right; unicode-bidi: plaintext; }
  .sums { display: grid; gap: calc(0.5 * var(--_space)); }
  .figure { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: calc(2 * var(--_space)); }
  .figure dd { text-align: end; }
  .figure dt .hint { font-weight: 400; white-space: nowrap; }
  .figure.first { padding-block-start: var(--_space); border-block-start: var(--_border-width) solid var(--_border); margin-block-start: calc(0.5 * var(--_space)); }
  .figure.hint { font-size: 1em; }
  .facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: calc(0.5 * var(--_space)) calc(3 * var(--_space)); }
  .facts dt { color: var(--_text-muted); }
  .papers > li { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; align-items: baseline; column-gap: calc(2 * var(--_space)); }
  .papers > li + li { border-block-start: var(--_border-width) solid var(--_border); }
  .papers .hint { grid-row: 2; grid-column: 1 / -1; margin-block: calc(-1 * var(--_space)) calc(0.75 * var(--_space)); }
  .papers > li > :first-child { padding-block: calc((var(--_control-height) - 1.5em) / 2); }
  .papers button { font-size: 0.875em; }
  .ask { justify-self: start; display: inline-flex; align-items: center; min-block-size: var(--_control-height); margin-block: calc(-1 * var(--_space)); }
  .sum {
    position: sticky; inset-block-end: 0; display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--_space) calc(2 * var(--_space));
    padding-block: calc(1.5 * var(--_space)); border-block-start: var(--_border-width) solid var(--_border); background: var(--_surface-raised);
  }
  .part { display: grid; gap: var(--_space); justify-items: start; }
  .part-form { display: grid; gap: var(--_space); inline-size: 100%; max-inline-size: 20em; }

  .attempt {
    display: grid; gap: var(--_space); padding: calc(2 * var(--_space)); border-radius: var(--_radius); background: var(--_warning-tint);
    animation: grow var(--_duration) ease-out;
  }
  .attempt.good { background: var(--_success-tint); }
  .attempt.bad { background: var(--_danger-tint); }
  /* Focused so that it is read, not because it can be pressed. */
  .attempt-title:focus-visible { outline: none; }
  .actions { display: flex; flex-wrap: wrap; align-items: center; gap: var(--_space) calc(1.5 * var(--_space)); }
  .billing { display: grid; gap: calc(2 * var(--_space)); max-inline-size: 26em; padding-block-start: var(--_space); }
  .select { position: relative; display: block; }
  .select::after {
    content: ''; position: absolute; inset-inline-end: calc(2 * var(--_space)); inset-block-start: calc(50% - 0.375em); inline-size: 0.5em; block-size: 0.5em;
    border: solid currentColor; border-width: 0 1.5px 1.5px 0; rotate: 45deg; pointer-events: none;
  }
  select {
    inline-size: 100%; min-block-size: var(--_control-height); margin: 0; padding-block: 0.4em; padding-inline: calc(1.5 * var(--_space)) calc(5 * var(--_space));
    border: var(--_border-width) solid var(--_input-border); border-radius: var(--_radius-control); background: var(--_input-background); color: inherit; font: inherit; letter-spacing: inherit; text-overflow: ellipsis; appearance: none;
  }
  select:focus-visible { outline-offset: 0; border-color: var(--_focus); }
  option { background: Canvas; color: CanvasText; }

  @container (min-width: 560px) {
    .papers > li { grid-template-columns: 8em minmax(0, 1fr) auto auto; }
    .papers .hint { grid-row: auto; grid-column: auto; margin: 0; }
  }
`;
