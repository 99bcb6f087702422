import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Takes files that are dropped on its host. What else is dragged over it is the page's affair. */
export class DropController implements ReactiveController {
  isOver = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #isReady: () => boolean;
  readonly #onFiles: (files: readonly File[]) => void;

  constructor(host: ReactiveControllerHost & HTMLElement, isReady: () => boolean, onFiles: (files: readonly File[]) => void) {
    this.#host = host;
    this.#isReady = isReady;
    this.#onFiles = onFiles;
    host.addController(this);
    host.addEventListener('dragenter', this.#over);
    host.addEventListener('dragover', this.#over);
    host.addEventListener('dragleave', (event) => { if (!(event.relatedTarget instanceof Node && host.contains(event.relatedTarget))) this.#become(false); });
    host.addEventListener('drop', this.#dropped);
  }

  hostDisconnected(): void {
    this.isOver = false;
  }

  readonly #over = (event: DragEvent): void => {
    if (!this.#isReady() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.#become(true);
  };

  readonly #dropped = (event: DragEvent): void => {
    if (!this.isOver) return;
    event.preventDefault();
    this.#become(false);
    this.#onFiles([...event.dataTransfer?.files ?? []]);
  };

  #become(isOver: boolean): void {
    if (this.isOver === isOver) return;
    this.isOver = isOver;
    this.#host.requestUpdate();
  }
}
