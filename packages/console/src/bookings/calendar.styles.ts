import { css } from 'lit';

export const calendarStyles = css`
  .calendar-page { max-width: none; }
  .calendar-head { gap: 8px 14px; }
  .steps { display: flex; align-items: center; gap: 2px; }
  .who { display: flex; flex-wrap: wrap; } .who-button { font-weight: 400; padding: 0 10px; gap: 0; } .who.many { order: 1; flex-basis: 100%; margin-inline-start: -10px; }
  .who-button[aria-pressed="false"] { color: var(--soft); text-decoration: line-through; } .who-button[aria-pressed="false"] portico-swatch { background: transparent; box-shadow: inset 0 0 0 1.5px var(--colour); }

  .calendar { --hour: 68px; --gutter: 60px; user-select: none; -webkit-user-select: none; }
  .calendar-heads { position: sticky; top: 0; z-index: 4; display: grid; grid-template-columns: var(--gutter) repeat(var(--columns), minmax(0, 1fr)); background: var(--paper); border-bottom: 1px solid var(--line); align-items: end; }
  .all-hours { font-weight: 400; font-size: 0.8125rem; color: var(--soft); padding: 0; white-space: normal; line-height: 1.2; text-align: start; min-height: 48px; justify-content: start; border: 0; }
  .column-head { padding: 6px 8px; display: flex; align-items: center; min-height: 48px; min-width: 0; }
  .column-head portico-swatch { flex: none; margin-inline-end: 6px; } .column-head .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .column-head button { border: 0; padding: 0 6px; gap: 6px; margin-inline-start: -6px; }
  .day-number { font-weight: 600; font-variant-numeric: tabular-nums; font-size: 1.0625rem; }
  .column-head.is-today .day-number, .strip-day.is-today .day-number { color: var(--accent); text-decoration: underline; text-underline-offset: 0.3em; text-decoration-thickness: 2px; }
  .calendar-body { display: grid; grid-template-columns: var(--gutter) repeat(var(--columns), minmax(0, 1fr)); height: calc(var(--minutes) / 60 * var(--hour)); }
  .gutter { position: relative; }
  .gutter span { position: absolute; top: calc((var(--from) - var(--first)) / 60 * var(--hour)); transform: translateY(-50%); font-size: 0.8125rem; color: var(--soft); font-variant-numeric: tabular-nums; }
  .column { position: relative; border-inline-start: 1px solid var(--line); cursor: cell; overflow: clip; background-image: linear-gradient(var(--line) 1px, transparent 1px); background-size: 100% var(--hour); background-position-y: -1px; touch-action: pan-y; }
  .column:last-child { border-inline-end: 1px solid var(--line); }
  .closed, .buffer, .thing, .ghost { position: absolute; top: calc((var(--from) - var(--first)) / 60 * var(--hour)); height: calc((var(--until) - var(--from)) / 60 * var(--hour)); }
  .closed { inset-inline: 0; background: var(--closed); }
  .thing, .buffer { inset-inline-start: calc(var(--lane) / var(--lanes) * 100%); width: calc(100% / var(--lanes)); }
  .buffer { background: color-mix(in oklab, var(--colour) 9%, transparent); border-radius: 0 0 6px 6px; margin-inline: 1px; width: calc(100% / var(--lanes) - 2px); }
  .thing { display: flex; flex-direction: column; align-items: stretch; justify-content: flex-start; gap: 0; min-height: 0; padding: 1px 4px; text-align: start; font-size: 0.8125rem; line-height: 1.15; font-weight: 400; white-space: normal; overflow: hidden; border: 1px solid var(--paper); border-radius: 6px; background: color-mix(in oklab, var(--colour) 17%, var(--paper)); box-shadow: inset 3px 0 0 var(--colour); padding-inline-start: 8px; cursor: grab; container-type: inline-size; -webkit-touch-callout: none; }
  .thing:hover, .thing:active { background: color-mix(in oklab, var(--colour) 26%, var(--paper)); }
  .thing:focus-visible { z-index: 3; outline-offset: 0; }
  .thing span { display: block; flex: none; overflow: hidden; text-overflow: ellipsis; }
  .who-line { font-weight: 600; white-space: nowrap; } .who-line .icon { width: 1em; height: 1em; margin-inline-end: 3px; stroke-width: 2.5; vertical-align: -0.15em; }
  .thing .who-line span { display: inline; } .thing .who-line .short-name, .thing .who-line .initials { display: none; }
  [data-short]::before { content: attr(data-short); }
  .thing .what { white-space: nowrap; color: color-mix(in oklab, var(--ink) 78%, var(--colour)); } .thing .what .service-name { display: inline; }
  .thing.tall { padding-block: 4px; } .thing.tall .what { white-space: normal; }
  .thing.small { padding-block: 0; line-height: 1.1; } .thing.small .what { display: none; }
  @container (max-width: 84px) { .thing .who-line .full-name, .thing .what .service-name { display: none; } .thing .who-line .short-name { display: inline; } }
  @container (max-width: 58px) { .thing .who-line .short-name, .thing .who-line .icon { display: none; } .thing .who-line .initials { display: inline; } .thing.tall .what { white-space: nowrap; } }
  @container (max-width: 38px) { .thing-words { margin-inline: -3px -4px; } .thing .what { text-overflow: clip; letter-spacing: -0.02em; } }
  @container (max-width: 24px) { .thing .what { display: none; } }
  @container (min-width: 220px) { .thing:is(.short, .small) .thing-words { display: flex; gap: 8px; } .thing:is(.short, .small) .what { flex: 0 1 auto; min-width: 0; } .thing:is(.short, .small) .who-line { flex: 0 1 auto; min-width: 4em; } .thing.small .what { display: block; } }
  .edge { position: absolute; inset-inline: 0; height: min(9px, 40%); cursor: ns-resize; } .edge.start { top: 0; } .edge.end { bottom: 0; }
  .edge::after { content: ""; position: absolute; inset-inline: calc(50% - 10px); height: 3px; border-radius: 2px; background: var(--soft); opacity: 0; } .edge.start::after { top: 3px; } .edge.end::after { bottom: 3px; }
  .thing:hover .edge::after, .thing:focus-visible .edge::after { opacity: 1; }
  @media (pointer: coarse) { .edge { height: min(16px, 40%); } .edge.end::after { opacity: 1; } }
  .thing.done, .thing.no_show { background: color-mix(in oklab, var(--colour) 8%, var(--paper)); cursor: pointer; }
  .thing.no_show .who-line { text-decoration: line-through; }
  .thing.block { background: repeating-linear-gradient(-45deg, var(--line) 0 1px, transparent 1px 7px), var(--wash); box-shadow: inset 3px 0 0 var(--strong-line); }
  .thing.lifted { opacity: 0.4; }
  .thing.fresh, .agenda-row.fresh { animation: arrive 2.2s ease-out; }
  @keyframes arrive { 0%, 35% { background-color: color-mix(in oklab, var(--colour, var(--accent)) 55%, var(--paper)); } }
  .dragging, .dragging .thing { cursor: grabbing; }
  .ghost { inset-inline: 2px; z-index: 5; border-radius: 6px; border: 2px solid var(--colour); background: color-mix(in oklab, var(--colour) 22%, var(--paper)); box-shadow: var(--shadow); padding: 2px 8px; font-size: 0.8125rem; font-weight: 600; pointer-events: none; overflow: hidden; line-height: 1.3; font-variant-numeric: tabular-nums; }
  .now { position: absolute; inset-inline: 0; z-index: 3; top: calc((var(--from) - var(--first)) / 60 * var(--hour)); height: 2px; margin-top: -1px; background: var(--danger); pointer-events: none; }
  .now::before { content: ""; position: absolute; inset-inline-start: -4px; top: -3px; width: 8px; height: 8px; border-radius: 50%; background: var(--danger); }
  .column { overflow: visible; }
  .move-bar { position: sticky; bottom: 16px; z-index: 6; display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; margin: 16px auto 0; width: fit-content; max-width: 100%; padding: 8px 10px 8px 18px; border: 1px solid var(--line); border-radius: 12px; background: var(--raised); box-shadow: var(--shadow); }
  .move-tell { display: flex; align-items: center; gap: 8px; min-height: var(--target); }

  .booking-facts { display: grid; gap: 14px; margin-bottom: 22px; }
  .booking-when { font-size: 1.125rem; font-weight: 600; line-height: 1.4; font-variant-numeric: tabular-nums; }
  .booking-state { display: flex; gap: 16px; }
  .sheet-part { display: grid; gap: 16px; } form.sheet-part { border-top: 1px solid var(--line); padding-top: 20px; }
  .day-line { display: grid; grid-template-columns: auto minmax(0, 1fr) auto auto; gap: 4px; align-items: center; }
  .day-line .time { min-height: max(40px, var(--target)); margin-inline-start: 6px; }
  .clock-pair { display: flex; gap: 18px; } .clock-pair .time { min-height: max(40px, var(--target)); width: 6.5rem; }
  .time-picker { display: grid; gap: 10px; }
  .chips { display: flex; flex-wrap: wrap; gap: 6px; }
  .chip { font-variant-numeric: tabular-nums; font-weight: 400; padding: 0 12px; border-color: var(--line); }
  .chip[aria-pressed="true"] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
  .refused { display: grid; gap: 8px; } .refused:empty { display: none; }
  .picked { display: flex; justify-content: space-between; gap: 12px; align-items: center; min-height: 44px; padding: 0 14px; border-radius: var(--radius); background: var(--wash); }
  .client-picker .choice-option { margin-inline: -10px; } .client-picker .detail { overflow: hidden; text-overflow: ellipsis; }
  .client-picker .choice-option[aria-selected="true"] { font-weight: 400; }
  .client-picker .new { color: var(--accent); }
  .book-switch { margin-bottom: 20px; }

  .day-strip { display: grid; grid-template-columns: 32px repeat(7, minmax(0, 1fr)) 32px; margin-inline: -10px; position: sticky; top: 0; z-index: 3; background: var(--paper); padding: 4px 0; border-bottom: 1px solid var(--line); }
  .day-strip .icon-button { width: 32px; min-height: 56px; }
  .strip-day { flex-direction: column; gap: 0; border: 0; padding: 0; min-height: 56px; } .strip-day .meta { font-weight: 400; }
  .strip-day[aria-pressed="true"] { background: var(--accent); } .strip-day[aria-pressed="true"] span.meta, .strip-day[aria-pressed="true"] span.day-number { color: var(--on-accent); }
  .agenda-day { margin: 20px 0 8px; display: flex; gap: 10px; align-items: baseline; } .agenda-day .meta { font-weight: 400; }
  .agenda-row { display: flex; align-items: center; gap: 4px; border-bottom: 1px solid var(--line); }
  .agenda-open { flex: 1; min-width: 0; justify-content: start; align-items: baseline; gap: 14px; border: 0; padding: 12px 0; text-align: start; white-space: normal; font-size: 1rem; border-radius: 0; }
  .agenda-open time { min-width: 3.4rem; font-weight: 600; } .agenda-open .grow { display: grid; gap: 1px; font-weight: 400; min-width: 0; }
  .agenda-row.no_show .name { text-decoration: line-through; }
  .agenda-row.block .name { font-weight: 400; color: var(--soft); }
  @media (max-width: 719px) {
    .day-line { grid-template-columns: auto minmax(0, 1fr) auto; gap: 8px 4px; } .day-line > .field { grid-column: 2; } .day-line .time { margin: 0; width: 100%; text-align: start; padding-inline: 12px; }
    .calendar { --gutter: 46px; margin-inline: -16px; padding-inline-start: 16px; } .calendar-heads { top: 65px; } .column-head { padding-inline: 6px 2px; font-size: 0.875rem; } .who.many .who-button { padding-inline: 10px 6px; } .all-hours { min-height: 44px; }
    .calendar-page .calendar-head { margin-bottom: 8px; gap: 8px; } .calendar-head .segment span { padding-inline: 10px; } .move-bar { bottom: calc(70px + env(safe-area-inset-bottom)); margin-top: 12px; width: auto; z-index: 9; }
  }
  @media (max-width: 1100px) and (min-width: 720px) { .calendar-head h1 { flex-basis: 100%; } }
  @media (forced-colors: active) { .thing, .ghost { border-color: CanvasText; } .now { forced-color-adjust: none; } }
`;
