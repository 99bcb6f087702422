import { css } from 'lit';

export const documentStyles = css`
  portico-documents { display: block; position: relative; min-height: 60dvh; }
  .document-tools { display: grid; gap: 14px; margin-bottom: 20px; } .document-tools input[type="search"] { max-width: 28rem; } .document-tools .segment-row { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; } .document-tools .segments { min-width: 0; margin: 0; padding: 0; border: 0; } .document-tools .segment span { white-space: nowrap; }
  .document-row .row-button { flex: 1; min-width: 0; display: flex; align-items: center; gap: 16px; padding: 0; border: 0; font-weight: inherit; text-align: start; justify-content: start; white-space: normal; color: inherit; font-size: inherit; text-decoration: none; min-height: 44px; }
  .document-row .passage { font-size: 0.875rem; max-width: 46rem; } .document-row mark { background: color-mix(in oklab, var(--accent) 18%, transparent); color: inherit; font-weight: 600; }
  .keeping-note { margin-bottom: 20px; } .scanner-note { margin-top: 24px; }
  .outgoing { display: grid; gap: 8px; margin-bottom: 24px; } .outgoing:empty { margin: 0; } .outgoing-sent { display: flex; align-items: center; gap: 4px 12px; flex-wrap: wrap; min-height: var(--target); }
  .drop-hint { position: fixed; inset: auto 0 96px; margin: 0 auto; width: fit-content; padding: 12px 20px; border: 2px dashed var(--accent); border-radius: var(--radius); background: var(--raised); font-weight: 600; pointer-events: none; z-index: 7; }
  .is-over { outline: 2px dashed var(--accent); outline-offset: -8px; border-radius: var(--radius); }
  .outgoing progress { display: block; width: 100%; max-width: 20rem; height: 4px; margin-top: 6px; appearance: none; border: 0; border-radius: 2px; background: var(--wash); overflow: hidden; } .outgoing progress::-webkit-progress-bar { background: var(--line); } .outgoing progress::-webkit-progress-value { background: var(--accent); } .outgoing progress::-moz-progress-bar { background: var(--accent); }
  portico-document-details, .send-files { display: grid; gap: 20px; } .document-section { border-top: 1px solid var(--line); padding-top: 18px; display: grid; gap: 12px; } .document-section form { display: grid; gap: 16px; } .document-acts { margin: -8px 0 0 -14px; }
  .versions > li:first-child { border-top: 0; } .people-rights > li { padding: 10px 0; } .people-rights .segments { margin: 0; padding: 0; border: 0; min-width: 0; }
  .picked { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 8px; } .picked li { display: inline-flex; align-items: center; gap: 4px; padding-inline-start: 12px; border: 1px solid var(--line); border-radius: var(--radius); overflow-wrap: anywhere; }
  .pick-files { position: relative; width: fit-content; cursor: pointer; } .pick-files:focus-within { outline: 2px solid var(--accent); outline-offset: 2px; } .add-client { width: fit-content; margin-inline-start: -14px; }
`;
