import { css } from 'lit';

export const signUpStyles = css`
  .sign-up { min-height: 100dvh; display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 380px); }
  .sign-up-question { padding: 12vh 48px 64px; width: min(640px, 100%); justify-self: center; display: grid; gap: 20px; align-content: start; }
  .sign-up h1 { outline: 0; font-size: 1.5rem; } .sign-up section { margin-top: 16px; display: grid; gap: 12px; }
  .progress { display: flex; gap: 6px; margin-top: -12px; } .progress i { flex: 1; height: 3px; border-radius: 2px; background: var(--line); } .progress .reached { background: var(--accent); }
  .preview { background: var(--wash); border-inline-start: 1px solid var(--line); padding: 12vh 32px 48px; display: grid; gap: 16px; align-content: start; }
  .preview-page { background: var(--paper); border-radius: 12px; padding: 22px; display: grid; gap: 12px; box-shadow: var(--shadow); overflow-wrap: anywhere; } .preview-name { font-weight: 600; font-size: 1.125rem; }
  .preview-time { border: 1px solid var(--line); border-radius: 6px; padding: 5px 10px; font-size: 0.875rem; font-variant-numeric: tabular-nums; color: var(--good); font-weight: 600; }
  .preview .chips { display: flex; flex-wrap: wrap; gap: 6px; }
  .ghost-line { display: block; height: 12px; width: 55%; border-radius: 4px; background: var(--line); } .ghost-line.short { width: 38%; }
  .preview-week { display: grid; grid-template-columns: 3rem 1fr; gap: 7px 10px; align-items: center; } .preview-week .hours-bar { background: var(--paper); grid-column: auto; margin: 0; }
  .sign-up .hours-day { grid-template-columns: 8rem minmax(0, 1fr) auto; } .sign-up-question .hours-bar { display: none; }
  .is-done { grid-template-columns: minmax(0, 1fr); } .sign-up pre { margin: 0; padding: 16px; border-radius: var(--radius); background: var(--wash); font: 0.8125rem/1.6 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; } .sign-up .copy-line { display: flex; flex-wrap: wrap; gap: 10px; }
  @media (max-width: 860px) { .sign-up { grid-template-columns: minmax(0, 1fr); align-content: start; } .sign-up-question { padding: 32px 16px; } .preview { padding: 20px 16px 48px; border: 0; } .sign-up .hours-day { grid-template-columns: 1fr auto; } }
`;
