import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

export type CssVariables = Readonly<Record<`--${string}`, string | number>>;

/** Sets custom properties through the CSSOM, which a strict `style-src` allows. */
class CssVars extends Directive {
  render(_variables: CssVariables): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [variables]: [CssVariables]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(variables)) style.setProperty(name, String(value));
    return noChange;
  }
}

export const cssVars = directive(CssVars);
