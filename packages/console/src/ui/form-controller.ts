import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ProblemError, sentenceOf } from '../api/problem-error.ts';

let formsMade = 0;

/** What somebody is typing, what is wrong with it, and whether it is on its way. */
export class FormController<Draft extends object> implements ReactiveController {
  readonly id = `form${(formsMade += 1)}`;
  draft: Draft;
  errors: Readonly<Record<string, string>> = {};
  /** What went wrong beyond single fields. */
  failure = '';
  problem: ProblemError | undefined;
  isBusy = false;
  isDirty = false;
  isSaved = false;
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement, draft: Draft) {
    this.#host = host;
    this.draft = draft;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Starts over with other values. */
  fill(draft: Draft): void {
    this.draft = draft;
    this.errors = {};
    this.failure = '';
    this.problem = undefined;
    this.isDirty = false;
    this.#host.requestUpdate();
  }

  set<Name extends keyof Draft & string>(name: Name, value: Draft[Name]): void {
    this.draft = { ...this.draft, [name]: value };
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([field]) => field !== name && !field.startsWith(`${name}.`)));
    this.isDirty = true;
    this.isSaved = false;
    this.#host.requestUpdate();
  }

  /** Refuses before asking the server. True when something was wrong. */
  refuse(errors: Readonly<Record<string, string | undefined>>): boolean {
    const wrong = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]));
    if (wrong.length === 0) return false;
    this.errors = Object.fromEntries(wrong);
    void this.#pointOut();
    return true;
  }

  /** Undefined when it was refused: the form then says why. */
  async send<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
    if (this.isBusy) return undefined;
    this.#become({ isBusy: true, failure: '', errors: {}, problem: undefined });
    try {
      const answer = await work();
      this.#become({ isBusy: false, isDirty: false, isSaved: true });
      return answer;
    } catch (error) {
      this.#become({ isBusy: false });
      this.#refused(error);
      return undefined;
    }
  }

  #refused(error: unknown): void {
    this.problem = error instanceof ProblemError ? error : undefined;
    this.errors = Object.fromEntries((this.problem?.fields ?? []).map(({ field, message }) => [field, message]));
    this.failure = sentenceOf(error);
    void this.#pointOut();
  }

  /** Moves to the first wrong field; when none is on screen, the sentence at the form's end has to do. */
  async #pointOut(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const wrong = this.#host.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (!wrong) return;
    if (this.problem?.code === 'invalid_input') this.#become({ failure: '' });
    wrong.focus();
  }

  #become(change: Partial<Pick<FormController<Draft>, 'isBusy' | 'isDirty' | 'isSaved' | 'failure' | 'errors' | 'problem'>>): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }
}
