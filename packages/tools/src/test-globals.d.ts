/** What web-test-runner's mocha puts on the page of a browser test. */
type Step = (() => void | Promise<void>) | ((this: { timeout(ms: number): void }) => void | Promise<void>);
interface Suite {
  (title: string, body: () => void): void;
  only(title: string, body: () => void): void;
  skip(title: string, body: () => void): void;
}
interface Spec {
  (title: string, body: Step): void;
  only(title: string, body: Step): void;
  skip(title: string, body?: Step): void;
}
declare const describe: Suite;
declare const it: Spec;
declare function before(body: Step): void;
declare function after(body: Step): void;
declare function beforeEach(body: Step): void;
declare function afterEach(body: Step): void;
