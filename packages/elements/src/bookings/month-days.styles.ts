import { css } from 'lit';

/** The days: a strip to swipe, or a month; and the times of the chosen one. */
export const monthStyles = css`
  .month { display: grid; gap: calc(var(--_space) / 2); align-content: start; min-inline-size: 0; }
  .month-bar { display: flex; align-items: center; min-block-size: var(--_control-height); }
  .month-name { margin-inline-end: auto; font-weight: var(--_font-weight-strong); }
  .month-bar .quiet { padding-inline: var(--_space); font-size: 0.875em; }
  .month[aria-busy='true'] .days, .booker[aria-busy='true'] .slots:not(:has(.grown)) { opacity: 0.5; transition: opacity var(--_duration) ease-out 150ms; }

  .strip {
    --_gap: 4px;
    display: flex; align-items: stretch; gap: var(--_gap); padding-block: 4px; overflow-x: auto; overscroll-behavior-x: contain;
    scroll-snap-type: x proximity; scrollbar-width: none;
  }
  .days { display: flex; gap: var(--_gap); }
  .week { display: contents; }
  .week > span { display: block; flex: none; inline-size: max(44px, min(4.25em, (100cqi - 5 * var(--_gap)) / 5.4)); scroll-snap-align: start; }
  .week.names, .week > .blank, .week > .gone, .week:not(:has(> :not(.blank, .gone))) { display: none; }
  .day {
    position: relative; flex-direction: column; gap: 0; inline-size: 100%; min-block-size: 4.5em; padding: 0.4em 0 0.9em; line-height: 1.25;
    color: var(--_text-muted);
  }
  .day .weekday { font-size: 0.8125em; font-weight: 400; }
  /* The name says the whole word; a text that is not in the name would be called a wrong label. */
  .day .weekday::before { content: attr(data-short); }
  .day .number { font-size: 1.125em; font-variant-numeric: tabular-nums; }
  .day .mark { position: absolute; inset-block-end: 0.55em; inline-size: 0.3125em; block-size: 0.3125em; border-radius: 50%; }
  .day.free { color: inherit; font-weight: var(--_font-weight-strong); }
  .day.free .mark { background: var(--_success); }
  .day.today { border-color: var(--_border); }
  .day:hover:not([aria-disabled='true'], .selected) { background: var(--_fill); }
  .day.selected { background: var(--_accent); color: var(--_on-accent); }
  .day.selected.free .mark { background: currentColor; }
  .day:focus-visible { outline-offset: -3px; }
  .day.selected:focus-visible { outline-color: var(--_on-accent); }
  .onward { flex: none; inline-size: 44px; padding: 0; }

  .times { display: grid; gap: var(--_space); align-content: start; min-inline-size: 0; }
  .day-name { align-content: center; font-weight: var(--_font-weight-strong); }
  /* French and Spanish write them small, but not at the head of something. */
  .month-name::first-letter, .day-name::first-letter { text-transform: uppercase; }
  .times-place { display: grid; gap: var(--_space); align-content: start; min-inline-size: 0; }
  .times.cut { overflow: hidden; mask-image: linear-gradient(#000 calc(100% - 3em), transparent); }
  .part-name { color: var(--_text-muted); font-size: 0.8125em; }
  .times > .sentence:first-child { display: flex; align-items: center; min-block-size: var(--_control-height); }
  .next-free { justify-self: start; }
  .slots + .part-name { margin-block-start: var(--_space); }
  .slots { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--_space); }
  .slot { inline-size: 100%; padding-inline: 2px; font-variant-numeric: tabular-nums; }
  .slot.free {
    border-color: color-mix(in oklab, var(--_success) 55%, transparent); background: color-mix(in oklab, var(--_success) 7%, transparent);
    color: var(--_success); font-weight: var(--_font-weight-strong);
  }
  .slot.free:hover { border-color: var(--_success); background: color-mix(in oklab, var(--_success) 16%, transparent); }
  .slot.taken { color: color-mix(in oklab, currentColor 62%, transparent); text-decoration: line-through; opacity: 1; }
  .slot.own { flex-direction: column; gap: 0; padding-block: 0.15em; border: 2px solid currentColor; line-height: 1.15; opacity: 1; }
  .slot.own small { font-size: 0.8125em; }
  .slot.changed { animation: tint 1.2s ease-out; }
  @keyframes tint { from, 40% { background: color-mix(in oklab, var(--_warning) 28%, transparent); } }

  @container (min-width: 330px) {
    .slots { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  }
  @container (min-width: 560px) {
    .strip { display: block; margin: 0; padding: 0; overflow: visible; }
    .onward { display: none; }
    .days { display: grid; gap: 2px; min-block-size: calc(6 * 46px + 1.8em); align-content: start; }
    .week, .week:not(:has(> :not(.blank, .gone))) { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 2px; }
    .week.names { display: grid; }
    .week > span { inline-size: auto; }
    .week > .gone, .week > .blank { display: block; }
    .names > span { color: var(--_text-muted); font-size: 0.8125em; text-align: center; }
    .day { min-block-size: 44px; padding: 0 0 0.3em; }
    .day .weekday { display: none; }
    .day .number { font-size: 1em; }
    .day .mark { inset-block-end: 0.35em; inline-size: 0.25em; block-size: 0.25em; }
    .day.past { opacity: 0.55; }
    .times-place, .times { max-inline-size: 34em; }
    .day-name { min-block-size: var(--_control-height); }
    .slots { grid-template-columns: repeat(auto-fill, minmax(5.5em, 1fr)); }
  }
  @media (hover: hover) and (pointer: fine) {
    .strip { scrollbar-width: thin; scrollbar-color: var(--_border) transparent; }
  }
  @media (forced-colors: active) {
    .slot.free { border: 2px solid LinkText; color: LinkText; }
    .slot.taken { border-color: GrayText; color: GrayText; }
    .day { border-color: transparent; }
    .day.selected { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    .day.free .mark { background: LinkText; forced-color-adjust: none; }
  }
`;
