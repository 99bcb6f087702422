import type { Token } from './token-list.ts';

/** A token that most owners want to change, as something to drag or to choose. */
export type Control =
  | { readonly kind: 'colour'; readonly token: Token['name']; readonly label: string; readonly first: string }
  | { readonly kind: 'range'; readonly token: Token['name']; readonly label: string; readonly first: number; readonly least: number; readonly most: number; readonly unit: string; readonly step?: number }
  | { readonly kind: 'choice'; readonly token: Token['name']; readonly label: string; readonly choices: readonly (readonly [value: string, name: string])[] };

export const mainControls: readonly Control[] = [
  { kind: 'colour', token: '--portal-color-accent', label: 'Accent', first: '#2f5bea' },
  { kind: 'range', token: '--portal-radius', label: 'Corners', first: 8, least: 0, most: 24, unit: 'px' },
  { kind: 'range', token: '--portal-space', label: 'Spacing', first: 8, least: 4, most: 14, unit: 'px' },
  { kind: 'range', token: '--portal-font-size', label: 'Text size', first: 16, least: 14, most: 22, unit: 'px' },
  { kind: 'choice', token: '--portal-font-family', label: 'Text', choices: [['', 'The page’s own'], ['system-ui, sans-serif', 'Sans-serif'], ['Georgia, serif', 'Serif'], ['ui-monospace, monospace', 'Monospaced']] },
  { kind: 'range', token: '--portal-border-width', label: 'Lines', first: 1, least: 0, most: 3, unit: 'px' },
];

export const pages = [
  { key: 'light', name: 'Light page' },
  { key: 'dark', name: 'Dark page' },
  { key: 'narrow', name: 'Narrow column' },
] as const;
export type PageKey = (typeof pages)[number]['key'];

export const elements = [{ key: 'bookings', name: 'Booking' }, { key: 'login', name: 'Sign-in' }] as const;
export type ElementKey = (typeof elements)[number]['key'];

export type Tokens = Readonly<Record<string, string>>;

/** The rule for the page's own stylesheet: only what was changed. */
export function cssOf(tag: string, tokens: Tokens): string {
  const lines = Object.entries(tokens).filter(([, value]) => value !== '').map(([name, value]) => `  ${name}: ${value};`);
  return lines.length === 0 ? '' : `${tag} {\n${lines.join('\n')}\n}`;
}

/** Nothing that could end the declaration: it is pasted into somebody's stylesheet. */
export const cleanValue = (text: string): string => text.replaceAll(/[;{}<>]/g, '').trim();
