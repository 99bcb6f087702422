import { css } from 'lit';

/** Of what somebody has: packages and plans. */
export const balancesStyles = css`
  :is(.balances, .plans, .offers) > li { display: grid; gap: calc(0.5 * var(--_space)); padding-block: calc(1.25 * var(--_space)); }
  :is(.balances, .plans, .offers) > li + li { border-block-start: var(--_border-width) solid var(--_border); }
  .offers > li { grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: var(--_space) calc(2 * var(--_space)); }
  .offers .error { grid-column: 1 / -1; }
  .offers button { font-variant-numeric: tabular-nums; }
  .balances .fold { border: 0; font-size: 0.875em; margin-block-end: calc(-1 * var(--_space)); }
  .entries > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: calc(2 * var(--_space)); padding-block: calc(0.5 * var(--_space)); }
  @container (max-width: 24em) {
    .offers > li { grid-template-columns: minmax(0, 1fr); justify-items: start; }
  }
  .marks { display: flex; flex-wrap: wrap; gap: calc(0.5 * var(--_space)); }
  .mark { inline-size: 1em; block-size: 1em; border: 1.5px solid var(--_accent-ink); border-radius: 50%; }
  .mark.used { background: var(--_accent-ink); }

  .plan { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 calc(2 * var(--_space)); }
  .rhythm { white-space: nowrap; }
  [data-state='ended'] .plan .strong { font-weight: 400; }
  .plans .actions { display: flex; flex-wrap: wrap; gap: 0 calc(2.5 * var(--_space)); font-size: 0.875em; }
  .opened { display: grid; gap: calc(1.5 * var(--_space)); justify-items: start; max-inline-size: 34em; padding-block: var(--_space); }
  .opened > .field { inline-size: 100%; }
  .kinds { display: flex; flex-wrap: wrap; gap: 0 calc(3 * var(--_space)); }
  .kind { position: relative; display: inline-flex; align-items: center; gap: calc(0.75 * var(--_space)); min-block-size: var(--_control-height); cursor: pointer; }
  .kind input { position: absolute; inset: 0; inline-size: 100%; min-block-size: 0; block-size: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .round { inline-size: 1.125em; block-size: 1.125em; border: 1px solid var(--_input-border); border-radius: 50%; }
  .kind input:checked + .round { border: 0.36em solid var(--_accent); }
  .kind input:focus-visible + .round { outline: 2px solid var(--_focus); outline-offset: 2px; }
  .methods > li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 calc(2 * var(--_space)); }
  .methods button { font-size: 0.875em; }
  .plans + .label { margin-block-start: var(--_space); }

  .consent { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: calc(1.25 * var(--_space)); max-inline-size: 38em; padding-block: var(--_space); font-size: 0.875em; cursor: pointer; }
  .consent .pick { grid-area: auto; margin: 0; padding: 0; }
  @media (forced-colors: active) {
    .mark.used { background: CanvasText; }
    .kind input:checked + .round { border-color: Highlight; forced-color-adjust: none; }
  }
`;
