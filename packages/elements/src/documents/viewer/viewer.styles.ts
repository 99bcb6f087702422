import { css } from 'lit';

export const viewerStyles = css`
  dialog.viewer {
    box-sizing: border-box; inline-size: min(72em, 100vi - 32px); block-size: min(60em, 100dvb - 32px); max-inline-size: none; max-block-size: none;
    margin: auto; padding: 0; border: var(--_border-width) solid var(--_border); border-radius: var(--_radius); overflow: hidden; overscroll-behavior: contain;
    color: inherit; font-size: inherit; background: var(--_surface-raised); box-shadow: var(--_shadow);
  }
  .frame { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; block-size: 100%; container: viewer / inline-size; }
  .viewer-head { display: flex; align-items: center; gap: var(--_space); padding: var(--_space) calc(2 * var(--_space)); border-block-end: var(--_border-width) solid var(--_border); }
  .viewer-title { overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .viewer-title:focus-visible { outline: none; }
  .only-icon { flex: none; padding-inline: 0; inline-size: var(--_control-height); }
  .take { flex: none; }

  .body { display: grid; grid-template: 'look ask' auto 'look side' minmax(0, 1fr) / minmax(0, 1fr) minmax(20em, 26em); min-block-size: 0; }
  .ask { grid-area: ask; padding: calc(2 * var(--_space)); padding-block-end: 0; }
  .ask, .side { border-inline-start: var(--_border-width) solid var(--_border); }
  .look { grid-area: look; overflow: auto; overscroll-behavior: contain; padding: calc(2 * var(--_space)); background: var(--_fill); }
  .look:focus-visible { outline-offset: -2px; }
  .side { grid-area: side; overflow-y: auto; overscroll-behavior: contain; padding: calc(2 * var(--_space)); }
  .side > * + * { margin-block-start: calc(3 * var(--_space)); }

  .pages { display: grid; gap: calc(2 * var(--_space)); justify-items: center; }
  .page { position: relative; inline-size: 100%; max-inline-size: 50em; background: #fff; color: #1d1d1f; box-shadow: 0 1px 4px rgb(0 0 0 / 0.25); }
  .large .page { inline-size: 200%; max-inline-size: none; justify-self: start; }
  .page.waiting { aspect-ratio: 0.707; margin-inline: auto; opacity: 0.5; }
  .page canvas { display: block; inline-size: 100%; block-size: 100%; }
  [data-placing] .page { cursor: crosshair; touch-action: manipulation; }
  .page-failed { position: absolute; inset: 0; display: grid; place-content: center; justify-items: center; padding: calc(2 * var(--_space)); }
  .no-preview { padding: calc(4 * var(--_space)) calc(2 * var(--_space)); text-align: center; }

  /* As large as a thumb, drawn smaller. */
  .pin { position: absolute; display: grid; place-content: center; min-block-size: 0; inline-size: 44px; block-size: 44px; padding: 0; border: 0; background: none; transform: translate(-50%, -50%); direction: ltr; font-size: 0.875em; font-weight: var(--_font-weight-strong); }
  .pin::before { content: ''; position: absolute; inset: 8px; border-radius: 50% 50% 50% 4px; background: var(--_accent); border: 2px solid #fff; box-shadow: 0 1px 4px rgb(0 0 0 / 0.4); }
  .pin { color: var(--_on-accent); isolation: isolate; }
  .pin::before { z-index: -1; }
  .pin.settled::before { background: #6b6b70; }
  .pin.settled { color: #fff; }
  .pin.draft { pointer-events: none; font-size: 1.1em; }
  .pin:focus-visible { outline: none; }
  .pin:focus-visible::before { outline: 3px solid var(--_focus); outline-offset: 1px; }
  .pin-link { flex: none; align-self: start; margin-block-start: -8px; min-block-size: 44px; inline-size: 44px; padding: 0; }
  .pin-link { position: relative; color: var(--_on-accent); font-size: 0.875em; font-weight: var(--_font-weight-strong); isolation: isolate; }
  .pin-link::before { content: ''; position: absolute; inset: 9px; z-index: -1; border-radius: 50% 50% 50% 4px; background: var(--_accent); }

  .asked { display: grid; gap: calc(0.5 * var(--_space)); padding-inline-start: calc(1.5 * var(--_space)); border-inline-start: 3px solid var(--_accent); white-space: pre-line; }
  .decided { display: grid; gap: calc(0.5 * var(--_space)); padding: calc(1.5 * var(--_space)); border-radius: var(--_radius); background: var(--_success-tint); }
  .decided[data-review='changes_requested'] { background: var(--_warning-tint); }
  .decided .strong { display: flex; gap: var(--_space); align-items: start; }
  .talk, .new-thread, .write, .comments { display: grid; gap: var(--_space); }
  .talk > * { min-inline-size: 0; }
  .threads > li + li { border-block-start: var(--_border-width) solid var(--_border); }
  .thread { display: flex; gap: var(--_space); padding-block: calc(1.5 * var(--_space)); }
  .comment .small { min-block-size: 44px; font-size: 0.875em; }
  .thread-acts, .write-acts { display: flex; flex-wrap: wrap; gap: 0 calc(2 * var(--_space)); }
  .settled-threads > summary { min-block-size: 44px; align-content: center; cursor: pointer; color: var(--_link); font-size: 0.875em; }
  .chosen { color: var(--_accent-ink); }

  .bar { display: grid; gap: var(--_space); padding: calc(1.5 * var(--_space)) calc(2 * var(--_space)); padding-block-end: max(calc(1.5 * var(--_space)), env(safe-area-inset-bottom)); border-block-start: var(--_border-width) solid var(--_border); }
  .bar.two { display: flex; flex-wrap: wrap; }
  .bar.two > button { flex: 1 1 9em; }
  @container viewer (min-width: 700px) {
    .bar.two { justify-content: end; }
    .bar.two > button { flex: 0 0 auto; }
    .bar > .write, .bar > p { inline-size: min(40em, 100%); justify-self: end; }
  }
  /* One column that a thumb scrolls. */
  @container viewer (max-width: 699px) {
    .body { display: block; overflow-y: auto; overscroll-behavior: contain; }
    .look { overflow: auto hidden; padding: var(--_space); }
    .ask { padding: calc(1.5 * var(--_space)) calc(2 * var(--_space)); border: 0; }
    .side { overflow: visible; border: 0; border-block-start: var(--_border-width) solid var(--_border); }
    .take > span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .take { padding-inline: 0; inline-size: var(--_control-height); }
    .viewer-head { padding-inline: calc(1.5 * var(--_space)) var(--_space); gap: 0; }
  }
  @media (max-width: 599px) {
    dialog.viewer { inline-size: 100vi; block-size: 100dvb; border: 0; border-radius: 0; }
  }
  @media (forced-colors: active) {
    .pin::before, .pin-link::before { background: ButtonFace; border: 2px solid ButtonText; }
    .pin, .pin-link { color: ButtonText; }
  }
`;
