/** What the loader leaves on the page for the elements. Free of lit: the loader imports it too. */
export interface LoaderConfig {
  readonly version: string;
  readonly business: string | undefined;
  readonly apiUrl: string;
  /** Answers that were asked for before this code had arrived, by address. Whoever uses one removes it. */
  readonly early: Map<string, Promise<Response>>;
  /** What was said already about other loaders on the page: nothing is said twice. */
  readonly met: Set<string>;
}

/** The same symbol in every copy of the code, so that the first loader on a page wins. */
export const loaderKey: unique symbol = Symbol.for('portico.v1') as never;

export function loaderConfig(): LoaderConfig | undefined {
  return (globalThis as { [loaderKey]?: LoaderConfig })[loaderKey];
}
