/** Addresses are `#/screen/argument/…`: links in mails lead here, and no server rule is needed for them. */
export interface Place {
  readonly screen: string;
  readonly rest: readonly string[];
}

const listeners = new Set<() => void>();

export function placeNow(): Place {
  const [screen = '', ...rest] = location.hash.replace(/^#\/?/, '').split('/').map(decode);
  return { screen, rest };
}

export function go(address: string, { replace = false } = {}): void {
  if (location.hash === address) return;
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  announce();
}

export function onPlace(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

export function watchAddress(): () => void {
  const controller = new AbortController();
  addEventListener('hashchange', announce, { signal: controller.signal });
  addEventListener('popstate', announce, { signal: controller.signal });
  return () => controller.abort();
}

function announce(): void {
  for (const listener of listeners) listener();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
