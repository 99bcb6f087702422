import { html, nothing, type TemplateResult } from 'lit';
import { keepTyping } from './keep-typing.ts';
import { minuteFrom, minuteText } from './typed-text.ts';

export interface TimeField {
  /** Undefined: not chosen yet. */
  readonly minute: number | undefined;
  readonly label: string;
  readonly isInvalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly onChange: (minute: number) => void;
}

const step = 15;

/** A time that is typed (`9`, `9:30`, `2pm`) or stepped with the arrow keys. */
export function timeField({ minute, label, isInvalid, describedBy, onChange }: TimeField): TemplateResult {
  const settle = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const typed = minuteFrom(input.value);
    const shown = typed ?? minute;
    input.value = shown === undefined ? '' : minuteText(shown);
    if (typed !== undefined && typed !== minute) onChange(typed);
  };
  const stepTime = (event: KeyboardEvent): void => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!direction) return;
    event.preventDefault();
    onChange(Math.min(1440, Math.max(0, Math.round(((minute ?? 540 - direction * step) + direction * step) / step) * step)));
  };
  return html`<input class="time" type="text" inputmode="numeric" autocomplete="off" maxlength="8" aria-label=${label} .value=${keepTyping(minute === undefined ? '' : minuteText(minute))}
    placeholder="09:00"
    aria-invalid=${isInvalid ? 'true' : nothing} aria-describedby=${describedBy ?? nothing} @change=${settle} @keydown=${stepTime}
    @focus=${(event: Event) => (event.target as HTMLInputElement).select()}>`;
}
