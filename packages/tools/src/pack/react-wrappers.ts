import { camel } from './element-types.ts';
import { elementsOf } from './editor-data.ts';
import type { Manifest } from './manifest.ts';

/** `@portico/elements/react`: components for React 18 and 19, with properties as props and events as `onPortal…`. */
export function reactModule(manifest: Manifest): string {
  const components = elementsOf(manifest).map(({ name, tagName, members, events }) => {
    const props = JSON.stringify(members.map((member) => member.name));
    const listeners = JSON.stringify(Object.fromEntries(events.map((event) => [camel(event.name), event.name])));
    return `export const ${name} = wrap('${tagName}', ${props}, ${listeners}, () => import('./${tagName.replace('portal-', '')}.js'));`;
  });
  return `'use client';\nimport { wrap } from './react-wrap.js';\n\n${components.join('\n')}\n`;
}

export function reactTypes(manifest: Manifest): string {
  const components = elementsOf(manifest).map(({ name, description, members, events }) => {
    const props = members.map((member) => `  /** ${member.description.replaceAll('\n', ' ')} */\n  ${member.name}?: ${member.type.text.replace(' | undefined', '')} | undefined;`).join('\n');
    const listeners = events.map((event) => `  /** ${event.description} */\n  ${camel(event.name)}?: ((event: PortalEvent<'${event.name}'>) => void) | undefined;`).join('\n');
    return `export interface ${name}Props extends Omit<HTMLAttributes<Element>, 'children'> {\n${props}\n${listeners}\n  children?: ReactNode;\n}\n/** ${description.replaceAll('\n', ' ')} */\nexport declare const ${name}: ForwardRefExoticComponent<${name}Props & RefAttributes<${name}Element>>;`;
  });
  const classes = elementsOf(manifest).map(({ name }) => name);
  return `import type { ForwardRefExoticComponent, HTMLAttributes, ReactNode, RefAttributes } from 'react';
import type { PortalEvent } from './base/portal-events.js';
import type { ${classes.map((name) => `${name} as ${name}Element`).join(', ')} } from './elements.js';

${components.join('\n')}
`;
}
