import type { ElementDeclaration, Manifest } from './manifest.ts';

export const elementsOf = (manifest: Manifest): readonly ElementDeclaration[] => manifest.modules.flatMap(({ declarations }) => declarations);

const choices = (type: string): readonly string[] => [...type.matchAll(/'([^']+)'/g)].map(([, choice]) => choice ?? '');

/** For VS Code's `html.customData`. */
export function htmlData(manifest: Manifest): object {
  return {
    version: 1.1,
    tags: elementsOf(manifest).map(({ tagName, description, attributes, events }) => ({
      name: tagName,
      description: { kind: 'markdown', value: `${description}\n\nEvents:\n${events.map((event) => `- \`${event.name}\`: ${event.description}`).join('\n')}` },
      attributes: attributes.map(({ name, description: about, type }) => ({
        name, description: about,
        ...(choices(type.text).length > 0 && { values: choices(type.text).map((choice) => ({ name: choice })) }),
        ...(type.text === 'boolean' && { valueSet: 'v' }),
      })),
    })),
  };
}

/** For VS Code's `css.customData`. */
export function cssData(manifest: Manifest): object {
  const tokens = new Map(elementsOf(manifest).flatMap(({ cssProperties }) => cssProperties.map((token) => [token.name, token])));
  return {
    version: 1.1,
    properties: [...tokens.values()].map(({ name, description, default: standard, syntax }) => ({ name, description: `${description} Default: ${standard}.`, syntax })),
  };
}

/** For JetBrains' editors. */
export function webTypes(manifest: Manifest, version: string): object {
  return {
    '$schema': 'https://json.schemastore.org/web-types', name: '@portico/elements', version, 'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elementsOf(manifest).map(({ tagName, description, attributes, members, events, cssParts, cssProperties }) => ({
          name: tagName, description,
          attributes: attributes.map(({ name, description: about, type, default: standard }) => ({ name, description: about, value: { type: type.text, ...(standard !== undefined && { default: standard }) } })),
          js: {
            events: events.map(({ name, description: about }) => ({ name, description: about })),
            properties: members.map(({ name, description: about, type }) => ({ name, description: about, type: type.text })),
          },
          css: {
            parts: cssParts.map(({ name, description: about }) => ({ name, description: about })),
            properties: cssProperties.map(({ name, description: about }) => ({ name, description: about })),
          },
        })),
      },
    },
  };
}
