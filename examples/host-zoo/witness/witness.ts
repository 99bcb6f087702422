/** Runs in every page of the zoo before anything else, keeps what happens there, and answers the visit's questions. */
import { allOf, find, part, reach } from './find-parts.ts';
import { differences, takeSnapshot, type Snapshot } from './host-snapshot.ts';
import { misplaced } from './overlay-place.ts';
import { passwordComplaints } from './password-view.ts';

const violations: string[] = [];
const hostEvents: string[] = [];
const shifts: string[] = [];
let before: Snapshot | undefined;
let isParsed = false;
addEventListener('DOMContentLoaded', () => { isParsed = true; });

addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => violations.push(`${violatedDirective}: ${blockedURI} ${sample}`), true);
// On the bubbling way, as a page listens: to forms and dialogs of its own, which must not hear of ours.
for (const type of ['submit', 'reset', 'close', 'cancel', 'formdata']) {
  addEventListener(type, ({ target }) => hostEvents.push(`${type} of ${target instanceof Element ? target.localName : 'the window'}`));
}

const observer = PerformanceObserver.supportedEntryTypes.includes('layout-shift') ? new PerformanceObserver((list) => keep(list.getEntries())) : undefined;
observer?.observe({ type: 'layout-shift', buffered: true });

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null; readonly previousRect: DOMRectReadOnly; readonly currentRect: DOMRectReadOnly }[];
}

function keep(entries: readonly PerformanceEntry[]): void {
  for (const { value, hadRecentInput, sources } of entries as readonly LayoutShift[]) {
    if (hadRecentInput) continue;
    const moved = sources.map(({ node, previousRect, currentRect }) => `${node?.nodeName.toLowerCase() ?? '?'} ${previousRect.y.toFixed(0)}+${previousRect.height.toFixed(0)} to ${currentRect.y.toFixed(0)}+${currentRect.height.toFixed(0)}`);
    shifts.push(`${value.toFixed(4)} at ${performance.now().toFixed(0)} ms (${moved.join(', ')})`);
  }
}

async function frames(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((next) => { requestAnimationFrame(next); });
}

async function shiftsSoFar(): Promise<string[]> {
  // A shift is reported with the frame after it.
  await frames();
  keep(observer?.takeRecords() ?? []);
  return [...shifts];
}

/** An element that shows what it is for has not taken focus, and has not moved the page. */
function intrusions(): string[] {
  const { activeElement } = document;
  const took = allOf('portal-bookings').concat(allOf('portal-login')).find((tag) => tag === activeElement || tag.contains(activeElement));
  return [took && `${took.localName} took the focus`, scrollY > 0 && `the page was scrolled to ${scrollY}`].filter((line) => typeof line === 'string');
}

function portalComplaints(): string[] {
  const { portal } = globalThis as { readonly portal?: unknown };
  return portal !== undefined && !(portal instanceof Element) && !Object.isFrozen(portal) ? ['window.portal is not frozen'] : [];
}

/** Content that is wider than the room it was given. */
function overflowing(): string[] {
  return ['portal-bookings', 'portal-login'].flatMap((tag) => allOf(tag)).flatMap((tag) => {
    const [room, content] = [tag.clientWidth, tag.shadowRoot?.querySelector('.root')?.scrollWidth ?? 0];
    return content > room + 1 ? [`${tag.localName} needs ${content} px and has ${room}`] : [];
  });
}

/** As if typed over what is there. */
function type(selector: string, text: string): void {
  (find(selector) as HTMLInputElement | undefined)?.select();
  document.execCommand('insertText', false, text);
}

/** Nothing is on its way in or out any more: half a fade is not what a person reads. */
async function still(): Promise<void> {
  const roots = () => ['portal-bookings', 'portal-login'].flatMap((tag) => allOf(tag)).flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const isMoving = () => roots().some((root) => root.getAnimations().some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity));
  do await frames(); while (isMoving());
}

/** The nth day that has free times. */
function freeDay(nth: number): string | undefined {
  const days = allOf('portal-bookings')[0]?.shadowRoot?.querySelectorAll<HTMLElement>('[part~="day-free"]');
  return days?.[nth - 1]?.dataset['date'];
}

const witness = {
  begin: async (): Promise<void> => {
    // A sheet that is still on its way would be a change that is not ours.
    while ([...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].some(({ sheet }) => !sheet)) await frames();
    await frames();
    before = takeSnapshot();
  },
  isParsed: (): boolean => isParsed,
  changes: (): string[] => (before ? [...differences(before, takeSnapshot()), ...portalComplaints()] : ['no snapshot was taken']),
  violations: (): string[] => violations,
  hostEvents: (): string[] => hostEvents,
  shifts: shiftsSoFar, frames, intrusions, misplaced, overflowing, passwordComplaints, freeDay, reach,
  sees: (selector: string): boolean => find(selector) !== undefined,
  type, still,
  text: (tag: string, selector: string): string | undefined => part(tag, selector)?.textContent?.trim(),
  has: (tag: string, selector: string): boolean => part(tag, selector) !== null,
};
export type Witness = typeof witness;

Object.defineProperty(globalThis, 'zooWitness', { value: witness });
