import { css } from 'lit';

export const settingsStyles = css`
  .settings { display: grid; grid-template-columns: 208px minmax(0, 1fr); gap: 0 56px; max-width: 1120px; }
  .settings-nav { position: sticky; top: 28px; align-self: start; } .settings-nav h1 { margin-bottom: 16px; }
  .settings-nav a { display: flex; align-items: center; min-height: 36px; padding: 0 10px; margin-inline-start: -10px; border-radius: var(--radius); text-decoration: none; color: var(--soft); }
  .settings-nav .name { font-weight: 400; } .settings-nav .meta { display: none; }
  .settings-nav a:hover { color: var(--ink); } .settings-nav a[aria-current] { color: var(--ink); background: var(--wash); } .settings-nav a[aria-current] .name { font-weight: 600; }
  .settings-body { max-width: 46rem; min-width: 0; } .settings-back { display: none; }
  .settings-body h2.title { font-size: 1.375rem; letter-spacing: -0.01em; } .title-row { display: flex; align-items: center; justify-content: space-between; gap: 16px; margin-bottom: 20px; min-height: 40px; flex-wrap: wrap; }
  .settings-body .lead { margin: -12px 0 24px; font-size: 0.9375rem; }
  .crumb { font-size: 0.8125rem; margin-bottom: 8px; }
  form .group { display: grid; gap: 18px; padding-top: 26px; margin-top: 8px; border-top: 1px solid var(--line); } form .group:first-of-type { border-top: 0; padding-top: 0; margin-top: 0; }
  .group > h3 { font-size: 1.0625rem; }
  pre { margin: 0; padding: 16px; border-radius: var(--radius); background: var(--wash); font: 0.8125rem/1.6 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2; }
  .copy-line { display: flex; gap: 10px; flex-wrap: wrap; margin-top: 10px; }
  .colour-line { display: flex; gap: 8px; align-items: center; } .colour-line input[type="color"] { width: 48px; padding: 3px; flex: none; } .colour-line input[type="text"] { max-width: 8rem; font-variant-numeric: tabular-nums; }
  .sample { display: grid; gap: 10px; justify-items: start; padding: 16px 18px; border: 1px solid var(--line); border-radius: var(--radius); background: #fff; color: #1c1d1f; }
  .sample .sample-button { background: var(--sample); color: var(--sample-ink); padding: 9px 16px; border-radius: 8px; font-weight: 600; font-size: 0.875rem; } .sample .sample-link { color: var(--sample); text-decoration: underline; }
  .sample img { max-height: 48px; max-width: 200px; }
  .word-grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); gap: 14px; }
  .origin-row { display: flex; gap: 8px; align-items: start; } .origin-row .field { flex: 1; }
  .qr { width: 176px; height: 176px; background: #fff; padding: 8px; border-radius: var(--radius); display: block; } .qr path { fill: #000; }
  .recovery { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 6px 18px; font: 0.9375rem/1.7 var(--mono); }
  .recovery-sheet { display: grid; gap: 12px; margin: 16px 0; } .recovery-title { display: grid; }
  .overrides { display: grid; } .override-row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 8px 0; border-bottom: 1px solid var(--line); min-height: 52px; } .override-row:last-child { border-bottom: 0; } .override-row .grow { flex: 1; min-width: 9rem; } .override-row portico-date { max-width: 15rem; }
  .settings-body .note + .lead { margin-top: 14px; }
  .outbox-line { display: flex; flex-wrap: wrap; gap: 2px 16px; margin-bottom: 20px; }
  .provider { display: grid; gap: 14px; } .provider + .provider { border-top: 1px solid var(--line); padding-top: 28px; } .provider-head { display: flex; align-items: center; gap: 16px; } .webhook-url { padding: 12px 14px; } .next-number { color: var(--ink); } .number-series { display: grid; gap: 12px; } .number-series legend { font-weight: 600; margin-bottom: 10px; } .number-series .field label { font-weight: 400; } .number-series + .number-series { margin-top: 8px; }
  .picks { display: flex; flex-wrap: wrap; gap: 4px 20px; }
  @media (max-width: 719px) {
    .crumb a { display: inline-flex; align-items: center; min-height: 44px; } .crumb { margin: -8px 0 0; }
    .tax-rows > li { flex-wrap: wrap; gap: 0 12px; } .tax-rows .grow { flex-basis: 100%; } .tax-rows .quiet { margin-inline-start: -14px; }
    .team-row { flex-wrap: wrap; } .team-row .grow { flex-basis: 100%; } .team-row portico-choice { flex: 1; }
    .settings { display: block; } .settings.has-section .settings-nav { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } .settings.has-section .settings-nav ul, .settings:not(.has-section) .settings-body { display: none; } .settings:not(.has-item) .settings-back { display: block; }
    .settings:not(.has-section) .settings-nav { position: static; } .settings-nav a { flex-direction: column; align-items: start; justify-content: center; min-height: 60px; border-bottom: 1px solid var(--line); border-radius: 0; margin: 0; padding: 0; color: var(--ink); } .settings-nav .name { font-weight: 600; } .settings-nav .meta { display: block; }
  }
  @media print {
    :root:has(.recovery-sheet) :is(.nav, .settings-nav, .settings-body .title-row, .settings-body .lead, .settings-body .note, .settings-body .section:not(:has(.recovery-sheet)), .section > h2, .copy-line, .toast-place) { display: none; }
    :root:has(.recovery-sheet) :is(portico-shell, .settings) { display: block; }
    .recovery { grid-template-columns: 1fr 1fr; max-width: 24rem; font-size: 12pt; color: #000; }
  }
`;
