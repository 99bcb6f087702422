import { css } from 'lit';

/**
 * The form lies in the page, so the page's own rules reach it: everything is unset first, with the weight of an id
 * (`:not(#_)`) and of `!important`. The private tokens arrive by inheritance, through the slot.
 */
export const lightFormStyles = css`
  form[data-portal-form]:not(#_), form[data-portal-form]:not(#_) :not(option) { all: unset !important; box-sizing: border-box !important; }
  form[data-portal-form]:not(#_#_) { display: grid !important; gap: calc(2 * var(--_space)) !important; }
  form[data-portal-form]:not(#_#_) .field { display: grid !important; gap: calc(var(--_space) / 2) !important; }
  form[data-portal-form]:not(#_#_) label { font-size: 0.875em !important; font-weight: var(--_font-weight-strong) !important; cursor: default !important; }
  form[data-portal-form]:not(#_#_) p { display: block !important; }
  form[data-portal-form]:not(#_#_) .hint { color: var(--_text-muted) !important; font-size: 0.875em !important; }
  form[data-portal-form]:not(#_#_) .error { color: var(--_danger) !important; font-size: 0.875em !important; }
  form[data-portal-form]:not(#_#_) [hidden] { display: none !important; }

  form[data-portal-form]:not(#_#_) input {
    width: 100% !important; min-height: var(--_control-height) !important; padding: 0.4em calc(1.5 * var(--_space)) !important;
    border: var(--_border-width) solid var(--_input-border) !important; border-radius: var(--_radius-control) !important;
    background: var(--_input-background) !important; cursor: text !important; text-align: start !important; unicode-bidi: plaintext !important;
    -webkit-text-fill-color: currentcolor !important;
  }
  form[data-portal-form]:not(#_#_) input:autofill { box-shadow: inset 0 0 0 9em var(--_surface-raised) !important; }
  form[data-portal-form]:not(#_#_) input[inputmode='numeric'] {
    max-width: 11em !important; font-size: 1.375em !important; font-variant-numeric: tabular-nums !important; letter-spacing: 0.3em !important;
  }
  form[data-portal-form]:not(#_#_) input[readonly] { border-color: transparent !important; padding-inline: 0 !important; cursor: default !important; }
  form[data-portal-form]:not(#_#_) input[aria-invalid='true'] { border-color: var(--_danger) !important; }
  form[data-portal-form]:not(#_#_) input:focus-visible { outline: 2px solid var(--_focus) !important; border-color: var(--_focus) !important; }

  form[data-portal-form]:not(#_#_) button {
    display: flex !important; align-items: center !important; justify-content: center !important; width: 100% !important;
    min-height: var(--_control-height) !important; padding: 0.4em calc(2 * var(--_space)) !important; text-align: center !important;
    border: var(--_border-width) solid transparent !important; border-radius: var(--_radius-control) !important;
    background: var(--_accent) !important; color: var(--_on-accent) !important; font-weight: var(--_font-weight-strong) !important;
    cursor: pointer !important; touch-action: manipulation !important;
    transition: background-color var(--_duration) ease-out !important;
  }
  form[data-portal-form]:not(#_#_) button:hover { background: var(--_accent-strong) !important; }
  form[data-portal-form]:not(#_#_) button:active { opacity: 0.75 !important; }
  form[data-portal-form]:not(#_#_) button[aria-busy='true'] { cursor: progress !important; }
  form[data-portal-form]:not(#_#_) button[aria-busy='true']::before {
    content: '' !important; inline-size: 1em !important; block-size: 1em !important; margin-inline-end: 0.6em !important;
    border: 2px solid currentcolor !important; border-inline-end-color: transparent !important; border-radius: 50% !important;
    box-sizing: border-box !important; animation: portal-turn 0.8s linear infinite !important;
  }
  @keyframes portal-turn { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) {
    form[data-portal-form]:not(#_#_) button[aria-busy='true']::before { animation: none !important; }
  }
  form[data-portal-form]:not(#_#_) button:focus-visible { outline: 2px solid var(--_focus) !important; outline-offset: 2px !important; }
  @media (forced-colors: active) {
    form[data-portal-form]:not(#_#_) button { border-color: ButtonBorder !important; }
  }
`;
