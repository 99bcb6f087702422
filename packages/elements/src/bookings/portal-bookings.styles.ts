import { css } from 'lit';
import { monthStyles } from './month-days.styles.ts';
import { summaryStyles } from './summary-line.styles.ts';

const frame = css`
  .screen { display: grid; gap: calc(4 * var(--_space)); max-inline-size: 62em; }
  .screen.cut { overflow: hidden; mask-image: linear-gradient(#000 calc(100% - 4em), transparent); }
  .screen > *, .booker > * { min-inline-size: 0; }
  .booker { display: grid; gap: calc(2.5 * var(--_space)); }
  .when { display: grid; gap: calc(2.5 * var(--_space)); }
  .icon.left:dir(rtl), .icon.right:dir(rtl) { transform: scaleX(-1); }
  @keyframes grow { from { opacity: 0; transform: translateY(-4px); } }
  .nothing { display: grid; gap: calc(var(--_space) / 2); padding-block: calc(2 * var(--_space)); max-inline-size: 36em; }
  .nothing [part='empty'] { font-weight: var(--_font-weight-strong); }
  .notice, .refused {
    padding: calc(1.5 * var(--_space)) calc(2 * var(--_space)); border-radius: var(--_radius); background: var(--_warning-tint);
  }
  /* What is shown belongs to the question before: it must not be chosen while the answer is on its way. */
  .booker[aria-busy='true'] .when { pointer-events: none; }
  .round { inline-size: var(--_control-height); padding: 0; border-radius: 50%; }
  .round:hover:not(:disabled) { background: var(--_fill); }
  .round:disabled { opacity: 0.3; }

  /* While it loads: the same shapes in the same places. */
  .skeleton .bone { inline-size: 100%; }
  .skeleton .bone.line { block-size: 2.25em; max-inline-size: 22em; }
  .skeleton .bone.bar { block-size: 1.5em; margin-block: 0.6em; max-inline-size: 9em; }
  .bones { display: flex; gap: calc(var(--_space) / 2); overflow: hidden; }
  .bones .bone { flex: none; inline-size: 3.6em; block-size: 4.5em; border-radius: var(--_radius-control); }

  @container (min-width: 560px) {
    .when { grid-template-columns: minmax(20.5em, 5fr) minmax(0, 6fr); gap: calc(4 * var(--_space)); align-items: start; }
    .bones { display: grid; grid-template-columns: repeat(7, 1fr); gap: 2px; }
    .bones .bone { inline-size: auto; block-size: 44px; }
  }
`;

/** Of the first screen; what opens later brings its own. */
export const styles = [frame, summaryStyles, monthStyles];
