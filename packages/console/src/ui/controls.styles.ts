import { css } from 'lit';

/** Buttons, fields, the listbox and the hours editor. */
export const controlStyles = css`
  button, .button { font: inherit; font-weight: 600; font-size: 0.875rem; color: var(--ink); background: transparent; border: 1px solid var(--strong-line); border-radius: var(--radius);
    min-height: var(--target); padding: 0 14px; display: inline-flex; align-items: center; justify-content: center; gap: 8px; cursor: pointer; text-decoration: none; white-space: nowrap; touch-action: manipulation; }
  button:hover, .button:hover { background: var(--wash); }
  button:active, .button:active { background: var(--line); }
  button.primary, .button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
  button.primary:hover, .button.primary:hover { background: color-mix(in oklab, var(--accent) 88%, var(--ink)); }
  button.danger { color: var(--danger); border-color: currentColor; }
  button.danger:hover { background: var(--danger-wash); }
  button:disabled { opacity: 0.5; cursor: default; pointer-events: none; } button.primary:disabled { background: var(--line); border-color: transparent; color: var(--ink); }
  button.quiet, .button.quiet { border-color: transparent; }
  button.link { border: 0; background: none; padding: 0; min-height: 24px; color: var(--accent); font-size: inherit; font-weight: 400; text-decoration: underline; text-underline-offset: 0.2em; text-decoration-thickness: 1px; white-space: normal; text-align: start; }
  button.icon-button, .icon-button { border-color: transparent; padding: 0; width: var(--target); flex: none; }
  button[aria-disabled="true"] { cursor: progress; }
  button[data-busy]::after { content: ""; width: 12px; height: 12px; border-radius: 50%; border: 2px solid currentColor; border-right-color: transparent; animation: turn 0.8s linear infinite; }
  @keyframes turn { to { transform: rotate(1turn); } }

  input, textarea, .choice { font: inherit; font-weight: 400; color: inherit; background: var(--paper); border: 1px solid var(--strong-line); border-radius: var(--radius); min-height: max(40px, var(--target)); padding: 8px 12px; width: 100%; }
  input::placeholder, textarea::placeholder { color: var(--soft); opacity: 0.8; }
  input[type="checkbox"], input[type="radio"] { width: 18px; height: 18px; min-height: 0; margin: 0; padding: 0; accent-color: var(--accent); flex: none; }
  input[type="file"] { padding: 4px; } input::file-selector-button { font: inherit; font-weight: 600; font-size: 0.875rem; color: inherit; background: var(--wash); border: 0; border-radius: 6px; min-height: calc(max(40px, var(--target)) - 10px); padding: 0 14px; margin-inline-end: 12px; cursor: pointer; }
  input:focus-visible, textarea:focus-visible, .choice:focus-visible { outline-offset: 0; border-color: var(--accent); }
  [aria-invalid="true"] { border-color: var(--danger); }
  textarea { resize: vertical; min-height: 84px; line-height: 1.45; display: block; }

  form { display: grid; gap: 18px; }
  .field { display: grid; gap: 6px; align-content: start; min-width: 0; }
  .field.short { max-width: 11rem; } .field.middle { max-width: 22rem; }
  .field label, .field .label, .segments legend { font-weight: 600; font-size: 0.875rem; }
  .optional { font-weight: 400; color: var(--soft); font-size: 0.8125rem; margin-inline-start: 4px; }
  .hint { font-size: 0.8125rem; color: var(--soft); max-width: 46em; }
  .pair { display: grid; gap: 18px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); align-items: start; }
  .affixed { display: flex; align-items: stretch; border: 1px solid var(--strong-line); border-radius: var(--radius); background: var(--paper); }
  .affixed:focus-within { border-color: var(--accent); outline: 2px solid var(--accent); }
  .affixed:has([aria-invalid]) { border-color: var(--danger); }
  .affixed input { border: 0; outline: 0; min-width: 0; }
  .affix { display: flex; align-items: center; color: var(--soft); padding-inline: 12px 0; white-space: nowrap; font-size: 0.875rem; }
  input + .affix { padding-inline: 0 12px; }
  .check { display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; align-items: center; min-height: var(--target); }
  .field .check { font-weight: 400; font-size: inherit; } .pair > .field { max-width: none; }
  .check .hint { grid-column: 2; }
  .segment-row { display: flex; flex-wrap: wrap; gap: 4px; padding: 4px; background: var(--wash); border-radius: calc(var(--radius) + 2px); width: fit-content; max-width: 100%; }
  .segment { position: relative; font-weight: 400; } .field .segment { font-weight: 400; }
  .segment input { position: absolute; opacity: 0; inset: 0; width: 100%; height: 100%; cursor: pointer; }
  .segment span { display: flex; align-items: center; min-height: calc(var(--target) - 4px); padding: 0 12px; border-radius: var(--radius); }
  .segment input:checked + span { background: var(--raised); box-shadow: 0 1px 3px rgb(0 0 0 / 0.16); font-weight: 600; }
  .segment input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 1px; }
  .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 12px; }
  .form-failure:empty { display: none; }
  .form-failure .error { font-size: 0.875rem; padding: 10px 12px; background: var(--danger-wash); border-radius: var(--radius); color: var(--ink); border-inline-start: 3px solid var(--danger); }
  .saved { font-size: 0.8125rem; color: var(--good); }

  portico-choice { display: block; position: relative; }
  .choice { justify-content: space-between; font-weight: 400; text-align: start; font-size: inherit; }
  .choice .chosen { overflow: hidden; text-overflow: ellipsis; } .choice .placeholder { color: var(--soft); }
  .choice .icon { color: var(--soft); width: 1rem; height: 1rem; }
  .choice-popover { position: fixed; inset: auto; margin: 0; padding: 4px; border: 1px solid var(--line); border-radius: calc(var(--radius) + 2px); background: var(--raised); color: var(--ink); box-shadow: var(--shadow); min-width: var(--width); max-width: min(26rem, calc(100vw - 16px)); }
  .choice-search { margin-bottom: 4px; border-color: transparent; background: var(--wash); }
  .choice-list { max-height: min(20rem, calc(var(--room, 20rem) - 60px)); overflow-y: auto; overscroll-behavior: contain; }
  .choice-option { display: flex; justify-content: space-between; align-items: center; gap: 16px; min-height: var(--target); padding: 4px 10px; border-radius: 6px; cursor: pointer; }
  .choice-option[data-active], .choice-option:hover { background: var(--wash); }
  .choice-option[aria-selected="true"] { font-weight: 600; }
  .choice-option .detail { font-size: 0.8125rem; color: var(--soft); font-weight: 400; white-space: nowrap; }
  .choice-none { padding: 10px; color: var(--soft); font-size: 0.875rem; }

  portico-date { display: grid; gap: 6px; position: relative; min-width: 0; }
  .date-line input { padding-inline-end: 0; } .date-line .icon-button { border: 0; border-radius: calc(var(--radius) - 1px); color: var(--soft); width: 40px; min-height: 0; }
  .date-line .icon-button:focus-visible { outline-offset: -3px; }
  .date-popover { position: fixed; inset: auto; margin: 0; padding: 8px; border: 1px solid var(--line); border-radius: calc(var(--radius) + 2px); background: var(--raised); color: var(--ink); box-shadow: var(--shadow); }
  .month-head { display: grid; grid-template-columns: auto 1fr auto; align-items: center; text-align: center; }
  .date-popover table { border-collapse: collapse; } .date-popover th { font-weight: 400; font-size: 0.8125rem; color: var(--soft); padding: 4px 0; }
  .date-popover td { padding: 0; text-align: center; }
  .month-day { width: max(40px, var(--target)); min-height: max(36px, var(--target)); padding: 0; border: 0; font-weight: 400; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
  .month-day[aria-current] { color: var(--accent); font-weight: 600; text-decoration: underline; text-underline-offset: 0.3em; text-decoration-thickness: 2px; }
  .month-day[aria-disabled] { color: var(--soft); text-decoration: line-through; cursor: default; }
  td[aria-selected="true"] .month-day { background: var(--accent); color: var(--on-accent); font-weight: 600; }
  .month-day:focus-visible { outline-offset: -2px; } td[aria-selected="true"] .month-day:focus-visible { outline-offset: 2px; }

  .hours { display: grid; }
  .hours-day { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr) auto minmax(6rem, 12rem); gap: 4px 12px; align-items: center; padding: 6px 0; border-bottom: 1px solid var(--line); min-height: 52px; }
  .hours-name { display: flex; gap: 10px; align-items: center; min-height: var(--target); cursor: pointer; }
  .hours-ranges { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: center; }
  .hours-range { display: inline-flex; align-items: center; gap: 6px; }
  input.time { width: 4.75rem; text-align: center; font-variant-numeric: tabular-nums; padding-inline: 6px; min-height: var(--target); }
  .hours-ranges .error { flex-basis: 100%; }
  .hours-bar { position: relative; height: 10px; border-radius: 5px; background: var(--wash); overflow: hidden; }
  .hours-bar i { position: absolute; inset-block: 0; left: calc(var(--from) / 1440 * 100%); width: calc(var(--long) / 1440 * 100%); background: var(--accent); border-radius: 5px; }
  .hours-foot { display: flex; justify-content: space-between; gap: 16px; padding-top: 10px; flex-wrap: wrap; }
  @media (max-width: 719px) {
    input, textarea, .choice { font-size: 1rem; }
    .hours-day { grid-template-columns: 1fr auto; }
    .hours-name { grid-column: 1; grid-row: 1; } .hours-day > .icon-button { grid-column: 2; grid-row: 1; }
    .hours-ranges, .hours-bar { grid-column: 1 / -1; }
    .hours-bar { height: 6px; margin-bottom: 6px; }
  }
  pre.snippet { margin: 0; padding: 12px 14px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--wash); font: 0.8125rem/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
  pre.snippet + .actions { margin-block: 12px 20px; }
`;
