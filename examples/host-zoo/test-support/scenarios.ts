import { signInByMail } from './sign-in.ts';
import type { Instead, Network, Visitor } from './visitor.ts';
import type { ZooWorld } from './zoo-world.ts';

export interface Scene {
  readonly visitor: Visitor;
  readonly world: ZooWorld;
  readonly page: string;
}

/** What a page is about, beyond what is asked on all of them. */
export interface Scenario {
  /** Runs in the page before its own scripts: what this browser is like. */
  readonly script?: string;
  /** Answers in place of the API, until it answers undefined. */
  readonly network?: () => { readonly network: Network; stop(): void };
  /** From the page's first paint to where the common questions begin. */
  readonly prepare?: (scene: Scene, stop: () => void) => Promise<void>;
  /** Asked at the end; answers what is wrong. */
  readonly after?: (scene: Scene) => Promise<readonly string[]>;
  /** Places in the page that it changes itself meanwhile. */
  readonly ownDoing?: RegExp;
  /** Our code never arrives: only what the snippet itself does can be asked. */
  readonly isWithoutUs?: true;
}

const time = 'portal-bookings [part~=slot-free]';
const field = 'form[data-portal-form] input[name=email]';
const retry = (tag: string): string => `${tag} [part~=message] button`;
const none = (): readonly string[] => [];

/** The API answers this, until it is itself again. */
const instead = (answer: (url: URL) => Instead | Promise<Instead>) => (): ReturnType<NonNullable<Scenario['network']>> => {
  let isOver = false;
  return {
    network: (url) => (!isOver && url.pathname.startsWith('/v1/businesses/') ? answer(url) : undefined),
    stop: () => { isOver = true; },
  };
};

function held(): ReturnType<NonNullable<Scenario['network']>> {
  let letGo: () => void = () => undefined;
  const gate = new Promise<undefined>((go) => { letGo = () => go(undefined); });
  return { network: async (url) => (url.pathname.startsWith('/v1/businesses/') ? gate : undefined), stop: () => letGo() };
}

const clock = (hours: number): string => `{
  const own = Date;
  const shift = ${hours} * 3600000;
  globalThis.Date = class Date extends own {
    constructor(...given) { if (given.length > 0) super(...given); else super(own.now() + shift); }
    static now() { return own.now() + shift; }
  };
}`;
const withoutAnchors = `{
  const own = CSS.supports.bind(CSS);
  CSS.supports = (...given) => !/position-area|anchor/.test(given.join(' ')) && own(...given);
}`;
const withoutStorage = `{
  const refuse = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(Window.prototype, name, { get: refuse });
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) if (Object.hasOwn(globalThis, name)) Object.defineProperty(globalThis, name, { get: refuse });
  LockManager.prototype.request = async () => refuse();
  globalThis.BroadcastChannel = class BroadcastChannel { constructor() { refuse(); } };
}`;

/** React's StrictMode mounts everything twice; then it is rendered again, taken out, and put back. */
const inReact: Scenario = {
  ownDoing: /div#app > main/,
  async prepare({ visitor }) {
    await visitor.see(time);
    await visitor.click('#again');
    await visitor.click('#toggle');
    await visitor.until("!document.querySelector('portal-bookings')");
    await visitor.click('#toggle');
  },
  after: ({ visitor }) => visitor.evaluate("document.querySelector('main').dataset.booked ? [] : ['React did not hear of the booking']"),
};

export const scenarios: Readonly<Record<string, Scenario>> = {
  'no-anchor': { script: withoutAnchors },
  'no-anchor-zoom': { script: withoutAnchors },
  'host-dialog': {
    after: ({ visitor }) => visitor.evaluate("document.querySelector('#host-dialog').matches(':modal') ? [] : ['the dialog of the page was closed']"),
  },
  'host-dialog-over': {
    ownDoing: /dialog#host-dialog/,
    async prepare({ visitor }) {
      await visitor.see(time);
      await visitor.until("document.activeElement?.closest('#host-dialog')");
      await visitor.click('#agree');
    },
  },
  'host-form': {
    after: ({ visitor }) => visitor.evaluate(`[
      ...[...document.querySelector('#host-form').elements].filter(({ name, type }) => name !== 'question' && type !== 'submit').map(({ name }) => 'the form would send ' + name),
      ...(location.pathname.endsWith('/host-form.html') && !location.search ? [] : ['the form was sent']),
    ]`),
  },
  'pasted-twice': {
    prepare: async ({ visitor }) => visitor.until(`[...document.querySelectorAll('portal-bookings')].every((one) => one.shadowRoot?.querySelector('[part~=slot-free]'))
      && document.querySelectorAll('form[data-portal-form]').length === 2`),
    after: ({ visitor }) => visitor.evaluate("document.querySelectorAll('link[rel=preconnect]').length === 1 ? [] : ['the loader started more than once']"),
  },
  'two-versions': {
    async after({ visitor }) {
      const warnings = visitor.complaints.filter((line) => /did not start: .* is here\./.test(line));
      return warnings.length === 1 && /0\.0\.1/.test(warnings[0] ?? '') ? [] : [`warnings: ${warnings.join(' ') || 'none'}`];
    },
  },
  'added-late': { prepare: async ({ visitor }) => visitor.click('#add') },
  'script-late': {
    ownDoing: /head/,
    async prepare({ visitor }) {
      await visitor.see('portal-bookings > a');
      await visitor.click('h1');
    },
  },
  'moved': {
    async prepare({ visitor }) {
      await visitor.see(time);
      await visitor.click('#move');
      await visitor.see(time);
      await visitor.click('#out');
      await visitor.until("!document.querySelector('form[data-portal-form]')");
      await visitor.click('#back');
    },
  },
  'turbo': {
    // Turbo merges the heads of the pages.
    ownDoing: /^html > head/,
    async prepare({ visitor }) {
      await visitor.see(field);
      await visitor.see(time);
      for (let round = 0; round < 2; round += 1) {
        await visitor.click('#leave');
        await visitor.click('#return');
        await visitor.see(time);
        await visitor.see(field);
      }
    },
  },
  'view-transition': {
    async prepare({ visitor }) {
      await visitor.see(time);
      await visitor.click('#swap');
      await visitor.until("!document.querySelector('portal-bookings')");
      await visitor.click('#swap');
    },
  },
  'react-strict': inReact,
  'react-18': inReact,
  'nested': {
    async prepare({ visitor }) {
      await visitor.until("document.querySelectorAll('form[data-portal-form]').length === 2");
    },
    async after({ visitor }) {
      const inner = 'host-panel > form[data-portal-form]';
      await visitor.fill(`${inner} input[name=email]`, 'inner@mail.example');
      await visitor.fill(`${inner} input[name=password]`, 'not the right one');
      await visitor.press('Enter');
      await visitor.see(`${inner} [role=alert]`);
      return [];
    },
  },
  'api-slow': {
    network: held,
    async prepare({ visitor }, stop) {
      await visitor.see('portal-bookings [part~=skeleton]');
      await visitor.see('portal-login [part~=skeleton]');
      stop();
    },
  },
  'api-down': {
    network: instead(() => 'refused'),
    async prepare({ visitor }, stop) {
      await visitor.see(retry('portal-bookings'));
      await visitor.see(retry('portal-login'));
      stop();
      await visitor.click(retry('portal-bookings'));
      await visitor.click(retry('portal-login'));
    },
  },
  'api-garbage': {
    network: () => {
      let count = 0;
      const answers = [{ status: 200, body: '{"hello":"world"}' }, { status: 502, body: '<h1>Bad gateway</h1>' }, { status: 200, body: '' }, { status: 200, body: 'null' }];
      const { network, stop } = instead(() => answers[(count += 1) % answers.length])();
      return { network, stop };
    },
    async prepare({ visitor }, stop) {
      await visitor.see(retry('portal-bookings'));
      for (let round = 0; round < 4; round += 1) {
        await visitor.click(retry('portal-bookings'));
        await visitor.see(retry('portal-bookings'));
      }
      await visitor.see(retry('portal-login'));
      stop();
      await visitor.click(retry('portal-bookings'));
      await visitor.click(retry('portal-login'));
    },
  },
  'script-blocked': {
    isWithoutUs: true,
    network: () => ({ network: (url) => (url.pathname.endsWith('/portal.js') ? 'refused' : undefined), stop: none }),
    async after({ visitor, world }) {
      return visitor.evaluate(`[...document.querySelectorAll('portal-bookings, portal-login')].flatMap((tag) => {
        const link = tag.querySelector('a');
        const seen = link.checkVisibility() && tag.getBoundingClientRect().height >= 360;
        return seen && link.href === ${JSON.stringify(world.snippet.hostedUrl)} ? [] : [tag.localName + ' leads nowhere'];
      })`);
    },
  },
  'storage-blocked': { script: withoutStorage, after: signInByMail },
  'clock-ahead': { script: clock(1), after: signInByMail },
  'clock-behind': { script: clock(-1), after: signInByMail },
};
