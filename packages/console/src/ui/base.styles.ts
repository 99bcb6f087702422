import { css } from 'lit';

/** Tokens, type and the few layout rules that every screen shares. */
export const baseStyles = css`
  :root {
    color-scheme: light dark;
    --paper: #fff; --wash: #f6f6f3; --raised: #fff; --ink: #1b1d1f; --soft: #5d6167; --line: rgb(20 24 28 / 0.13); --strong-line: rgb(20 24 28 / 0.28);
    --accent: #0b5f6d; --accent-wash: #e6f1f2; --on-accent: #fff; --danger: #b3261e; --danger-wash: #fbeceb; --good: #1f7a45; --warn: #8a5a00;
    --shadow: 0 1px 2px rgb(0 0 0 / 0.06), 0 12px 32px rgb(0 0 0 / 0.14); --closed: rgb(20 24 28 / 0.035); --radius: 8px; --target: 36px;
    --sans: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
    --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #161718; --wash: #1d1f21; --raised: #232527; --ink: #ececea; --soft: #a7abb0; --line: rgb(255 255 255 / 0.13); --strong-line: rgb(255 255 255 / 0.3);
      --accent: #7fc9d4; --accent-wash: #18323a; --on-accent: #06262c; --danger: #f2958f; --danger-wash: #3a1f1e; --good: #7ccb98; --warn: #e0b465;
      --shadow: 0 1px 2px rgb(0 0 0 / 0.4), 0 12px 32px rgb(0 0 0 / 0.5); --closed: rgb(255 255 255 / 0.035);
    }
  }
  @media (pointer: coarse), (max-width: 719px) { :root { --target: 44px; } }

  *, *::before, *::after { box-sizing: border-box; }
  html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 400 0.9375rem/1.5 var(--sans); -webkit-font-smoothing: antialiased; }
  h1, h2, h3, p, ul, ol, dl, dd, figure, fieldset, legend { margin: 0; padding: 0; }
  fieldset { border: 0; min-width: 0; }
  ul, ol { list-style: none; }
  h1 { font-size: 1.375rem; font-weight: 600; line-height: 1.25; letter-spacing: -0.01em; }
  h2 { font-size: 1.0625rem; font-weight: 600; line-height: 1.35; }
  h3 { font-size: 0.9375rem; font-weight: 600; }
  a { color: var(--accent); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
  time, .figures { font-variant-numeric: tabular-nums; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  ::selection { background: var(--accent-wash); }
  [hidden] { display: none !important; }

  .icon { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; vertical-align: -0.28em; }
  .meta { font-size: 0.8125rem; color: var(--soft); }
  .lead { font-size: 1.0625rem; color: var(--soft); max-width: 40em; }
  .error { color: var(--danger); font-size: 0.8125rem; }
  .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  .page { padding: 28px 32px 96px; max-width: 1040px; }
  .page-head { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin-bottom: 24px; }
  .page-head h1 { margin-inline-end: auto; }
  .section { margin-top: 40px; }
  .section > h2 { margin-bottom: 12px; }
  .section > h2 + .meta, .section > h2 + portico-totp { display: block; margin-top: -6px; } .section > h2 + .meta { margin-bottom: 12px; }

  .rows > li, .row { display: flex; align-items: center; gap: 12px; min-height: 52px; padding: 8px 0; border-bottom: 1px solid var(--line); }
  .rows > li:first-child { border-top: 1px solid var(--line); }
  .rows + .meta { margin-block-start: 14px; }
  .rows .grow { flex: 1; min-width: 0; }
  .rows .grow > * { display: block; overflow-wrap: anywhere; }
  a.row-link { color: inherit; text-decoration: none; }
  a.row-link:hover .name, .row-link:focus-visible .name { text-decoration: underline; text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
  .name { font-weight: 600; }

  .status { display: inline-flex; align-items: center; gap: 6px; font-size: 0.8125rem; color: var(--soft); white-space: nowrap; }
  .status::before { content: ""; width: 7px; height: 7px; border-radius: 50%; background: currentColor; }
  .status.good { color: var(--good); } .status.bad { color: var(--danger); } .status.warn { color: var(--warn); }

  .empty { padding: 28px 0; max-width: 34em; display: grid; gap: 14px; justify-items: start; color: var(--soft); }
  .empty p { color: var(--ink); }
  .stale { font-size: 0.8125rem; color: var(--warn); margin-bottom: 12px; }
  .note { padding: 12px 14px; border-radius: var(--radius); background: var(--wash); font-size: 0.875rem; }
  .skeleton { display: grid; gap: 18px; padding: 12px 0; }
  .skeleton span { height: 16px; border-radius: 4px; background: var(--line); width: 70%; animation: breathe 1.4s ease-in-out infinite; }
  .skeleton span:nth-child(2n) { width: 46%; } .skeleton span:nth-child(3n) { width: 58%; }
  @keyframes breathe { 50% { opacity: 0.45; } }
  portico-swatch { display: inline-block; width: 10px; height: 10px; border-radius: 50%; background: var(--colour); margin-inline-end: 8px; }

  @media (max-width: 719px) {
    body { font-size: 1rem; }
    .page { padding: 20px 16px 112px; }
    .page-head { margin-bottom: 16px; }
  }
  @media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; } }
  @media (forced-colors: active) { .status::before, portico-swatch { forced-color-adjust: none; } }
`;
