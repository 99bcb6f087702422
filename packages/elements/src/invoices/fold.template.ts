import { html, nothing, type TemplateResult } from 'lit';

export interface Fold {
  readonly name: string;
  readonly label: string;
  readonly content: TemplateResult | typeof nothing | undefined;
  readonly isOpen?: boolean;
  onToggle?(isOpen: boolean): void;
}

/** What is there for who wants it: the platform's own disclosure. */
export function fold({ name, label, content, isOpen = false, onToggle }: Fold): TemplateResult {
  return html`
    <details class="fold" data-fold=${name} ?open=${isOpen} @toggle=${(event: Event) => onToggle?.((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>${label}</summary>
      <div class="folded">${content ?? nothing}</div>
    </details>
  `;
}
