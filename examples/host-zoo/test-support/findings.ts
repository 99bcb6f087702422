/** The columns of the zoo's table. */
export const assertions = {
  works: 'A free time is shown and can be chosen, the sign-in form can be used',
  itself: 'What this page is about',
  steady: 'Nothing jumps: CLS 0 with the printed snippet',
  policy: 'No violation of the page’s policy',
  quiet: 'No error or warning in the console',
  untouched: 'The page’s elements, styles and globals are as before',
  overlays: 'Lists open beside their button, in sight',
  accessible: 'axe finds nothing',
  apart: 'The page’s forms and dialogs hear nothing of ours',
  origins: 'Nobody is asked but the API',
  cookies: 'No cookie',
  passwords: 'A password manager finds the form',
} as const;

export type Assertion = keyof typeof assertions;

/** What was found wrong, by assertion; an assertion that is not a key was not tried there. */
export type Findings = ReadonlyMap<Assertion, readonly string[]>;

export interface Visited {
  readonly page: string;
  readonly title: string;
  readonly browser: string;
  readonly findings: Findings;
  readonly shots: readonly string[];
  readonly milliseconds: number;
}

/** Gathers what one visit finds; a step that breaks off is a finding too, and the visit goes on. */
export class FindingsBook {
  readonly #found = new Map<Assertion, string[]>();
  /** What the visit is doing: told where it breaks off. */
  step = 'starting the browser';
  #isClosed = false;

  note(assertion: Assertion, lines: readonly string[]): void {
    if (this.#isClosed) return;
    this.#found.set(assertion, [...this.#found.get(assertion) ?? [], ...lines]);
  }

  async attempt(assertion: Assertion, act: () => Promise<readonly string[] | void>): Promise<boolean> {
    this.step = assertion;
    try {
      const lines = await act() ?? [];
      this.note(assertion, lines);
      return lines.length === 0;
    } catch (error) {
      this.note(assertion, [String(error instanceof Error ? error.message : error).split('\n').slice(0, 4).join(' ').slice(0, 400)]);
      return false;
    }
  }

  /** A visit that is given up may still find something, much later: that is no finding of this one. */
  close(): void {
    this.#isClosed = true;
  }

  get findings(): Findings {
    return this.#found;
  }
}
