import { beforeEach, describe, expect, it } from 'vitest';
import type { LiveMessage } from '@portico/contract/live.ts';
import type { Http } from './http.ts';
import { memoryKeyStore } from './key-store.ts';
import type { KeyStore } from './key-store.ts';
import { createLive } from './live.ts';
import { createPortalClient } from './portal-client.ts';
import type { PortalClient } from './portal-client.ts';
import type { PortalSession } from './session.ts';
import { fakeServer, problem, tokens, until } from './test-support/fake-server.ts';
import type { FakeServer } from './test-support/fake-server.ts';

const publicLive = 'GET businesses/river-physio/live';
const changed: LiveMessage = { type: 'slots.changed', providerId: 'p1', from: null, until: null };
const anything: LiveMessage = { type: 'slots.changed', providerId: null, from: null, until: null };
let server: FakeServer;
let count = 0;

interface Line { say(message: LiveMessage, id?: number): void; end(): void; readonly isOpen: boolean; readonly response: Response }

/** One connection, spoken into by hand. */
function line(): Line {
  let isOpen = true;
  let out: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => { out = controller; },
    cancel: () => { isOpen = false; },
  });
  const response = new Response(body);
  return {
    response,
    say: (message, id = 1) => out.enqueue(new TextEncoder().encode(`id: ${id}\ndata: ${JSON.stringify(message)}\n\n`)),
    end: () => { isOpen = false; out.close(); },
    get isOpen() { return isOpen; },
  };
}

function client(storage: KeyStore = memoryKeyStore()): PortalClient {
  return createPortalClient({ apiUrl: server.apiUrl, business: 'river-physio', fetch: server.fetch, storage, backOff: () => 1 });
}

/** What was heard, and how to leave. */
function listen(portal: PortalClient): { heard: LiveMessage[]; leave: () => void } {
  const heard: LiveMessage[] = [];
  return { heard, leave: portal.live.subscribe((message) => heard.push(message)) };
}

beforeEach(() => {
  server = fakeServer();
  Object.assign(server, { apiUrl: `https://live-${(count += 1)}.portico.test` });
});

describe('the live stream', () => {
  it('is opened by the first subscriber, shared, and closed with the last', async () => {
    const open = line();
    server.on(publicLive, () => open.response);
    const portal = client();
    const [one, two] = [listen(portal), listen(portal)];
    await until('it is open', () => server.countOf(publicLive) === 1);
    open.say(changed);
    await until('both heard', () => one.heard.length + two.heard.length === 2);
    expect(one.heard).toEqual([changed]);
    one.leave();
    open.say(changed);
    await until('the other hears on', () => two.heard.length === 2);
    two.leave();
    await until('it is closed', () => !open.isOpen);
    expect(server.countOf(publicLive)).toBe(1);
  });

  it('is one for all tabs, and another tab takes over', async () => {
    const lines = [line(), line()];
    let next = 0;
    server.on(publicLive, () => lines[next++]!.response);
    const [here, there] = [listen(client()), listen(client())];
    await until('one tab leads', () => next === 1);
    lines[0]?.say(changed);
    await until('both tabs heard', () => here.heard.length === 1 && there.heard.length === 1);
    expect(server.countOf(publicLive)).toBe(1);
    here.leave();
    await until('the other leads', () => next === 2);
    await until('it says that something may have been missed', () => there.heard.length === 2);
    expect(there.heard[1]).toEqual(anything);
    there.leave();
  });

  it('comes back after a break, and says that anything may have changed', async () => {
    const lines = [line(), line()];
    server.on(publicLive, () => lines[0]!.response, 'no answer', problem('busy'), () => lines[1]!.response);
    const { heard, leave } = listen(client());
    await until('it is open', () => server.countOf(publicLive) === 1);
    lines[0]?.end();
    await until('it is open again', () => server.countOf(publicLive) === 4);
    await until('the gap is told', () => heard.length === 1);
    expect(heard).toEqual([anything]);
    leave();
  });

  it('becomes the person\'s own when they sign in, resumes where it broke, and ends with the session', async () => {
    const lines = { public: line(), own: [line(), line()], after: line() };
    server.on(publicLive, () => lines.public.response, () => lines.after.response);
    server.on('GET live', () => lines.own[0]!.response, () => lines.own[1]!.response);
    server.on('POST businesses/river-physio/auth/sign-in', { status: 'signed_in', tokens: tokens('a1') });
    const portal = client();
    const { heard, leave } = listen(portal);
    await until('it is open', () => server.countOf(publicLive) === 1);
    await portal.auth.signIn({ email: 'a@example.com', password: 'x' });
    await until('the public one is closed', () => !lines.public.isOpen);
    await until('the own one is open', () => server.countOf('GET live') === 1);
    const mine: LiveMessage = { type: 'booking.changed', bookingId: 'b1', event: 'booking.moved', startsAt: '', clientId: 'c1' };
    lines.own[0]?.say(mine, 41);
    await until('it is heard', () => heard.includes(heard.find(({ type }) => type === 'booking.changed')!));
    lines.own[0]?.end();
    await until('it is open again', () => server.countOf('GET live') === 2);
    expect(server.asked.at(-1)?.headers.get('last-event-id')).toBe('41');
    lines.own[1]?.say({ type: 'session.ended' }, 42);
    await until('the session is over', () => portal.session.state === 'signed_out');
    await until('the public one is back', () => server.countOf(publicLive) === 2);
    leave();
  });

  it('rests while nobody looks, and comes back when somebody does', async () => {
    const page = Object.assign(new EventTarget(), { hidden: false });
    Object.assign(globalThis, { document: page });
    const turn = (hidden: boolean): void => {
      page.hidden = hidden;
      page.dispatchEvent(new Event('visibilitychange'));
    };
    const lines = [line(), line()];
    server.on(publicLive, () => lines[0]!.response, () => lines[1]!.response);
    const heard: LiveMessage[] = [];
    const get = async (): Promise<never> => { throw new Error('not asked for'); };
    const stream: Http['stream'] = (path, call) => server.fetch(`${server.apiUrl}/v1/${path}`, { signal: call.signal ?? null });
    const session = { state: 'signed_out', ready: Promise.resolve(), subscribe: () => () => {} } as unknown as PortalSession;
    const live = createLive({
      name: server.apiUrl, business: 'river-physio', http: { get, post: get, patch: get, blob: get, stream }, session, backOff: () => 1, hiddenFor: 5,
    });
    const leave = live.subscribe((message) => heard.push(message));
    await until('it is open', () => server.countOf(publicLive) === 1);
    turn(true);
    await until('it rests', () => !lines[0]!.isOpen);
    expect(server.countOf(publicLive)).toBe(1);
    turn(false);
    await until('it is open again', () => server.countOf(publicLive) === 2);
    await until('the gap is told', () => heard.length === 1);
    leave();
    Reflect.deleteProperty(globalThis, 'document');
  });

  it('sends nothing that needs a preflight while nobody is signed in', async () => {
    const lines = [line(), line()];
    server.on(publicLive, () => lines[0]!.response, () => lines[1]!.response);
    const { leave } = listen(client());
    await until('it is open', () => server.countOf(publicLive) === 1);
    lines[0]?.say(changed, 9);
    lines[0]?.end();
    await until('it is open again', () => server.countOf(publicLive) === 2);
    for (const { headers } of server.asked) expect([...headers.keys()]).toEqual([]);
    leave();
  });
});
