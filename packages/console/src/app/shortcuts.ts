import { html } from 'lit';
import { openSheet } from '../ui/sheet.ts';
import { go } from './router.ts';

interface Commands {
  search(): void;
  book(): void;
}

const keys: readonly (readonly [key: string, does: string])[] = [
  ['/', 'Search clients'], ['N', 'Book for a client'], ['T', 'Today'], ['C', 'Calendar'], ['L', 'Clients'], ['I', 'Invoices'], ['S', 'Settings'], ['?', 'This list'],
  ['Esc', 'Close what is open'], ['↑ ↓', 'In the calendar, with a booking selected: move it in time'], ['← →', 'Move it to the next column'], ['Shift ↑ ↓', 'With blocked time selected: end it sooner or later'], ['Enter', 'Open it, or confirm the move'],
];

/** Single letters, never while somebody types. */
export function watchShortcuts(commands: Commands): () => void {
  const run: Readonly<Record<string, () => void>> = {
    '/': () => commands.search(), n: () => commands.book(), '?': showKeys,
    t: () => go('#/today'), c: () => go('#/calendar'), l: () => go('#/clients'), i: () => go('#/invoices'), s: () => go('#/settings'),
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    const command = run[event.key.toLowerCase()];
    if (!command) return;
    event.preventDefault();
    command();
  };
  addEventListener('keydown', pressed);
  return () => removeEventListener('keydown', pressed);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.getAttribute('role') === 'combobox');
}

function showKeys(): void {
  openSheet({
    name: 'keys', title: 'Keys',
    body: html`<dl class="keys">${keys.map(([key, does]) => html`<div><dt>${key.split(' ').map((part) => html`<kbd>${part}</kbd>`)}</dt><dd>${does}</dd></div>`)}</dl>`,
  });
}
