import { elementsOf } from './editor-data.ts';
import type { ElementDeclaration, Manifest } from './manifest.ts';

const comment = (text: string, indent = ''): string => `${indent}/** ${text.replaceAll('\n', ' ')} */`;
export const camel = (event: string): string => `on${event.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
const slices = `import './base/portal-events.js';\nimport './bookings/bookings-events.js';\nimport './documents/documents-events.js';\nimport './invoices/invoices-events.js';\nimport './auth/auth-events.js';\n`;

function classOf({ name, description, members }: ElementDeclaration): string {
  const fields = members.map((member) => `${comment(member.description, '  ')}\n  ${member.name}: ${member.type.text};`);
  return `${comment(description)}\nexport declare class ${name} extends HTMLElement {\n${fields.join('\n')}\n  /** The language that the element is in. */\n  readonly locale: string;\n}`;
}

/** Classes, and the tags by which the DOM's own types know them. */
export function elementTypes(manifest: Manifest): string {
  const elements = elementsOf(manifest);
  const tags = elements.map(({ name, tagName }) => `    '${tagName}': ${name};`).join('\n');
  return `${slices}\n${elements.map(classOf).join('\n\n')}\n\ndeclare global {\n  interface HTMLElementTagNameMap {\n${tags}\n  }\n}\n\nexport type { Portal, PortalEvent, PortalEventDetails, PortalEventMap, PortalEventName } from './base/portal-events.js';\n`;
}

const attributesOf = ({ attributes }: ElementDeclaration): string => attributes
  .map(({ name, description, type }) => `${comment(description, '  ')}\n  '${name}'?: ${type.text === 'number' ? 'number | string' : type.text} | undefined;`).join('\n');
const propertiesOf = ({ members, attributes }: ElementDeclaration): string => members.filter(({ name }) => !attributes.some((attribute) => attribute.name === name))
  .map(({ name, type }) => `  ${name}?: ${type.text.replace(' | undefined', '')} | undefined;`).join('\n');

/** One module that teaches React 19, React up to 18, Preact, Solid, Vue and Svelte the tags; import it once, for its types. */
export function jsxTypes(manifest: Manifest): string {
  const elements = elementsOf(manifest);
  const propsOf = (element: ElementDeclaration): string => {
    const events = (prefix: (name: string) => string): string => element.events.map(({ name }) => `  '${prefix(name)}'?: ((event: PortalEvent<'${name}'>) => void) | undefined;`).join('\n');
    return `export interface ${element.name}Attributes {\n${attributesOf(element)}\n${propertiesOf(element)}\n}\n`
      + `/** Listeners as React 19 and Preact write them. */\nexport interface ${element.name}Listeners {\n${events((name) => `on${name}`)}\n}\n`
      + `/** Listeners as Solid and Svelte write them. */\nexport interface ${element.name}ColonListeners {\n${events((name) => `on:${name}`)}\n}`;
  };
  const tags = (value: (name: string) => string): string => elements.map(({ name, tagName }) => `    '${tagName}': ${value(name)};`).join('\n');
  const common = `{ id?: string; class?: string; className?: string; style?: string | Record<string, string | number>; lang?: string; dir?: string; slot?: string; key?: string | number | null; ref?: unknown; children?: unknown }`;
  return `${slices}import type { PortalEvent } from './base/portal-events.js';\n\n${elements.map(propsOf).join('\n')}

type Common = ${common};
interface JsxElements {
${tags((name) => `Common & ${name}Attributes & ${name}Listeners`)}
}
interface ColonElements {
${tags((name) => `Common & ${name}Attributes & ${name}ColonListeners`)}
}

/* React up to 18. */
declare global {
  namespace JSX {
    interface IntrinsicElements extends JsxElements {}
  }
  namespace svelteHTML {
    interface IntrinsicElements extends ColonElements {}
  }
}
/* React 19. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends JsxElements {}
  }
}
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends JsxElements {}
  }
}
declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends ColonElements {}
  }
}
declare module 'vue' {
  interface GlobalComponents {
${tags((name) => `new () => { $props: ${name}Attributes & Common }`)}
  }
}
`;
}
