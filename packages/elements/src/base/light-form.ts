import { render } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { lightFormStyles } from './light-form.styles.ts';

type FormHost = ReactiveControllerHost & HTMLElement;

const users = new WeakMap<Node, number>();
let lastId = 0;

/**
 * Keeps a real form among an element's own children, where password managers look: they do not see into shadow roots.
 * It is shown through `<slot name="form">`. The form comes and goes with the element, so that a page that keeps copies
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
    if (form.parentElement !== this.#place()) this.#attach(form);
    render(content, form);
  }

  hostDisconnected(): void {
    this.#form?.remove();
    this.#form = undefined;
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
    form.slot = 'form';
    form.dataset['portalForm'] = '';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#onSubmit();
    });
    return form;
  }

  #attach(form: HTMLFormElement): void {
    const place = this.#place();
    // What a copy of the page brought along.
    for (const copy of place.querySelectorAll(':scope > form[data-portal-form]')) copy.remove();
    place.append(form);
    const root = place.getRootNode();
    if (root === this.#styled || !(root instanceof Document || root instanceof ShadowRoot)) return;
    if (this.#styled) unstyle(this.#styled);
    this.#styled = root;
    style(root);
  }
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
