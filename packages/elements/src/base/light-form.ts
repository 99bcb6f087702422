import { render } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { lightFormStyles } from './light-form.styles.ts';

type FormHost = ReactiveControllerHost & HTMLElement;

const users = new WeakMap<Node, number>();
const alive = new WeakSet<Element>();
let lastId = 0;

/**
 * Keeps a real form among an element's own children, where password managers look: they do not see into shadow roots.
 * It is shown through `<slot name="form">`, from outside of every shadow root that the page itself put around: there a
 * slot of ours leads on to it. The form comes and goes with the element, so that a page that keeps copies
 * of itself (Turbo) never ends up with two.
 */
export class LightForm implements ReactiveController {
  /** Makes ids that no other form on the page has. */
  readonly id = `portal-form-${(lastId += 1)}`;
  readonly #host: FormHost;
  readonly #place: () => HTMLElement;
  readonly #content: () => TemplateResult | undefined;
  readonly #onSubmit: () => void;
  #form: HTMLFormElement | undefined;
  #styled: (Document | ShadowRoot) | undefined;
  /** Those that lead from the element out to the form. */
  #slots: HTMLSlotElement[] = [];

  constructor(host: FormHost, { place = () => host, content, onSubmit }: {
    readonly place?: () => HTMLElement;
    readonly content: () => TemplateResult | undefined;
    readonly onSubmit: () => void;
  }) {
    this.#host = host;
    this.#place = place;
    this.#content = content;
    this.#onSubmit = onSubmit;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    const content = this.#content();
    if (!content) return this.hostDisconnected();
    const form = (this.#form ??= this.#make());
    if (form.parentElement !== outermost(this.#place())) this.#attach(form);
    render(content, form);
  }

  hostDisconnected(): void {
    this.#form?.remove();
    this.#form = undefined;
    this.#removeSlots();
    if (this.#styled) unstyle(this.#styled);
    this.#styled = undefined;
  }

  field(name: string): HTMLInputElement | undefined {
    const field = this.#form?.elements.namedItem(name);
    return field instanceof HTMLInputElement ? field : undefined;
  }

  /** To the first field that is wrong, else to the first. */
  focus(): void {
    const fields = [...this.#form?.querySelectorAll('input') ?? []].filter((input) => input.type !== 'hidden' && !input.readOnly);
    const wrong = fields.find((input) => input.getAttribute('aria-invalid') === 'true');
    (wrong ?? fields[0] ?? this.#form?.querySelector('button'))?.focus();
  }

  #make(): HTMLFormElement {
    const form = document.createElement('form');
    form.noValidate = true;
    form.dataset['portalForm'] = '';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      // A page that listens to its own forms, or whose form lies around us, must not take this for one of them.
      event.stopPropagation();
      this.#onSubmit();
    });
    return form;
  }

  /** One slot per shadow root on the way; answers where the form then belongs. */
  #wayOut(form: HTMLFormElement): HTMLElement {
    this.#removeSlots();
    let place = this.#place();
    form.slot = 'form';
    for (let root = place.getRootNode(); root instanceof ShadowRoot; root = place.getRootNode()) {
      const slot = Object.assign(document.createElement('slot'), { name: this.id, slot: form.slot });
      slot.dataset['portalForm'] = '';
      place.append(slot);
      this.#slots.push(slot);
      form.slot = this.id;
      place = root.host as HTMLElement;
    }
    return place;
  }

  #removeSlots(): void {
    for (const slot of this.#slots) slot.remove();
    this.#slots = [];
  }

  #attach(form: HTMLFormElement): void {
    const place = this.#wayOut(form);
    // What a copy of the page brought along.
    for (const copy of place.querySelectorAll(':scope > form[data-portal-form]')) if (!alive.has(copy)) copy.remove();
    alive.add(form);
    place.append(form);
    const root = place.getRootNode();
    if (root === this.#styled || !(root instanceof Document || root instanceof ShadowRoot)) return;
    if (this.#styled) unstyle(this.#styled);
    this.#styled = root;
    style(root);
  }
}

function outermost(place: HTMLElement): HTMLElement {
  const root = place.getRootNode();
  return root instanceof ShadowRoot ? outermost(root.host as HTMLElement) : place;
}

/** Only rules about our own form, adopted: no element in the page's head, nothing for a style-src to refuse. */
function style(root: Document | ShadowRoot): void {
  const count = users.get(root) ?? 0;
  users.set(root, count + 1);
  const sheet = lightFormStyles.styleSheet;
  if (count === 0 && sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function unstyle(root: Document | ShadowRoot): void {
  const count = (users.get(root) ?? 1) - 1;
  users.set(root, count);
  if (count === 0) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== lightFormStyles.styleSheet);
}
