import { html, type TemplateResult } from 'lit';

interface Mark {
  readonly start: number;
  readonly end: number;
}

/** A text with what was found in it marked. */
export function marked(text: string, marks: readonly Mark[]): TemplateResult {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return html`${parts}${text.slice(at)}`;
}
