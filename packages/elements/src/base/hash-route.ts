import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A deep link of a mail: `#portal/bookings/<id>/<token>` has section `bookings` and two parts. */
export interface PortalRoute {
  readonly section: string;
  readonly parts: readonly string[];
}

export function readRoute(hash: string = location.hash): PortalRoute | undefined {
  const [root, section, ...parts] = hash.replace(/^#/, '').split('/').map(decode);
  return root === 'portal' && section ? { section, parts } : undefined;
}

/** What the address is about, to be carried along to another page. */
export const deepLink = (): string => (readRoute() ? location.hash : '');

/** Takes the link out of the address bar: tokens must not stay there, be shared, or be acted on twice. */
export function clearRoute(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** Tells its host about a deep link that is there already or arrives later. */
export class HashRouteController implements ReactiveController {
  route: PortalRoute | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #onRoute: ((route: PortalRoute | undefined) => void) | undefined;

  constructor(host: ReactiveControllerHost, onRoute?: (route: PortalRoute | undefined) => void) {
    this.#host = host;
    this.#onRoute = onRoute;
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('hashchange', this.#read);
    this.#read();
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('hashchange', this.#read);
  }

  readonly #read = (): void => {
    this.route = readRoute();
    this.#onRoute?.(this.route);
    this.#host.requestUpdate();
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
