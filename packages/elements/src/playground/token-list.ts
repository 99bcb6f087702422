/** The public tokens: what a page may set on an element or anywhere above it. Read by tools; pages never fetch it. */
export interface Token {
  readonly name: `--portal-${string}`;
  readonly kind: 'colour' | 'font' | 'length' | 'number' | 'shadow' | 'time';
  /** What it is where nobody sets it. */
  readonly default: string;
  readonly about: string;
}

const token = (name: string, kind: Token['kind'], standard: string, about: string): Token => ({ name: `--portal-${name}`, kind, default: standard, about });

export const publicTokens: readonly Token[] = [
  token('color-accent', 'colour', '#2f5bea', 'The one next action and what is selected; else the colour set in the console.'),
  token('color-on-accent', 'colour', 'computed', 'Text on the accent; black or white, whichever reads better.'),
  token('color-text', 'colour', 'currentColor', "Text; the page's own unless set."),
  token('color-text-muted', 'colour', 'currentColor at 85 %', 'Quiet text. Less than 85 % fails WCAG on many pages.'),
  token('color-link', 'colour', 'accent', 'Links, adjusted to be readable on the page.'),
  token('color-surface', 'colour', 'transparent', 'Behind the whole element.'),
  token('color-surface-raised', 'colour', "the page's background", 'Behind what floats: lists, dialogs.'),
  token('color-border', 'colour', 'currentColor at 18 %', 'Hairlines between groups.'),
  token('color-danger', 'colour', '#c62828', 'What went wrong, and what cannot be undone.'),
  token('color-success', 'colour', '#1b7f3b', 'What went well, and what is free.'),
  token('color-warning', 'colour', '#a15c00', 'What needs attention.'),
  token('color-focus', 'colour', 'accent', 'The ring around what has the focus.'),
  token('color-backdrop', 'colour', 'rgb(0 0 0 / 0.45)', 'Over the page, behind a dialog.'),
  token('input-background', 'colour', 'transparent', 'Inside fields.'),
  token('input-border', 'colour', 'currentColor at 68 %', 'Around fields. Less than 68 % fails WCAG on many pages.'),
  token('font-family', 'font', 'inherit', "Text; the page's own unless set."),
  token('font-family-heading', 'font', 'font-family', 'Headings.'),
  token('font-size', 'length', 'max(16px, 1rem)', 'The size that all others follow.'),
  token('font-weight-strong', 'number', '600', 'Headings, buttons, what is chosen.'),
  token('line-height', 'number', '1.5', 'Of running text.'),
  token('radius', 'length', '8px', 'Corners; 0 to 24 px.'),
  token('radius-control', 'length', 'radius', 'Corners of buttons, fields, days and times.'),
  token('border-width', 'length', '1px', 'Hairlines and fields.'),
  token('shadow', 'shadow', '0 8px 28px rgb(0 0 0 / 0.16)', 'Under what floats.'),
  token('space', 'length', '8px', 'Every distance is a multiple of it; 4 to 14 px.'),
  token('control-height', 'length', 'max(2.75em, 44px)', 'Buttons and fields.'),
  token('max-width', 'length', 'none', 'Of the element.'),
  token('min-height', 'length', '0', 'Of the element; the snippet reserves it inline.'),
  token('duration', 'time', '150ms', 'Of transitions; 0 where people prefer less motion.'),
];
