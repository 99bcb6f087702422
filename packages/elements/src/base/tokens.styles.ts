import { css } from 'lit';

/**
 * The public tokens (`--portal-*`), each read once into a private `--_*` with its default. Elements use only `--_*`.
 * Private ones beyond the public: `--_accent-ink`, `--_accent-strong`, `--_accent-tint`, `--_danger-tint`,
 * `--_success-tint`, `--_warning-tint`, `--_fill` (a quiet fill of the text's own colour).
 */
export const tokens = css`
  :host {
    display: block;
    box-sizing: border-box;
    max-width: var(--portal-max-width, none);
    min-height: var(--portal-min-height, 0);
  }
  :host([hidden]) { display: none !important; }
  /* A container query hides how wide we want to be; where the page asks (a dialog, a float), these say: up to 40em, and no less than fits. */
  :host::before {
    content: '. . . . . . . . .'; display: block; height: 0; overflow: hidden; font-size: 16px; word-spacing: 4.5em; visibility: hidden;
  }

  /* Whatever the page does to its own elements stops here, except what a guest takes over from its host. */
  .root {
    all: initial;
    display: block;
    box-sizing: border-box;
    container-type: inline-size;
    color: var(--portal-color-text, inherit);
    font-family: var(--portal-font-family, inherit);
    font-size: var(--portal-font-size, max(16px, 1rem));
    line-height: var(--portal-line-height, 1.5);
    background: var(--portal-color-surface, transparent);
    overflow-wrap: break-word;
    -webkit-font-smoothing: inherit;
    /* Nobody sees them: surface.ts reads them, for only the browser can follow var() and color-mix(). */
    border-color: var(--_accent) var(--_danger-base) var(--_success-base) var(--_warning-base);

    --_accent: var(--portal-color-accent, var(--_brand, #2f5bea));
    --_on-accent: var(--portal-color-on-accent, var(--_computed-on-accent, #fff));
    --_accent-ink: var(--_accent);
    --_accent-strong: color-mix(in oklab, var(--_accent) 88%, var(--_away, #000));
    --_accent-tint: color-mix(in oklab, var(--_accent) 12%, transparent);
    --_text: currentColor;
    --_text-muted: var(--portal-color-text-muted, color-mix(in oklab, currentColor 85%, transparent));
    --_link: var(--portal-color-link, var(--_accent-ink));
    --_surface: var(--portal-color-surface, transparent);
    --_surface-raised: var(--portal-color-surface-raised, var(--_page, Canvas));
    --_border: var(--portal-color-border, color-mix(in oklab, currentColor 18%, transparent));
    --_fill: color-mix(in oklab, currentColor 6%, transparent);
    --_danger-base: var(--portal-color-danger, #c62828);
    --_danger-ink: var(--_danger-base);
    --_danger: var(--portal-color-danger, var(--_danger-ink));
    --_danger-tint: color-mix(in oklab, var(--_danger) 10%, transparent);
    --_success-base: var(--portal-color-success, #1b7f3b);
    --_success-ink: var(--_success-base);
    --_success: var(--portal-color-success, var(--_success-ink));
    --_success-tint: color-mix(in oklab, var(--_success) 12%, transparent);
    --_warning-base: var(--portal-color-warning, #a15c00);
    --_warning-ink: var(--_warning-base);
    --_warning: var(--portal-color-warning, var(--_warning-ink));
    --_warning-tint: color-mix(in oklab, var(--_warning) 12%, transparent);
    --_focus: var(--portal-color-focus, var(--_accent-ink));
    --_backdrop: var(--portal-color-backdrop, rgb(0 0 0 / 0.45));
    --_input-background: var(--portal-input-background, transparent);
    --_input-border: var(--portal-input-border, color-mix(in oklab, currentColor 68%, transparent));
    --_font-family-heading: var(--portal-font-family-heading, inherit);
    --_font-weight-strong: var(--portal-font-weight-strong, 600);
    --_radius: var(--portal-radius, 8px);
    --_radius-control: var(--portal-radius-control, var(--_radius));
    --_border-width: var(--portal-border-width, 1px);
    --_shadow: var(--portal-shadow, 0 8px 28px rgb(0 0 0 / 0.16));
    --_space: var(--portal-space, 8px);
    --_control-height: var(--portal-control-height, max(2.75em, 44px));
    --_duration: var(--portal-duration, 150ms);
  }
  :host([theme='light']) .root { color-scheme: light; --_page: #fff; color: var(--portal-color-text, #1d1d1f); }
  :host([theme='dark']) .root { color-scheme: dark; --_page: #1c1c1e; color: var(--portal-color-text, #f2f2f3); }

  .root *, .root *::before, .root *::after { box-sizing: border-box; }

  @media (prefers-reduced-motion: reduce) {
    .root { --_duration: 0ms; }
  }
  @media (prefers-contrast: more) {
    .root { --_border: currentColor; --_input-border: currentColor; --_text-muted: currentColor; }
  }
`;
