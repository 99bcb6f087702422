import { css } from 'lit';

export const shellStyles = css`
  portico-shell { display: grid; grid-template-columns: 212px minmax(0, 1fr); min-height: 100dvh; }
  main { outline: 0; min-width: 0; }
  .skip { position: absolute; left: -999px; } .skip:focus { left: 12px; top: 12px; z-index: 20; background: var(--raised); padding: 10px 14px; border-radius: var(--radius); }
  .nav { position: sticky; top: 0; height: 100dvh; display: flex; flex-direction: column; gap: 20px; padding: 24px 12px 20px; background: var(--wash); border-inline-end: 1px solid var(--line); }
  .nav-business { font-weight: 600; padding: 0 10px; overflow-wrap: anywhere; line-height: 1.35; }
  .nav ul { display: grid; gap: 2px; }
  .nav li a { display: flex; align-items: center; gap: 12px; min-height: 38px; padding: 0 10px; border-radius: var(--radius); color: var(--soft); text-decoration: none; }
  .nav li a:hover { color: var(--ink); }
  .nav li a[aria-current] { color: var(--ink); font-weight: 600; background: color-mix(in oklab, var(--ink) 8%, transparent); }
  .nav-search { justify-content: flex-start; font-weight: 400; color: var(--soft); padding: 0 10px; gap: 12px; font-size: inherit; }
  .nav-search kbd { margin-inline-start: auto; }
  .nav-foot { margin-top: auto; display: grid; gap: 8px; padding: 0 10px; font-size: 0.8125rem; }
  .nav-foot a { color: var(--soft); text-decoration: none; } .nav-foot a:hover { text-decoration: underline; }
  kbd { font: 0.8125rem/1 var(--sans); border: 1px solid var(--line); border-radius: 5px; padding: 4px 7px; background: var(--paper); color: var(--soft); min-width: 24px; display: inline-block; text-align: center; }
  .keys > div { display: flex; gap: 16px; padding: 8px 0; border-bottom: 1px solid var(--line); } .keys dt { min-width: 84px; display: flex; gap: 4px; align-items: start; }

  .sheet { position: fixed; inset: 0 0 0 auto; margin: 0; width: min(440px, 100vw); height: 100dvh; max-width: none; max-height: none; border: 0; border-inline-start: 1px solid var(--line); padding: 0; background: var(--paper); color: inherit; box-shadow: var(--shadow); z-index: 10; overflow-y: auto; overscroll-behavior: contain; }
  .sheet[open] { animation: slide 150ms ease-out; }
  @keyframes slide { from { transform: translateX(16px); opacity: 0; } }
  .sheet::backdrop { background: transparent; }
  .sheet header { position: sticky; top: 0; z-index: 2; display: flex; align-items: center; justify-content: space-between; gap: 12px; padding: 16px 12px 12px 24px; background: var(--paper); }
  .sheet h2 { outline: 0; }
  .sheet-body { padding: 4px 24px 40px; }
  .search { border: 1px solid var(--line); border-radius: 12px; padding: 0; width: min(560px, calc(100vw - 32px)); margin: 12vh auto auto; background: var(--raised); color: inherit; box-shadow: var(--shadow); }
  .search::backdrop { background: rgb(0 0 0 / 0.2); }
  .search-line { display: flex; align-items: center; gap: 8px; padding: 6px 6px 6px 16px; border-bottom: 1px solid var(--line); }
  .search-line input { border: 0; outline: 0; background: none; font-size: 1rem; padding-inline: 4px; }
  .search-line input::-webkit-search-cancel-button { display: none; }
  .search-list { padding: 6px; } .search-list:empty { display: none; }
  .search-item { display: flex; gap: 12px; align-items: center; min-height: 44px; padding: 4px 12px; border-radius: var(--radius); cursor: pointer; }
  .search-item[aria-selected="true"], .search-item:hover { background: var(--wash); }
  .search-item .grow { flex: 1; min-width: 0; } .search .skeleton { padding: 16px; }
  .toast-place { position: fixed; inset: auto 0 24px; display: flex; justify-content: center; pointer-events: none; z-index: 30; }
  .toast { pointer-events: auto; display: flex; align-items: center; gap: 14px; max-width: min(560px, calc(100vw - 24px)); background: var(--ink); color: var(--paper); border-radius: 10px; padding: 4px 6px 4px 18px; box-shadow: var(--shadow); font-size: 0.9375rem; animation: rise 150ms ease-out; }
  .toast button { color: inherit; } .toast button.link { color: inherit; font-weight: 600; min-height: 44px; } .toast .icon-button:hover { background: rgb(128 128 128 / 0.3); }
  @keyframes rise { from { transform: translateY(8px); opacity: 0; } }

  .door { min-height: 100dvh; display: grid; justify-items: center; align-content: center; padding: 32px 24px 64px; background: var(--wash); }
  .door-column { width: min(400px, 100%); display: grid; gap: 24px; }
  .door-mark { font-weight: 600; letter-spacing: -0.01em; display: flex; gap: 10px; align-items: center; }
  .door h1 + p { margin-top: -14px; }
  .door-more { display: grid; gap: 10px; justify-items: start; font-size: 0.875rem; }
  .door .note { background: var(--paper); }
  .door form .primary { width: 100%; min-height: 44px; font-size: 0.9375rem; }
  input.code { font-size: 1.5rem; letter-spacing: 0.35em; text-align: center; font-variant-numeric: tabular-nums; min-height: 56px; padding-inline: 0.35em 0; }
  .door .rows button { width: 100%; justify-content: space-between; border: 0; padding: 0; min-height: 44px; }

  @media (max-width: 719px) {
    portico-shell { display: block; }
    .nav { position: fixed; inset: auto 0 0; z-index: 8; height: auto; flex-direction: row; padding: 0 4px env(safe-area-inset-bottom); border: 0; border-top: 1px solid var(--line); }
    .nav-business, .nav-search, .nav-foot { display: none; }
    .nav ul { grid-auto-flow: column; grid-auto-columns: minmax(min-content, 1fr); width: 100%; gap: 0; }
    .nav li a { flex-direction: column; justify-content: center; gap: 3px; min-height: 58px; font-size: 0.8125rem; padding: 0; border-radius: 0; }
    .nav li a[aria-current] { background: none; color: var(--accent); }
    .sheet { width: 100vw; border: 0; box-shadow: none; } .sheet-body { padding: 4px 16px 40px; } .sheet header { padding-inline: 16px 8px; }
    .search { margin: 0; width: 100vw; max-width: none; height: 100dvh; max-height: none; border: 0; border-radius: 0; }
    .toast-place { bottom: calc(70px + env(safe-area-inset-bottom)); }
    .floating-on-phone.primary { position: fixed; z-index: 7; inset-inline-end: 16px; bottom: calc(78px + env(safe-area-inset-bottom)); width: 56px; height: 56px; border-radius: 50%; padding: 0; box-shadow: var(--shadow); font-size: 1.15rem; }
    .floating-on-phone > span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .door { align-content: start; padding-top: 48px; background: var(--paper); } .door .note { background: var(--wash); }
  }
`;
