import { css } from 'lit';

/**
 * Controls and small type that all elements share: `button` with `primary`, `secondary`, `quiet`, `plain` or `danger`;
 * `.field` with `.label`, an input, `.hint` and `.error`; `.strong`, `.heading`, `.eyebrow`, `.sentence`,
 * `.figures`, `.icon`, `.unseen`, `.link`; `.trouble` beside what is stale, `.progress` in what is busy.
 */
export const controls = css`
  p, ul, ol, dl, dd, fieldset, legend, figure { margin: 0; padding: 0; border: 0; min-width: 0; }
  ul, ol { list-style: none; }

  .strong { font-weight: var(--_font-weight-strong); }
  .heading {
    font-family: var(--_font-family-heading); font-size: 1.375em; font-weight: var(--_font-weight-strong);
    line-height: 1.25; text-wrap: balance;
  }
  .hint { color: var(--_text-muted); font-size: 0.875em; }
  .sentence { max-inline-size: 36em; }
  .eyebrow { color: var(--_text-muted); font-size: 0.875em; }
  .trouble { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--_space); font-size: 0.875em; }
  .icon {
    flex: none; inline-size: 1.25em; block-size: 1.25em; fill: none; stroke: currentColor; stroke-width: 1.5;
    stroke-linecap: round; stroke-linejoin: round;
  }
  .figures { font-variant-numeric: tabular-nums; }
  .unseen {
    position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap;
  }

  button, input, textarea { font: inherit; letter-spacing: inherit; color: inherit; }

  button, .button {
    display: inline-flex; align-items: center; justify-content: center; gap: var(--_space);
    min-height: var(--_control-height); margin: 0; padding: 0.4em calc(2 * var(--_space));
    border: var(--_border-width) solid transparent; border-radius: var(--_radius-control);
    background: none; text-align: center; text-decoration: none; cursor: pointer; touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
    transition: background-color var(--_duration) ease-out, border-color var(--_duration) ease-out, opacity var(--_duration) ease-out;
  }
  .primary { background: var(--_accent); color: var(--_on-accent); font-weight: var(--_font-weight-strong); }
  .primary:hover { background: var(--_accent-strong); }
  .secondary { border-color: var(--_input-border); }
  .secondary:hover { background: var(--_fill); }
  .danger { border-color: var(--_danger); color: var(--_danger); }
  .danger:hover { background: var(--_danger-tint); }
  .quiet:hover { background: var(--_fill); }
  /* Looks like a link in a sentence, keeps the height that a thumb needs. */
  .plain { justify-content: flex-start; padding-inline: 0; border-width: 0; color: var(--_link); text-align: start; }
  .plain:hover, .link:hover { text-decoration: underline; text-underline-offset: 0.2em; }
  .link { color: var(--_link); text-decoration: underline; text-underline-offset: 0.2em; }
  button:disabled, button[aria-disabled='true'] { cursor: default; opacity: 0.55; }
  button:active:not(:disabled, [aria-disabled='true']), .button:active { opacity: 0.7; }
  button[aria-busy='true'] { cursor: progress; opacity: 1; }

  .progress { inline-size: 1em; block-size: 1em; border: 2px solid currentColor; border-inline-end-color: transparent; border-radius: 50%; animation: turn 0.8s linear infinite; }
  @keyframes turn { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) {
    .progress { animation: none; }
  }

  :focus { outline: none; }
  :focus-visible { outline: 2px solid var(--_focus); outline-offset: 2px; }

  .field { display: grid; gap: calc(var(--_space) / 2); }
  .label { font-size: 0.875em; font-weight: var(--_font-weight-strong); }
  input, textarea {
    width: 100%; min-height: var(--_control-height); margin: 0; padding: 0.4em calc(1.5 * var(--_space));
    border: var(--_border-width) solid var(--_input-border); border-radius: var(--_radius-control);
    background: var(--_input-background); appearance: none; unicode-bidi: plaintext;
  }
  textarea { min-height: 5.5em; padding-block: 0.6em; resize: vertical; }
  input:focus-visible, textarea:focus-visible { outline-offset: 0; border-color: var(--_focus); }
  [aria-invalid='true'] { border-color: var(--_danger); }
  ::placeholder { color: var(--_text-muted); opacity: 1; }
  .error { color: var(--_danger); font-size: 0.875em; }

  dialog::backdrop { background: var(--_backdrop); }

  /* What is on its way: the same shape, and only for those who would otherwise wonder. */
  .skeleton { display: grid; gap: calc(1.5 * var(--_space)); animation: appear var(--_duration) ease-out 150ms backwards; }
  .bone { height: 1em; border-radius: calc(var(--_radius) / 2); background: var(--_fill); }
  .bone:nth-child(3n + 2) { width: 72%; }
  .bone:nth-child(3n) { width: 46%; }
  .bone.tall { height: var(--_control-height); width: 100%; border-radius: var(--_radius-control); }
  @keyframes appear { from { opacity: 0; } }

  @media (forced-colors: active) {
    button, .button { border-color: ButtonBorder; }
    .primary { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    .bone { border: 1px solid GrayText; }
  }
`;
