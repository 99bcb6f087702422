import '../auth/define.ts';
import '../bookings/define.ts';
import { fakeApi, fakeClient, refusal } from '../test-support/fake-client.ts';
import { mount, ok, settle, unmountAll, until } from '../test-support/mount.ts';

const warned: string[] = [];
const { warn } = console;

describe('what the owner reads in the browser\'s console', () => {
  before(() => { Object.assign(console, { warn: (text: string) => warned.push(text) }); });
  after(() => { Object.assign(console, { warn }); });
  beforeEach(() => { warned.length = 0; });
  afterEach(unmountAll);

  const bookings = async (code: Parameters<typeof refusal>[0], page?: () => Promise<never>, business = `b-${code}`): Promise<void> => {
    const client = fakeClient({ business, bookings: { start: async () => { throw refusal(code); } } });
    if (page) Object.assign(client, { page });
    await mount(`<portal-bookings business="${business}" api-url="${fakeApi}"></portal-bookings>`);
  };
  const said = (words: string): Promise<true> => until(`it says "${words}"`, () => warned.some((text) => text.includes(words)) as true);

  it('names the address that is not registered, and where to add it, once', async () => {
    await bookings('origin_not_allowed');
    await bookings('origin_not_allowed');
    await said(`<portal-bookings>: ${location.origin} is not among the addresses where your portal may run. Add it in the console`);
    ok(warned.length === 1, `said ${warned.length} times`);
  });

  it('names the attribute that says whose portal it is', async () => {
    await mount('<portal-login></portal-login>');
    await said('Add data-business="your-business" to the script');
  });

  it('names a business that does not exist, and keeps quiet where only a booking is gone', async () => {
    await bookings('not_found', async () => { throw refusal('not_found'); }, 'river-fysio');
    await said('The page shows “river-fysio”, which is not your portal.');
    warned.length = 0;
    await bookings('not_found', undefined, 'river-physio');
    await settle(document.body);
    ok(warned.length === 0, String(warned));
  });

  it('says what may be in the way of a server that does not answer', async () => {
    await bookings('unreachable');
    await said(`${fakeApi} cannot be reached from this page.`);
  });

  it('tells a policy from a dead line', async () => {
    const policy = Object.assign(document.createElement('meta'), { httpEquiv: 'Content-Security-Policy', content: "connect-src 'self' ws:" });
    document.head.append(policy);
    await bookings('unreachable', undefined, 'behind-a-policy');
    await said(`does not let it talk to ${fakeApi}. Add ${fakeApi} to connect-src.`);
  });
});
