import { css } from 'lit';

export const styles = css`
  .icon { inline-size: 1.25em; block-size: 1.25em; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; flex: none; }
  [dir='rtl'] .icon.left, [dir='rtl'] .icon.right { transform: scaleX(-1); }
  .booker, .upcoming, section.past { display: grid; gap: calc(2 * var(--_space)); }
  .upcoming { padding-block-end: calc(3 * var(--_space)); margin-block-end: calc(3 * var(--_space)); border-block-end: var(--_border-width) solid var(--_border); }
  section.past { margin-block-start: calc(4 * var(--_space)); padding-block-start: calc(3 * var(--_space)); border-block-start: var(--_border-width) solid var(--_border); }
  .eyebrow { font-weight: var(--_font-weight-strong); font-size: 0.875em; color: var(--_text-muted); }

  .pieces { display: flex; flex-wrap: wrap; align-items: center; row-gap: 0; }
  .piece { display: inline-flex; align-items: center; min-height: var(--_control-height); }
  .piece:not(:last-child)::after { content: '·'; margin-inline: 0.5em; color: var(--_text-muted); }
  .piece.lead { font-weight: var(--_font-weight-strong); }
  .change { min-height: var(--_control-height); padding: 0; gap: 0.25em; font-weight: inherit; text-align: start; border-radius: 4px; }
  .change .words { text-decoration: underline; text-decoration-color: var(--_border); text-underline-offset: 0.3em; }
  .change:hover .words { text-decoration-color: currentColor; }

  .choices { display: grid; margin-block: var(--_space); border-block: var(--_border-width) solid var(--_border); }
  .choices legend { padding-block: var(--_space); }
  .choice { position: relative; display: grid; grid-template-columns: 1.5em 1fr auto; align-items: center; column-gap: var(--_space); min-height: var(--_control-height); padding-block: calc(var(--_space) / 2); cursor: pointer; }
  .choice + .choice { border-block-start: var(--_border-width) solid var(--_border); }
  .choice input { position: absolute; opacity: 0; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; cursor: pointer; }
  .choice:hover { background: var(--_fill); }
  .choice .tick { visibility: hidden; color: var(--_accent-ink); display: inline-flex; }
  .choice:has(input:checked) .tick { visibility: visible; }
  .choice:has(input:checked) .label { font-weight: var(--_font-weight-strong); }
  .choice .hint { grid-column: 2 / -1; }
  .choice .label { font-size: 1em; font-weight: inherit; }
  .choice .meta { color: var(--_text-muted); }
  .choice:has(input:focus-visible) { outline: 2px solid var(--_focus); outline-offset: 2px; }

  /* What is shown belongs to the question before: it must not be chosen while the answer is on its way. */
  .booker[aria-busy='true'] .panes { pointer-events: none; }
  .panes { display: grid; gap: calc(2 * var(--_space)); min-inline-size: 0; }
  .month { min-inline-size: 0; display: grid; gap: var(--_space); align-content: start; }
  .month-bar { display: flex; align-items: center; gap: calc(var(--_space) / 2); }
  .month-name { font-weight: var(--_font-weight-strong); margin-inline-end: auto; }
  .round { inline-size: var(--_control-height); padding: 0; border-radius: 50%; }
  .round:hover:not(:disabled) { background: var(--_fill); }
  .round:disabled { opacity: 0.3; }

  /* Narrow: one strip of days to swipe. */
  .strip { display: flex; align-items: stretch; gap: calc(var(--_space) / 2); overflow-x: auto; scrollbar-width: none; scroll-snap-type: x proximity; padding-block: 4px; padding-inline: 4px; margin-inline: -4px; }
  .strip::-webkit-scrollbar { display: none; }
  .days { display: flex; gap: calc(var(--_space) / 2); }
  .week { display: contents; }
  .week > span { display: block; flex: none; scroll-snap-align: start; }
  .week.names, .week > .blank, .week > .gone { display: none; }
  .day { position: relative; flex-direction: column; gap: 0; inline-size: 3.5em; min-height: 4.25em; padding: 0.35em 0 0.75em; line-height: 1.2; color: var(--_text-muted); }
  .day .weekday { font-size: 0.8125em; }
  .day .number { font-size: 1.125em; font-variant-numeric: tabular-nums; }
  .day.free { color: inherit; font-weight: var(--_font-weight-strong); }
  .day .mark { position: absolute; inset-block-end: 0.5em; inline-size: 0.3em; block-size: 0.3em; border-radius: 50%; }
  .day.free .mark { background: var(--_success); }
  .day.today .number { text-decoration: underline; text-underline-offset: 0.25em; }
  .day:hover:not([aria-disabled='true']) { background: var(--_fill); }
  .day.selected { background: var(--_accent); color: var(--_on-accent); opacity: 1; }
  .day.selected .mark { background: currentColor; }
  .onward { flex: none; inline-size: var(--_control-height); padding: 0; }

  .times { display: grid; gap: var(--_space); align-content: start; min-inline-size: 0; }
  .day-name { font-weight: var(--_font-weight-strong); }
  .part-name { font-size: 0.8125em; color: var(--_text-muted); margin-block-start: calc(var(--_space) / 2); }
  .slots { display: grid; grid-template-columns: repeat(2, 1fr); gap: var(--_space); }
  .slots > li { display: grid; gap: var(--_space); align-content: start; }
  .slots > li.grown { grid-column: 1 / -1; }
  .slots.wide { grid-template-columns: repeat(auto-fit, minmax(8em, 1fr)); }
  .slot { width: 100%; font-variant-numeric: tabular-nums; padding-inline: var(--_space); }
  .slot.free { border-color: var(--_success); color: var(--_success); font-weight: var(--_font-weight-strong); background: var(--_success-tint); }
  .slot.free:hover { background: color-mix(in oklab, var(--_success) 20%, transparent); }
  .slot.taken { color: var(--_text-muted); text-decoration: line-through; border-color: var(--_border); opacity: 0.75; }
  .slot.selected { background: var(--_accent); border-color: var(--_accent); color: var(--_on-accent); }
  .slot.selected:hover { background: var(--_accent); }
  .slot.changed { animation: tint 1.2s ease-out; }
  @keyframes tint { from { background: var(--_warning-tint); border-color: var(--_warning); } }

  .confirm { position: relative; display: grid; gap: calc(1.5 * var(--_space)); padding: calc(2 * var(--_space)); border: var(--_border-width) solid var(--_border); border-radius: var(--_radius); animation: grow var(--_duration) ease-out; max-inline-size: 32em; }
  .confirm-what { padding-inline-end: 2.75em; }
  .confirm-what .hint { display: block; }
  .confirm .close { position: absolute; inset-block-start: calc(var(--_space) / 2); inset-inline-end: calc(var(--_space) / 2); }
  .confirm .primary { width: 100%; }
  .confirm .choices { margin-block: 0; }
  .fold { justify-self: start; }
  @keyframes grow { from { opacity: 0; transform: translateY(-4px); } }
  .field label { font-size: 0.875em; font-weight: var(--_font-weight-strong); }
  .progress { inline-size: 1em; block-size: 1em; border-radius: 50%; border: 2px solid currentColor; border-inline-end-color: transparent; animation: turn 0.8s linear infinite; }
  @keyframes turn { to { transform: rotate(1turn); } }
  button[aria-disabled='true'].primary { opacity: 0.8; }

  .refused { display: grid; gap: var(--_space); padding-inline-start: calc(1.5 * var(--_space)); border-inline-start: 3px solid var(--_warning); }
  .refused .slot { flex-direction: column; gap: 0; padding-block: 0.4em; }
  .zone { max-inline-size: 32em; }
  .zone .change { display: inline-flex; font-size: inherit; }
  .zones { gap: var(--_space); border: 0; }
  .zone-groups { max-block-size: 20em; overflow-y: auto; }
  .zone-choice { width: 100%; justify-content: space-between; padding-inline: var(--_space); }
  .zone-choice:hover { background: var(--_fill); }
  .zone-choice[aria-pressed='true'] { font-weight: var(--_font-weight-strong); }

  .card { display: grid; gap: calc(2 * var(--_space)); max-inline-size: 36em; animation: grow var(--_duration) ease-out; }
  .card-title { display: flex; align-items: center; gap: 0.5em; font-family: var(--_font-family-heading); font-size: 1.375em; font-weight: var(--_font-weight-strong); line-height: 1.25; }
  .good { display: inline-flex; color: var(--_success); }
  .facts { display: grid; grid-template-columns: max-content 1fr; gap: var(--_space) calc(2 * var(--_space)); }
  .facts dt { color: var(--_text-muted); font-size: 0.875em; padding-block-start: 0.15em; }
  .place { white-space: pre-line; }
  .place a { color: var(--_link); text-underline-offset: 0.2em; }
  .actions { display: flex; flex-wrap: wrap; gap: var(--_space); }
  .actions:empty { display: none; }
  .sentence { max-inline-size: 60ch; }
  .next { display: grid; gap: calc(var(--_space) / 2); }
  .next-when { font-size: 1.125em; }
  .next .actions { margin-block-start: var(--_space); }
  .rows > li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--_space) calc(2 * var(--_space)); padding-block: calc(1.5 * var(--_space)); border-block-start: var(--_border-width) solid var(--_border); }
  .rows > li:first-child { border-block-start: 0; }
  .struck { text-decoration: line-through; }
  .status { color: var(--_text-muted); font-size: 0.875em; }
  .nothing { display: grid; gap: calc(var(--_space) / 2); padding-block: calc(3 * var(--_space)); }
  .month-bones { display: grid; grid-template-columns: repeat(7, 1fr); gap: calc(var(--_space) / 2); }
  .bone.square { width: 100%; height: 2.75em; }

  @container (min-width: 330px) {
    .slots { grid-template-columns: repeat(3, 1fr); }
  }
  /* Wide: the month at the left, the times of the chosen day at the right. */
  @container (min-width: 560px) {
    .panes { grid-template-columns: minmax(20.5em, 1fr) minmax(14em, 0.85fr); gap: calc(4 * var(--_space)); align-items: start; }
    .strip { display: block; overflow: visible; padding: 0; margin: 0; }
    .onward { display: none; }
    .days { display: grid; gap: 2px; }
    .week { display: grid; grid-template-columns: repeat(7, 1fr); gap: 2px; }
    .week.names { display: grid; }
    .week > .gone, .week > .blank { display: block; }
    .names > span { font-size: 0.8125em; color: var(--_text-muted); text-align: center; padding-block: 0.25em; }
    .day { inline-size: 100%; min-height: 44px; padding: 0.2em 0 0.55em; }
    .day .weekday { display: none; }
    .day .number { font-size: 1em; }
    .day .mark { inset-block-end: 0.3em; }
    .day.past { opacity: 0.4; }
    .slots { grid-template-columns: repeat(3, 1fr); }
  }
  @media (forced-colors: active) {
    .slot.free { border: 2px solid LinkText; color: LinkText; }
    .slot.taken { border-color: GrayText; color: GrayText; }
    .slot.selected, .day.selected { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    .day.free .mark { background: LinkText; forced-color-adjust: none; }
  }
`;
