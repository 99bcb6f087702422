import { css } from 'lit';

export const styles = css`
  /* The page may have reserved the height inline. */
  :host(:state(compact)) { min-height: 0 !important; }
  .column { display: grid; gap: calc(2.5 * var(--_space)); max-width: 24em; }
  .top { display: grid; gap: calc(var(--_space) / 2); }
  .notice { padding-inline-start: calc(1.5 * var(--_space)); border-inline-start: 2px solid var(--_success); }
  .ways { display: grid; gap: var(--_space); justify-items: start; }
  .ways .secondary { width: 100%; }
  .ways .plain + .plain { margin-top: calc(-1 * var(--_space)); }

  .person { max-width: 34em; display: flex; flex-wrap: wrap; align-items: center; column-gap: calc(2 * var(--_space)); }
  .person p { flex: 1 1 auto; }
  .person div { display: flex; flex-wrap: wrap; column-gap: calc(3 * var(--_space)); }
  .account { margin-top: calc(2 * var(--_space)); }
  .side { display: grid; gap: calc(1.5 * var(--_space)); justify-items: start; max-width: 34em; }
`;
