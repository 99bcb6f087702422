import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface OverlayOptions {
  anchor(): HTMLElement | null | undefined;
  /** An element with `popover="manual"`. */
  panel(): HTMLElement | null | undefined;
  /** Somebody pressed Escape or pressed somewhere else. */
  onDismiss(): void;
}

let lastName = 0;

/** Shows a panel in the top layer beside its anchor, above whatever the page does with z-index and overflow. */
export class OverlayController implements ReactiveController {
  isOpen = false;
  readonly #host: ReactiveControllerHost;
  readonly #options: OverlayOptions;
  #stopPlacing: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, options: OverlayOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  open(): void {
    const [anchor, panel] = [this.#options.anchor(), this.#options.panel()];
    if (this.isOpen || !anchor || !panel) return;
    this.isOpen = true;
    panel.showPopover();
    this.#stopPlacing = placeWithAnchor(anchor, panel) ?? placeWithFloating(anchor, panel);
    document.addEventListener('pointerdown', this.#onPointer, true);
    document.addEventListener('keydown', this.#onKey, true);
    this.#host.requestUpdate();
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#stopPlacing?.();
    document.removeEventListener('pointerdown', this.#onPointer, true);
    document.removeEventListener('keydown', this.#onKey, true);
    const panel = this.#options.panel();
    if (panel?.matches(':popover-open')) panel.hidePopover();
    this.#host.requestUpdate();
  }

  readonly #onPointer = (event: PointerEvent): void => {
    const path = event.composedPath();
    const [anchor, panel] = [this.#options.anchor(), this.#options.panel()];
    if ((panel && path.includes(panel)) || (anchor && path.includes(anchor))) return;
    this.#options.onDismiss();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#options.onDismiss();
    this.#options.anchor()?.focus();
  };
}

/** The browser's own anchoring: exact under transforms and zoom, and nothing to fetch. */
function placeWithAnchor(anchor: HTMLElement, panel: HTMLElement): (() => void) | undefined {
  if (!CSS.supports('position-area', 'block-end span-inline-end')) return undefined;
  const name = `--portal-anchor-${(lastName += 1)}`;
  const placement = {
    'position-anchor': name, 'position-area': 'block-end span-inline-end', 'margin': '4px 0', 'inset': 'auto',
    'position-try-fallbacks': 'flip-block, flip-inline, flip-block flip-inline', 'max-inline-size': 'calc(100vi - 16px)',
  };
  anchor.style.setProperty('anchor-name', name);
  for (const [property, value] of Object.entries(placement)) panel.style.setProperty(property, value);
  const stop = (): void => void anchor.style.removeProperty('anchor-name');
  if (liesBeside(anchor, panel)) return stop;
  stop();
  for (const property of Object.keys(placement)) panel.style.removeProperty(property);
  return undefined;
}

/** Firefox anchors to where the page would have put us without its transform. */
function liesBeside(anchor: HTMLElement, panel: HTMLElement): boolean {
  const [from, box] = [anchor.getBoundingClientRect(), panel.getBoundingClientRect()];
  const gap = Math.min(Math.abs(box.top - from.bottom), Math.abs(from.top - box.bottom));
  return gap < 4 * (panel.currentCSSZoom || 1) + 3 && Math.min(Math.abs(box.left - from.left), Math.abs(box.right - from.right)) < 3;
}

/** Fetched only where the browser cannot anchor, when something opens. */
function placeWithFloating(anchor: HTMLElement, panel: HTMLElement): () => void {
  let stop: (() => void) | undefined;
  let isStopped = false;
  void import('@floating-ui/dom').then(({ autoUpdate, computePosition, flip, offset, shift }) => {
    if (isStopped) return;
    const place = async (): Promise<void> => {
      const middleware = [offset(4), flip(), shift({ padding: 8 })];
      const { x, y } = await computePosition(anchor, panel, { placement: 'bottom-start', strategy: 'fixed', middleware });
      // What the page zooms, it zooms our numbers by as well.
      const zoom = panel.currentCSSZoom || 1;
      for (const [property, value] of Object.entries({ position: 'fixed', inset: 'auto', margin: '0', left: `${x / zoom}px`, top: `${y / zoom}px` })) {
        panel.style.setProperty(property, value);
      }
    };
    stop = autoUpdate(anchor, panel, () => void place());
  }).catch(() => undefined);
  return () => {
    isStopped = true;
    stop?.();
  };
}
