import type { Portal, PortalEvent, PortalEventName } from '../base/portal-events.ts';
import { version } from './version.ts';

type PortalCall = (portal: Portal) => void;

const portal: Portal = Object.freeze<Portal>({
  version,
  on<Name extends PortalEventName>(type: Name, listener: (event: PortalEvent<Name>) => void) {
    document.addEventListener(type, listener as EventListener);
    return () => document.removeEventListener(type, listener as EventListener);
  },
  push(...calls: PortalCall[]) {
    // A mistake in the page's own function is reported as such, and keeps nothing of ours from starting.
    for (const call of calls) queueMicrotask(() => call(portal));
  },
});

/** Takes over what was pushed before. A page that has a `portal` of its own keeps it. */
export function openQueue(): void {
  const page = globalThis as { portal?: unknown };
  // An element of that name is none of its own.
  const early = Object.hasOwn(page, 'portal') ? page.portal as PortalCall[] : [];
  if (!Array.isArray(early)) return;
  page.portal = portal;
  portal.push(...early);
}
