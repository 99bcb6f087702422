import { css } from 'lit';

/** Bookings in words: the coming ones, the past ones. */
export const appointmentStyles = css`
  .place { white-space: pre-line; }
  .actions { display: flex; flex-wrap: wrap; gap: var(--_space); }
  .actions:not(:has(button)) { display: none; }

  .upcoming, section.past { display: grid; gap: var(--_space); }
  .upcoming { padding-block-end: calc(3 * var(--_space)); border-block-end: var(--_border-width) solid var(--_border); }
  section.past { padding-block-start: calc(3 * var(--_space)); border-block-start: var(--_border-width) solid var(--_border); }
  .another { margin-block-end: calc(-3 * var(--_space)); }
  .next + .eyebrow { margin-block-start: calc(2 * var(--_space)); }
  .next { display: grid; gap: calc(1.5 * var(--_space)); }
  .next-when { font-family: var(--_font-family-heading); font-size: 1.375em; line-height: 1.3; }
  .rows { max-inline-size: 46em; }
  .rows > li {
    display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--_space) calc(2 * var(--_space));
    padding-block: calc(1.25 * var(--_space));
  }
  .rows > li > p { flex: 1 1 10em; }
  /* Two buttons beside it would leave a column of single words. */
  @container (width < 28em) {
    .rows > li:has(.actions) > p { flex-basis: 100%; }
  }
  .rows > li + li { border-block-start: var(--_border-width) solid var(--_border); }
  .rows p > :first-child { display: inline-block; }
  .next-when::first-letter, .rows p > :first-child::first-letter { text-transform: uppercase; }
  .rows .actions { margin-inline-start: 0; }
  .struck { text-decoration: line-through; color: var(--_text-muted); }
  .status { color: var(--_text-muted); font-size: 0.875em; }
`;
