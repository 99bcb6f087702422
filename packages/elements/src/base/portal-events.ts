/**
 * What elements tell the page: the detail of every event, by its name. Each slice adds its own. Facts are named in the
 * past tense; `portal-before-…` comes first, and `preventDefault()` keeps it from happening. Details carry ids and
 * instants, never personal data: tag managers listen to everything.
 */
export interface PortalEventDetails {
  'portal-ready': ReadyDetail;
  'portal-error': ErrorDetail;
}

/** What is needed is on the screen. */
export interface ReadyDetail {
  readonly business: string;
}

/** Something failed; the person at the screen has been told. */
export interface ErrorDetail {
  /** Stable, for programs: `unreachable`, `origin_not_allowed`, `internal` … */
  readonly code: string;
  /** A sentence, for people. */
  readonly message: string;
}

export type PortalEventName = keyof PortalEventDetails;

export type PortalEvent<Name extends PortalEventName> = CustomEvent<Readonly<PortalEventDetails[Name]>>;

export type PortalEventMap = { [Name in PortalEventName]: PortalEvent<Name> };

/** Nothing to tell but the fact. */
export type NoDetail = Readonly<Record<never, never>>;

/** Answers false when a listener prevented it. */
export type Emit = <Name extends PortalEventName>(name: Name, detail: PortalEventDetails[Name]) => boolean;

/** `window.portal`: the one name that the loader leaves on the page. */
export interface Portal {
  readonly version: string;
  /** Listens on the whole page, to what is prevented too; answers how to stop. */
  on<Name extends PortalEventName>(type: Name, listener: (event: PortalEvent<Name>) => void): () => void;
  /** For tag managers, which cannot wait: `(window.portal ||= []).push((portal) => portal.on(…))` works before and after. */
  push(...calls: ((portal: Portal) => void)[]): void;
}

declare global {
  interface GlobalEventHandlersEventMap extends PortalEventMap {}
  var portal: Portal | undefined;
}
