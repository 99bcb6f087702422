/** What the loader's own tag says. */
export interface OwnScript {
  /** Where the loader came from; nothing where an optimizer has left no trace of it. */
  readonly address: URL | '' | undefined;
  readonly business: string | undefined;
  readonly apiUrl: string | undefined;
}

const isOurs = (address: string | undefined): boolean => /\/portal(\.all)?\.js/.test(address as string);

/**
 * Reads our own tag. Optimizers run scripts late, from a bundle, from inside the page or from another attribute
 * (`data-src`), so `currentScript` may be missing, empty or somebody else's; then the tag is found by what it says.
 */
export function ownScript(): OwnScript {
  const current = document.currentScript as HTMLScriptElement | null;
  const marked = document.querySelector<HTMLScriptElement>('script[data-business]');
  const script = current && (isOurs(current.src) || current.dataset['business']) ? current : marked;
  const told = { ...marked?.dataset, ...script?.dataset };
  const { business, apiUrl } = told;
  const address = script?.src || Object.values(told).find(isOurs) || (apiUrl && `${apiUrl}/v1/`);
  return { address: address && new URL(address, document.baseURI), business, apiUrl };
}
