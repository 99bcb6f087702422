import { css } from 'lit';

export const embedStyles = css`
  portico-embed > section > .picks { margin-bottom: 12px; } portico-embed > section > .hint { margin-top: 12px; } .pinned { margin-top: 16px; } .pinned > .segments { margin: 14px 0 0 28px; }
  .check-page { grid-template-columns: minmax(0, 1fr) auto; gap: 0 12px; align-items: start; }
  .check-page > button { margin-top: 29px; min-height: max(40px, var(--target)); } .check-page > .form-failure { grid-column: 1 / -1; margin-top: 12px; }
  .checked { margin-top: 22px; overflow-wrap: anywhere; } .checked strong { font-weight: 600; margin-inline-end: 8px; }
  .findings { display: grid; margin-top: 6px; }
  .findings > li { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 2px 12px; padding: 14px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; } .findings > li:last-child { border-bottom: 0; }
  .findings .status { align-self: start; margin-top: 1px; } .findings li > div { display: grid; gap: 4px; max-width: 38em; } .findings li button { margin-top: 8px; }
  .settings:has(portico-playground-screen) { max-width: 1400px; } .settings-body:has(portico-playground-screen) { max-width: none; } .settings-body portico-playground-screen .lead { margin: 4px 0 20px; }
  @media (max-width: 719px) { .check-page { grid-template-columns: 1fr; } .check-page > button { margin-top: 12px; justify-self: start; } .findings > li { grid-template-columns: 1fr; gap: 6px; } }
`;
