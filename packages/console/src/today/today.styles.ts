import { css } from 'lit';

export const todayStyles = css`
  .needs { padding: 12px 0; margin-bottom: 8px; display: grid; gap: 8px; } .needs .status { white-space: normal; display: inline; } .needs .status::before { display: inline-block; margin-inline-end: 8px; vertical-align: 0.08em; } .needs a { font-size: 0.875rem; white-space: nowrap; }
  .today-people { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 0 56px; } .today-people .section { margin-top: 16px; }
  .row-open { flex: 1; min-width: 0; border: 0; padding: 0; justify-content: start; gap: 16px; text-align: start; font-weight: 400; font-size: inherit; white-space: normal; min-height: 44px; }
  .row-open time { min-width: 3.2rem; font-weight: 600; }
  .today-row.is-now { background: var(--accent-wash); box-shadow: -10px 0 0 var(--accent-wash), 10px 0 0 var(--accent-wash); }
  .marks { display: flex; gap: 4px; }
  .tomorrow { margin-top: 32px; color: var(--soft); } .tomorrow + .tomorrow { margin-top: 8px; }
  .checklist { padding: 4px 0 20px; } .checklist h2 { margin-bottom: 8px; }
  .checklist li { display: flex; align-items: center; gap: 14px; padding: 10px 0; border-bottom: 1px solid var(--line); min-height: 56px; } .checklist .grow { flex: 1; min-width: 0; } .checklist .grow > * { display: block; }
  .checklist .is-done .name { font-weight: 400; color: var(--soft); }
  .tick { width: 22px; height: 22px; border-radius: 50%; border: 1.5px solid var(--strong-line); display: grid; place-items: center; flex: none; color: var(--good); } .tick .icon { width: 14px; height: 14px; stroke-width: 2.5; }
  .is-done .tick { border-color: var(--good); }
  @media (max-width: 719px) { .today-row { flex-wrap: wrap; gap: 4px 12px; } .today-row .row-open { flex-basis: 60%; } .marks { flex-basis: 100%; padding-inline-start: 4.2rem; } .checklist li { flex-wrap: wrap; } .checklist .grow { flex-basis: 70%; } .checklist .button { margin-inline-start: 36px; } }
`;
