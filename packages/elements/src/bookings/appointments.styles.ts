import { css } from 'lit';

/** Bookings in words: one by itself, the coming ones, the past ones. */
export const appointmentStyles = css`
  .card { display: grid; gap: calc(2.5 * var(--_space)); max-inline-size: 38em; animation: grow var(--_duration) ease-out; }
  .card-title {
    display: flex; align-items: center; gap: 0.4em; font-family: var(--_font-family-heading); font-size: 1.375em;
    font-weight: var(--_font-weight-strong); line-height: 1.25;
  }
  /* Focused so that it is read, not because it can be pressed. */
  .card-title:focus-visible, #refused-sentence:focus-visible { outline: none; }
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
  [data-status='cancelled'] .facts .strong { font-weight: 400; text-decoration: line-through; }
  .place { white-space: pre-line; }
  .place a { color: var(--_link); text-underline-offset: 0.2em; }
  .told { display: grid; gap: var(--_space); }
  .actions { display: flex; flex-wrap: wrap; gap: var(--_space); }
  .actions:not(:has(button)) { display: none; }
  .confirm.cancel { padding: calc(2 * var(--_space)); border: var(--_border-width) solid var(--_border); border-radius: var(--_radius); inline-size: 100%; max-inline-size: 30em; }
  .cancel textarea { min-block-size: 4.5em; }
  .after { display: grid; gap: calc(1.5 * var(--_space)); justify-items: start; }

  .upcoming, section.past { display: grid; gap: var(--_space); }
  .upcoming { padding-block-end: calc(3 * var(--_space)); border-block-end: var(--_border-width) solid var(--_border); }
  section.past { padding-block-start: calc(3 * var(--_space)); border-block-start: var(--_border-width) solid var(--_border); }
  .another { margin-block-end: calc(-3 * var(--_space)); }
  .eyebrow { color: var(--_text-muted); font-size: 0.875em; }
  .next + .eyebrow { margin-block-start: calc(2 * var(--_space)); }
  .next { display: grid; gap: calc(1.5 * var(--_space)); }
  .next-when { font-family: var(--_font-family-heading); font-size: 1.375em; line-height: 1.3; }
  .rows { max-inline-size: 46em; }
  .rows > li {
    display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--_space) calc(2 * var(--_space));
    padding-block: calc(1.25 * var(--_space));
  }
  .rows > li > p { flex: 1 1 10em; }
  .rows > li + li { border-block-start: var(--_border-width) solid var(--_border); }
  .rows .actions { margin-inline-start: 0; }
  .struck { text-decoration: line-through; color: var(--_text-muted); }
  .status { color: var(--_text-muted); font-size: 0.875em; }
`;
