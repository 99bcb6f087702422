/** What the owner pastes. Free of zod: pages import it. */
export type SnippetElement = 'bookings' | 'login';

/** In pixels, at the usual size of text: kept free from the start, so the page does not jump when the element arrives. */
export const reservedHeights: Readonly<Record<SnippetElement, number>> = { bookings: 600, login: 440 };
const fallbacks: Readonly<Record<SnippetElement, string>> = { bookings: 'Book online', login: 'Sign in' };

export interface SnippetPlace {
  readonly scriptUrl: string;
  readonly key: string;
  readonly hostedUrl: string;
  /** Of exactly this script: a browser that finds another one does not run it. */
  readonly integrity?: string | undefined;
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

/** One script for all tags. */
export const snippetOf = (place: SnippetPlace, tags: readonly SnippetTag[]): string => [scriptLine(place), ...tags.map((tag) => elementLines(place, tag))].join('\n');
