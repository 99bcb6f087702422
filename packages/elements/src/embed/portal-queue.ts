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
  const early = Array.isArray(page.portal) ? page.portal as PortalCall[] : undefined;
  if (!early && Object.hasOwn(page, 'portal')) return;
  Object.assign(page, { portal });
  portal.push(...early ?? []);
}
