/** What the owner pastes. Free of zod: pages import it. */
export type SnippetElement = 'bookings' | 'documents' | 'invoices' | 'login';

/** In pixels, at the usual size of text: kept free from the start, so the page does not jump when the element arrives. */
export const reservedHeights: Readonly<Record<SnippetElement, number>> = { bookings: 600, documents: 420, invoices: 360, login: 440 };
const fallbacks: Readonly<Record<SnippetElement, string>> = { bookings: 'Book online', documents: 'See your documents', invoices: 'See your invoices', login: 'Sign in' };

export interface SnippetPlace {
  readonly scriptUrl: string;
  readonly key: string;
  readonly hostedUrl: string;
  /** Of exactly this script: a browser that finds another one does not run it. */
  readonly integrity?: string | undefined;
  /** In place of the script: each element's own module, and before it what that starts with. */
  readonly modules?: Readonly<Record<SnippetElement, readonly ScriptFile[]>> | undefined;
}

export interface ScriptFile {
  readonly url: string;
  readonly integrity: string;
}

export interface SnippetTag {
  readonly element: SnippetElement;
  /** `true` for those that stand without a value. */
  readonly attributes?: Readonly<Record<string, string | true>>;
}

const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const written = ([name, value]: readonly [string, string | true]): string => (value === true ? ` ${name}` : ` ${name}="${quoted(value)}"`);

function scriptLine({ scriptUrl, key, integrity }: SnippetPlace): string {
  const pinned = integrity ? ` integrity="${integrity}" crossorigin="anonymous"` : '';
  return `<script async src="${scriptUrl}" data-business="${key}" data-cfasync="false"${pinned}></script>`;
}

function elementLines({ hostedUrl }: SnippetPlace, { element, attributes = {} }: SnippetTag): string {
  const height = reservedHeights[element];
  // As the elements' own text: 16 px, or more where the visitor wants it larger.
  const reserved = `style="display:block;min-height:max(${height}px,${height / 16}rem)"`;
  return `<portal-${element}${Object.entries(attributes).map(written).join('')} ${reserved}>\n  <a href="${hostedUrl}">${fallbacks[element]}</a>\n</portal-${element}>`;
}

/** A module's hash says nothing of what it imports, but a preload's does, and the module then gets what was preloaded. */
function moduleLines(files: readonly ScriptFile[]): string[] {
  const checked = ({ integrity }: ScriptFile): string => `integrity="${integrity}" crossorigin="anonymous"`;
  return files.map((file, index) => (index < files.length - 1
    ? `<link rel="modulepreload" href="${file.url}" ${checked(file)}>`
    : `<script type="module" src="${file.url}" data-cfasync="false" ${checked(file)}></script>`));
}

/** One script for all tags, or a module for each. */
export function snippetOf(place: SnippetPlace, tags: readonly SnippetTag[]): string {
  const { modules, key } = place;
  if (!modules) return [scriptLine(place), ...tags.map((tag) => elementLines(place, tag))].join('\n');
  const lines = [...new Set(tags.flatMap(({ element }) => moduleLines(modules[element])))];
  const isPreload = (line: string): boolean => line.startsWith('<link');
  // All preloads first: a module that starts before would fetch what it imports unchecked.
  return [...lines.filter(isPreload), ...lines.filter((line) => !isPreload(line)),
    ...tags.map((tag) => elementLines(place, { ...tag, attributes: { business: key, ...tag.attributes } }))].join('\n');
}
