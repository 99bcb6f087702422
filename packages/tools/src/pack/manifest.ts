import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { publicTokens } from '../../../elements/src/playground/token-list.ts';

export interface Described {
  readonly name: string;
  readonly description: string;
}
export interface Attribute extends Described {
  readonly fieldName: string;
  readonly type: { readonly text: string };
  readonly default?: string;
}
export interface Event extends Described {
  readonly type: { readonly text: string };
}
export interface CssProperty extends Described {
  readonly default: string;
  readonly syntax: string;
}
export interface ElementDeclaration extends Described {
  readonly kind: 'class';
  readonly customElement: true;
  readonly tagName: string;
  readonly attributes: readonly Attribute[];
  readonly members: readonly (Described & { readonly kind: 'field'; readonly attribute: string; readonly type: { readonly text: string } })[];
  readonly events: readonly Event[];
  readonly cssParts: readonly Described[];
  readonly cssStates: readonly Described[];
  readonly cssProperties: readonly CssProperty[];
}
export interface Manifest {
  readonly schemaVersion: '1.0.0';
  readonly readme: string;
  readonly modules: readonly { readonly kind: 'javascript-module'; readonly path: string; readonly declarations: readonly ElementDeclaration[]; readonly exports: readonly object[] }[];
}

const syntaxes = { colour: '<color>', font: '<family-name>#', length: '<length>', number: '<number>', shadow: '<shadow>#', time: '<time>' };

/** What the sources say of the public elements: their doc comments, properties and tokens. */
export function elementsManifest(root: string): Manifest {
  const folder = join(root, 'packages/elements');
  const files = globSync('src/**/*.ts', { cwd: folder, exclude: ['src/**/*.test.ts', 'src/test-support/**'] }).sort();
  const modules = files.map((file) => ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.ES2022, true));
  const found = create({ modules, plugins: litPlugin(), context: { dev: false } }).modules;
  return {
    schemaVersion: '1.0.0', readme: 'README.md',
    modules: found.flatMap(({ declarations = [] }) => {
      const elements = declarations.flatMap((declaration) => (declaration.tagName ? [publicSide(declaration)] : []));
      if (elements.length === 0) return [];
      // The path is the one in the published package.
      const module = `${elements[0]?.tagName.replace('portal-', '') ?? ''}.js`;
      return [{ kind: 'javascript-module' as const, path: module, declarations: elements, exports: exportsOf(elements, module) }];
    }),
  };
}

type Found = ReturnType<typeof create>['modules'][number]['declarations'][number];

/** Without what is private, and without what nobody described: that is no promise. */
function publicSide({ name, tagName = '', description = '', attributes = [], events = [], cssParts = [], cssStates = [] }: Found): ElementDeclaration {
  const own = attributes.filter((attribute) => attribute.description && attribute.fieldName)
    .map(({ name: attribute, description: about = '', fieldName = '', type, default: standard }) => ({
      name: attribute, description: about, fieldName, type: { text: type?.text.replace(' | undefined', '') ?? 'string' }, ...(standard !== undefined && { default: standard }),
    }));
  return {
    kind: 'class', customElement: true, name, tagName, description,
    attributes: own,
    members: own.map(({ name: attribute, description: about, fieldName, type }) => ({ kind: 'field', name: fieldName, attribute, description: about, type: { text: `${type.text}${type.text === 'boolean' || type.text === 'number' ? '' : ' | undefined'}` } })),
    events: events.map(({ name: event, description: about = '' }) => ({ name: event, description: about, type: { text: `PortalEvent<'${event}'>` } })),
    cssParts: cssParts.map(({ name: part, description: about = '' }) => ({ name: part, description: about })),
    cssStates: cssStates.map(({ name: state, description: about = '' }) => ({ name: state, description: about })),
    cssProperties: publicTokens.map(({ name: property, about, default: standard, kind }) => ({ name: property, description: about, default: standard, syntax: syntaxes[kind] })),
  };
}

const exportsOf = (elements: readonly ElementDeclaration[], module: string): object[] => elements.flatMap(({ name, tagName }) => [
  { kind: 'js', name, declaration: { name, module } },
  { kind: 'custom-element-definition', name: tagName, declaration: { name, module } },
]);
