import { css } from 'lit';

/** One booking by itself. */
export const cardStyles = css`
  .card { display: grid; gap: calc(2.5 * var(--_space)); max-inline-size: 38em; animation: grow var(--_duration) ease-out; }
  .card-title {
    display: flex; align-items: center; gap: 0.4em; font-family: var(--_font-family-heading); font-size: 1.375em;
    font-weight: var(--_font-weight-strong); line-height: 1.25;
  }
  /* Focused so that it is read, not because it can be pressed. */
  .card-title:focus-visible { outline: none; }
  .good {
    display: inline-grid; place-items: center; inline-size: 1.4em; block-size: 1.4em; border-radius: 50%; background: var(--_success-tint);
    color: var(--_success);
  }
  .good .icon { inline-size: 0.85em; block-size: 0.85em; stroke-width: 2.5; }
  .facts {
    display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: calc(1.5 * var(--_space)) calc(3 * var(--_space));
    padding-block: calc(2 * var(--_space)); border-block: var(--_border-width) solid var(--_border);
  }
  .facts dt { color: var(--_text-muted); }
  .facts .strong { display: inline-block; }
  .facts .strong::first-letter { text-transform: uppercase; }
  [data-status='cancelled'] .facts .strong { font-weight: 400; text-decoration: line-through; }
  .place a { color: var(--_link); text-underline-offset: 0.2em; }
  .told { display: grid; gap: var(--_space); }
  .after { display: grid; gap: calc(1.5 * var(--_space)); justify-items: start; }

  @container (max-width: 329px) {
    .facts { grid-template-columns: minmax(0, 1fr); row-gap: 0; }
    .facts dd + dt { margin-block-start: calc(1.5 * var(--_space)); }
  }
`;
