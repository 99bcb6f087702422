import { openKeyStore } from '@portico/client/key-store.ts';
import { createPortalClient } from '@portico/client/portal-client.ts';
import { equal, ok, until } from '../test-support/mount.ts';

/** What only a browser has: IndexedDB that keeps a key which nobody can read. */
describe('the key in the browser', () => {
  const api = 'https://key.portico.test';
  const answers: Record<string, object> = {
    'sign-in': { status: 'signed_in', tokens: { sessionId: 's1', accessToken: 'a1', expiresIn: 600, refreshToken: 'r1' } },
    'refresh': { sessionId: 's1', accessToken: 'a2', expiresIn: 600 },
    'me': { name: 'Thandi' },
    'sign-out': {},
  };
  const proofs: (string | null)[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    proofs.push(request.headers.get('dpop'));
    return Response.json(answers[request.url.split('/').at(-1) ?? '']);
  };
  const open = (business = 'river-physio') => createPortalClient({ apiUrl: api, business, fetch });
  const keyIn = (proof: string | null | undefined): string =>
    (JSON.parse(atob(proof!.split('.')[0]!.replaceAll('-', '+').replaceAll('_', '/'))) as { jwk: { x: string } }).jwk.x;

  after(() => openKeyStore(`${api} river-physio`).remove());

  it('survives a reload, cannot be copied, and dies with the sign-out', async () => {
    await open().auth.signIn({ email: 'a@example.com', password: 'x' });
    const kept = await openKeyStore(`${api} river-physio`).read();
    ok(kept?.key.privateKey.extractable === false, 'the key can be copied');
    const again = open();
    await again.session.ready;
    equal([again.session.state, again.session.persistent], ['signed_in', true]);
    equal(await again.me.read(), { name: 'Thandi' });
    equal(new Set(proofs.map(keyIn)).size, 1, 'keys');
    await again.session.signOut();
    equal(await openKeyStore(`${api} river-physio`).read(), undefined);
    const later = open();
    await later.session.ready;
    equal(later.session.state, 'signed_out');
  });

  it('is another one for another business', async () => {
    await openKeyStore(`${api} one`).write({ key: await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']), refreshToken: 'r' });
    equal(await openKeyStore(`${api} two`).read(), undefined);
    await openKeyStore(`${api} one`).remove();
  });

  it('is kept in memory where the browser refuses, and says so', async () => {
    const refused = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')!;
    Object.defineProperty(IDBFactory.prototype, 'open', { configurable: true, value: () => { throw new DOMException('no', 'SecurityError'); } });
    try {
      const client = open('memory');
      await client.auth.signIn({ email: 'a@example.com', password: 'x' });
      equal([client.session.state, client.session.persistent], ['signed_in', false]);
      equal(await client.me.read(), { name: 'Thandi' });
    } finally {
      Object.defineProperty(IDBFactory.prototype, 'open', refused);
    }
  });

  it('goes with the person through all tabs', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<script type="module">
      import { createPortalClient } from '${new URL('/packages/client/src/portal-client.ts', location.href).href}';
      const { session } = createPortalClient({ apiUrl: '${api}', business: 'tabs' });
      await session.ready; window.session = session; </script>`;
    document.body.append(frame);
    const there = await until('the other tab is ready', () => (frame.contentWindow as unknown as { session?: { state: string } })?.session);
    const here = open('tabs');
    await here.auth.signIn({ email: 'a@example.com', password: 'x' });
    await until('the other tab is signed in', () => there.state === 'signed_in');
    await here.session.signOut();
    await until('the other tab is signed out', () => there.state === 'signed_out');
    frame.remove();
  });
});
