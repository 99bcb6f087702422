import { noChange } from 'lit';
import { Directive, directive, type PropertyPart } from 'lit/directive.js';

/** The value of a field that is read only when it is left: a rendering in between does not take away what somebody is typing. */
class KeepTyping extends Directive {
  #last = '';

  render(_value: string): typeof noChange {
    return noChange;
  }

  override update(part: PropertyPart, [value]: [string]): typeof noChange {
    const input = part.element as HTMLInputElement;
    const isTyping = input === document.activeElement && input.value !== this.#last;
    if (isTyping && input.value !== value) return noChange;
    this.#last = value;
    if (input.value !== value) input.value = value;
    return noChange;
  }
}

export const keepTyping = directive(KeepTyping);
