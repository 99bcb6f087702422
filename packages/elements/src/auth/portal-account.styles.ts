import { css } from 'lit';

export const styles = css`
  .panel { display: grid; gap: calc(3 * var(--_space)); max-width: 34em; padding-top: calc(2 * var(--_space)); border-top: var(--_border-width) solid var(--_border); }
  .group, .stack { display: grid; gap: var(--_space); justify-items: start; }
  .group > * { width: 100%; }
  .group > .plain { width: auto; }
  .line { display: flex; flex-wrap: wrap; align-items: center; column-gap: calc(2 * var(--_space)); min-height: var(--_control-height); padding-block: calc(var(--_space) / 2); }
  .line p { flex: 1 1 10em; }
  .line .hint { line-height: 1.3; }
  .row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--_space) calc(2 * var(--_space)); }
  .inside { display: grid; gap: calc(2 * var(--_space)); max-width: 24em; padding-block: var(--_space) calc(2 * var(--_space)); }
  .notice { padding-inline-start: calc(1.5 * var(--_space)); border-inline-start: 2px solid var(--_success); }
  .qr { display: block; width: 12em; border-radius: var(--_radius); }
  .key, .address { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
  .codes { display: grid; grid-template-columns: repeat(auto-fill, minmax(17em, 1fr)); gap: calc(var(--_space) / 2) calc(2 * var(--_space)); width: 100%; }
`;
