import { css } from 'lit';

export const clientStyles = css`
  .list-tools { display: flex; align-items: center; gap: 16px; margin-bottom: 16px; } .list-tools input[type="search"] { max-width: 24rem; }
  .list-more { padding-top: 16px; }
  .client-row { display: flex; align-items: center; gap: 16px; min-height: 44px; }
  .reach { display: none; }
  .section > button.quiet, .section > div > button.quiet, portico-contacts > button.quiet { margin-inline-start: -14px; }
  .crumb { font-size: 0.8125rem; margin-bottom: 4px; }
  .client-page { display: grid; grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr); gap: 0 56px; }
  .client-page .section:first-child { margin-top: 8px; }
  .row-button { width: 100%; border: 0; padding: 0; font-weight: inherit; text-align: start; justify-content: start; white-space: normal; min-height: 44px; font-size: inherit; }
  .client-rest { display: grid; justify-items: start; gap: 4px; }
  .merge-moves { display: grid; gap: 12px; padding-block: 4px 16px; overflow-wrap: anywhere; } .merge-moves ul { padding-inline-start: 1.2em; display: grid; gap: 4px; list-style: disc; }
  portico-merge, portico-erase, portico-erase > form { display: grid; gap: 16px; } .erase-lists { display: grid; gap: 16px; } .erase-lists h3 { margin-bottom: 4px; } .erase-lists ul { padding-inline-start: 1.2em; display: grid; gap: 4px; list-style: disc; } .merge-moves blockquote { margin: 0; white-space: pre-line; }
  .rows > .project { display: block; } .project-row { display: flex; flex-wrap: wrap; align-items: center; gap: 0 8px; } .project-row .row-button { flex: 1 1 12rem; } .project-documents { padding-inline-start: 16px; }
  .contacts > li { padding: 12px 0; border-top: 1px solid var(--line); } .contact { display: grid; gap: 10px; overflow-wrap: anywhere; }
  .contact .status { margin-inline-end: 14px; }
  .timeline li { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 12px; padding: 8px 0; }
  :is(portico-client-invoices, portico-client-documents, portico-client-projects, portico-client-plans, portico-client-packages) .title-row { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 16px; margin-bottom: 8px; } .standing { display: grid; gap: 2px; margin-bottom: 12px; }
  .mapping { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 10rem), 1fr)); gap: 14px; }
  .import-rows li { align-items: baseline; } .import-rows .line { min-width: 4.5rem; } .import-rows .status { white-space: normal; max-width: 60%; }
  @media (max-width: 719px) {
    .reach { display: flex; flex-wrap: wrap; gap: 0 20px; margin-top: -8px; } .reach a { display: inline-flex; align-items: center; min-height: 44px; overflow-wrap: anywhere; }
    .client-page { grid-template-columns: minmax(0, 1fr); } .client-page .section:first-child { margin-top: 28px; }
    .project-row .row-button { flex-basis: 100%; } .project-row > .row-button + * { margin-inline-start: -14px; }
    .client-row { flex-wrap: wrap; gap: 0 16px; } .client-row .grow { flex-basis: 100%; }
    .timeline li { grid-template-columns: minmax(0, 1fr); gap: 2px; }
    .import-rows li { flex-wrap: wrap; gap: 2px 12px; } .import-rows .status { max-width: 100%; flex-basis: 100%; }
  }
`;
