import { css } from 'lit';

export const playgroundStyles = css`
  :host { display: block; container-type: inline-size; --line: color-mix(in oklab, currentColor 16%, transparent); --soft: color-mix(in oklab, currentColor 72%, transparent); --wash: color-mix(in oklab, currentColor 5%, transparent); }
  :host([hidden]) { display: none; }
  *, *::before, *::after { box-sizing: border-box; }
  h2, p, fieldset { margin: 0; padding: 0; border: 0; }
  fieldset { min-width: 0; }

  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 16px; margin-bottom: 20px; }
  .bar button { margin-inline-start: auto; }
  .segments { display: flex; gap: 2px; padding: 3px; border-radius: 10px; background: var(--wash); }
  .segments legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .segments label { position: relative; font-size: 1em; font-weight: 400; }
  .segments input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .segments span { display: flex; align-items: center; min-height: 38px; padding: 0 14px; border-radius: 7px; font-size: 0.875em; white-space: nowrap; }
  .segments input:checked + span { background: Canvas; color: CanvasText; font-weight: 600; box-shadow: 0 1px 3px rgb(0 0 0 / 0.18); }
  .segments input:focus-visible + span { outline: 2px solid currentColor; outline-offset: 1px; }

  .fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 12.5rem), 1fr)); gap: 14px 24px; align-items: start; }
  label { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; font-size: 0.875em; font-weight: 600; min-width: 0; }
  .pair { display: flex; align-items: center; gap: 12px; min-height: 44px; }
  output { font-weight: 400; color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
  input[type="range"] { appearance: none; color: inherit; flex: 1; min-width: 0; width: 100%; height: 44px; margin: 0; background: linear-gradient(var(--line), var(--line)) center / 100% 3px no-repeat; cursor: pointer; }
  input[type="range"]::-webkit-slider-thumb { appearance: none; width: 20px; height: 20px; border: 0; border-radius: 50%; background: currentColor; }
  input[type="range"]::-moz-range-thumb { width: 20px; height: 20px; border: 0; border-radius: 50%; background: currentColor; }
  .pair input[type="range"] + output { min-width: 3.25em; text-align: end; }
  input[type="color"] { width: 52px; height: 40px; padding: 3px; border: 1px solid var(--line); border-radius: 8px; background: none; cursor: pointer; flex: none; }
  select, input[type="text"] { font: inherit; font-weight: 400; color: inherit; background: transparent; border: 1px solid color-mix(in oklab, currentColor 45%, transparent); border-radius: 8px; min-height: 44px; padding: 0 12px; width: 100%; }
  select { appearance: none; padding-inline-end: 34px; text-overflow: ellipsis; background: linear-gradient(45deg, transparent 50%, currentColor 50% 62%, transparent 62%) right 16px center / 7px 7px no-repeat, linear-gradient(-45deg, transparent 50%, currentColor 50% 62%, transparent 62%) right 11px center / 7px 7px no-repeat; }
  option { background: Canvas; color: CanvasText; }
  .checks { display: grid; align-self: end; } .check { grid-template-columns: none; display: flex; align-items: center; gap: 10px; font-weight: 400; min-height: 32px; cursor: pointer; }
  input[type="checkbox"] { width: 18px; height: 18px; margin: 0; accent-color: currentColor; flex: none; }
  :is(select, input, summary, button, pre):focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }

  details { margin-top: 14px; border-top: 1px solid var(--line); }
  summary { font-size: 0.875em; min-height: 44px; display: flex; align-items: center; gap: 8px; cursor: pointer; width: fit-content; list-style: none; } summary::-webkit-details-marker { display: none; }
  summary::before { content: ""; width: 7px; height: 7px; border: solid currentColor; border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg); transition: transform 150ms ease-out; } details[open] > summary::before { transform: rotate(45deg); }
  .tokens { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 16px 24px; padding: 6px 0 20px; }
  code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
  .tokens code { font-size: 0.9375em; font-weight: 600; } .tokens input { font-size: 1em; min-height: 40px; } .tokens input::placeholder { color: var(--soft); opacity: 1; } small { font-size: 0.9286em; font-weight: 400; color: var(--soft); line-height: 1.4; }

  .stage { margin-top: 12px; border-radius: 12px; padding: clamp(20px, 5cqi, 56px); overflow: clip; box-shadow: 0 0 0 1px var(--line); min-height: 680px; }
  .column { max-width: 46rem; margin-inline: auto; min-width: 0; }
  .headline { font-size: 1.75em; line-height: 1.2; margin-bottom: 8px; } .column > p:not(.headline) { max-width: 36em; margin-bottom: 32px; }
  .light { background: #fbfaf6; color: #23302f; font: 400 17px/1.6 Georgia, "Times New Roman", serif; }
  .dark { background: #14171a; color: #e9e6df; font: 400 16px/1.6 "Avenir Next", Avenir, "Segoe UI", system-ui, sans-serif; } .dark .headline { font-weight: 600; letter-spacing: -0.02em; }
  .narrow { background: #fff; color: #2a2a2e; font: 400 15px/1.55 system-ui, sans-serif; } .narrow .column { max-width: 300px; margin-inline: auto; } .narrow .headline { font-weight: 600; font-size: 1.375em; }
  @container (max-width: 480px) { .narrow { padding-inline: 10px; } .bar { gap: 10px; } .segments span { padding: 0 10px; } .fields { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 10px 16px; } .pair { gap: 8px; } .pair input[type="color"] + output { white-space: normal; line-height: 1.25; } }

  .codes { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 24px; margin-top: 28px; } .codes > section { min-width: 0; }
  .code-head { display: flex; align-items: center; justify-content: space-between; gap: 12px; margin-bottom: 8px; } .code-head h2 { font-size: 1em; font-weight: 600; }
  button { font: inherit; font-size: 0.875em; font-weight: 600; color: inherit; background: none; border: 1px solid color-mix(in oklab, currentColor 35%, transparent); border-radius: 8px; min-height: 40px; padding: 0 14px; cursor: pointer; }
  button:hover:not(:disabled) { background: var(--wash); } button.quiet { border-color: transparent; } button:disabled { opacity: 0.5; cursor: default; }
  pre { margin: 0; padding: 16px; border-radius: 10px; background: var(--wash); font-size: 0.8125em; line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere; }
  @media (prefers-reduced-motion: reduce) { summary::before { transition: none; } }
  @media (forced-colors: active) { input[type="range"] { appearance: auto; } .segments input:checked + span { outline: 1px solid Highlight; } }
`;
