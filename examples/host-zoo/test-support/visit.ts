import type { ZooPage } from '../zoo-pages.ts';
import { bookOnFreeDay, chooseTime, openLists, useSignIn } from './use-elements.ts';
import { FindingsBook, type Visited } from './findings.ts';
import { scenarios, type Scene } from './scenarios.ts';
import type { Network, Tourist, Visitor } from './visitor.ts';
import type { ZooWorld } from './zoo-world.ts';

export interface VisitTools {
  readonly world: ZooWorld;
  readonly witness: string;
  readonly axe: string;
  /** Where pictures go. */
  readonly shots: string;
}

/** Addresses at which our code arrives in a page. */
const arrival = /\/(portal|bookings|login)\.js$/;

/** Longer than the longest visit on a busy machine; a browser that is stuck must not take the whole tour's time. */
const longestVisit = 90_000;
const longestLeave = 10_000;

/** Goes to one page, uses both elements as a person would, and writes down what was not as it should be. */
export async function visit(page: ZooPage, tourist: Tourist, tools: VisitTools, longest = longestVisit): Promise<Visited> {
  const started = performance.now();
  const book = new FindingsBook();
  const shots: string[] = [];
  let visitor: Visitor | undefined;
  try {
    await within(longest, walkThrough(page, tourist, tools, book, shots, (arrived) => { visitor = arrived; }));
  } catch (error) {
    book.note('works', [error instanceof TooLate
      ? `the visit was given up after ${longest / 1000} s, in the middle of: ${book.step}`
      : `the visit broke off at ${book.step}: ${String(error).slice(0, 300)}`]);
  }
  book.close();
  // What is stuck may not close either; the browser itself goes at the end of the tour.
  await within(longestLeave, visitor?.leave() ?? Promise.resolve()).catch(() => undefined);
  return { page: page.name, title: page.title, browser: tourist.name, findings: book.findings, shots, milliseconds: performance.now() - started };
}

class TooLate extends Error {}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, fail) => { clock = setTimeout(() => fail(new TooLate()), milliseconds); });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(clock));
}

async function walkThrough(page: ZooPage, tourist: Tourist, tools: VisitTools, book: FindingsBook, shots: string[], onArrival: (visitor: Visitor) => void): Promise<void> {
  const scenario = scenarios[page.name] ?? {};
  const trouble = scenario.network?.();
  const door = doorFor(trouble?.network);
  const visitor = await tourist.visitor({
    width: page.width ?? 1280, network: door.network, scripts: [tools.witness, ...(scenario.script ? [scenario.script] : [])],
  });
  onArrival(visitor);
  const scene: Scene = { visitor, world: tools.world, page: page.name };
  const shoot = async (what: string): Promise<void> => {
    // One picture says how the other browser differs.
    if (tourist.name !== 'chromium' && what !== 'list') return;
    const name = `${page.name}-${tourist.name}-${what}.jpg`;
    await visitor.shot(tools.shots + name);
    shots.push(name);
  };
  book.step = 'going there';
  await visitor.goto(`${tools.world.zoo.url}/${page.name}.html`);
  book.step = 'looking at the page without us';
  // The page as its owner made it; only then does our code arrive.
  await visitor.evaluate('zooWitness.begin()');
  door.open();
  if (!trouble) await visitor.letThrough();
  if (!scenario.isWithoutUs) await useAll(page, scene, book, { tools, shoot, stop: () => trouble?.stop() });
  if (scenario.after) await book.attempt('itself', () => scenario.after!(scene));
  if (scenario.isWithoutUs) await shoot('shown');
  await askWitness(page, visitor, book, tools.world);
}

/** Holds our code back until the page has been looked at. */
function doorFor(trouble: Network | undefined): { readonly network: Network; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((go) => { open = go; });
  return {
    open: () => open(),
    network: async (url) => {
      if (arrival.test(url.pathname)) await opened;
      return trouble?.(url);
    },
  };
}

interface Steps {
  readonly tools: VisitTools;
  shoot(what: string): Promise<void>;
  stop(): void;
}

async function useAll(page: ZooPage, scene: Scene, book: FindingsBook, { tools, shoot, stop }: Steps): Promise<void> {
  const { visitor } = scene;
  const { prepare } = scenarios[page.name] ?? {};
  if (prepare) await book.attempt('itself', () => prepare(scene, stop));
  const isShown = await book.attempt('works', async () => {
    await visitor.see('portal-bookings [part~=slot-free]');
    await visitor.see('form[data-portal-form] input[name=password]');
    return visitor.evaluate<string[]>('zooWitness.overflowing()');
  });
  if (!page.givesNoWidth) book.note('steady', await visitor.evaluate('zooWitness.shifts()'));
  if (!prepare) book.note('untouched', await visitor.evaluate('zooWitness.intrusions()'));
  await shoot('shown');
  if (!isShown) return;
  await visitor.evaluate(tools.axe);
  const lookAt = (state: string) => book.attempt('accessible', () => visitor.evaluate(`zooWitness.still().then(() => ${axeRun(state)})`));
  await lookAt('shown');
  await book.attempt('passwords', () => visitor.evaluate('zooWitness.passwordComplaints()'));
  await book.attempt('overlays', () => openLists(visitor, () => shoot('list')));
  await book.attempt('works', () => (page.bookOnDay ? bookOnFreeDay(visitor, page, () => lookAt('a time is chosen')) : chooseTime(visitor, () => lookAt('a time is chosen'))));
  await book.attempt('works', () => useSignIn(visitor, page));
  await shoot('used');
}

async function askWitness(page: ZooPage, visitor: Visitor, book: FindingsBook, { server, zoo }: ZooWorld): Promise<void> {
  await book.attempt('policy', () => visitor.evaluate('zooWitness.violations()'));
  await book.attempt('untouched', async () => {
    const changes = await visitor.evaluate<string[]>('zooWitness.changes()');
    return changes.filter((line) => !scenarios[page.name]?.ownDoing?.test(line.split(': was')[0] ?? ''));
  });
  await book.attempt('apart', () => visitor.evaluate('zooWitness.hostEvents()'));
  book.note('quiet', visitor.complaints.filter((line) => !page.expected?.test(line) && !wrongPassword.test(line)));
  const known = new Set([new URL(server.url).origin, new URL(zoo.url).origin]);
  book.note('origins', [...visitor.asked].filter((url) => /^(https?|wss?):/.test(url) && !known.has(new URL(url).origin)));
  book.note('cookies', await visitor.cookies());
}

/** What the browser itself says of the answer to a wrong password, or to many in a row. */
const wrongPassword = /Failed to load resource: .* (401|429) /;

/** An element is a part of a page: rules about whole pages are the owner's affair. */
const axeRun = (state: string): string => `axe.run({ include: [['portal-bookings'], ['portal-login']] }, {
  resultTypes: ['violations'],
  rules: Object.fromEntries(['region', 'page-has-heading-one', 'landmark-one-main', 'document-title', 'html-has-lang', 'bypass', 'heading-order'].map((rule) => [rule, { enabled: false }])),
}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => ${JSON.stringify(`${state}: `)} + id + ' at ' + node.target.join(' ') + ': ' + (node.failureSummary ?? '').split('\\n').slice(1).join(' ').trim())))`;
