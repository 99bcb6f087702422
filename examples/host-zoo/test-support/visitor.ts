/** What a browser answers instead of the network; undefined lets the request through. */
export type Instead = 'refused' | { readonly status: number; readonly body: string } | undefined;
export type Network = (url: URL) => Instead | Promise<Instead>;

export interface VisitorOptions {
  readonly width: number;
  /** Runs in each document before its own scripts. */
  readonly scripts: readonly string[];
  readonly network: Network;
}

/** A person with a fresh browser profile: the little of playwright and puppeteer that the zoo needs, so that it is one tour for both. */
export interface Visitor {
  /** Errors, warnings and exceptions, as the browser's console shows them. */
  readonly complaints: string[];
  /** Every address that was asked, for whatever reason. */
  readonly asked: Set<string>;
  goto(url: string): Promise<void>;
  /** From here on requests go to the network, preflights included. */
  letThrough(): Promise<void>;
  evaluate<T>(expression: string): Promise<T>;
  /** Waits until an expression holds in the page. */
  until(expression: string): Promise<void>;
  /** The first element for `selector`, in shadow roots too; waits until it can be used as a person would. */
  click(selector: string): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  /** Waits until it can be seen. */
  see(selector: string): Promise<void>;
  press(key: string): Promise<void>;
  cookies(): Promise<string[]>;
  shot(path: string): Promise<void>;
  leave(): Promise<void>;
}

export interface Tourist {
  readonly name: 'chromium' | 'firefox';
  visitor(options: VisitorOptions): Promise<Visitor>;
  close(): Promise<void>;
}

/** How long anything may take; the machine may be busy. */
export const patience = 12_000;

export const allowOrigin = { 'access-control-allow-origin': '*' };

/** A window in which both elements can be seen at once, so that nothing jumps out of sight. */
export const tall = 1600;

/** Waits in the page itself, frame by frame: nothing is evaluated there that a strict policy could refuse. */
export const waitFor = (expression: string): string => `new Promise((hold, tooLate) => {
  const end = performance.now() + ${patience};
  const look = () => {
    const found = ${expression};
    if (found) hold(found === true ? undefined : found);
    else if (performance.now() > end) tooLate(new Error(${JSON.stringify(`still not: ${expression}`)}));
    else requestAnimationFrame(look);
  };
  look();
})`;

/** The page's own markup is there, and its classic scripts have run. */
export const parsed = "document.readyState !== 'loading' && (zooWitness.isParsed() || document.querySelector('script[type=module][src*=\"/v1/\"]'))";

/** An answer of the page, or the news that none came: a page that is stuck must not stop the tour. */
export function bounded<T>(answer: Promise<T>, what: string): Promise<T> {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, fail) => {
    clock = setTimeout(() => fail(new Error(`no answer in time: ${what.slice(0, 120)}`)), 2 * patience);
  });
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(clock));
}
