import { loaderConfig } from '../base/loader-config.ts';
import { equal, ok, until } from '../test-support/mount.ts';
import { version } from './version.ts';

const address = new URL('./portal.ts', import.meta.url).href;

function paste(business: string, query = ''): Promise<void> {
  // As a page without a second one: a module does not know its own tag.
  for (const other of document.querySelectorAll('script[data-business]')) other.remove();
  const script = document.createElement('script');
  Object.assign(script, { type: 'module', src: `${address}${query}` });
  Object.assign(script.dataset, { business, apiUrl: location.origin });
  const done = new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error('the loader does not load')));
  });
  document.head.append(script);
  return done;
}

/** One page, in the order in which things happen to it: a loader starts once. */
describe('the loader', () => {
  const asked: string[] = [];
  const fetch = globalThis.fetch;

  before(async () => {
    globalThis.fetch = async (input) => {
      asked.push(new Request(input).url);
      return Response.json({});
    };
    document.body.insertAdjacentHTML('beforeend', '<div lang="de-AT"><portal-bookings service="s1"><a href="/p">Book</a></portal-bookings></div>');
    await paste('river-physio');
  });
  after(() => { globalThis.fetch = fetch; });

  it('keeps its configuration where elements find it, and a small frozen object for the page', () => {
    const { portal } = globalThis as unknown as { readonly portal: { readonly version: string } };
    equal([loaderConfig()?.business, loaderConfig()?.apiUrl, loaderConfig()?.version], ['river-physio', location.origin, version]);
    ok(Object.isFrozen(portal) && Object.isFrozen(loaderConfig()), 'not frozen');
    equal(portal.version, version);
  });

  it('asks for the first screen before the element has arrived, in its language and the visitor\'s zone', () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const url = `${location.origin}/v1/businesses/river-physio/booking-start?lang=de-AT&service=s1&timeZone=${encodeURIComponent(timeZone)}`;
    equal(asked, [url]);
    ok(loaderConfig()?.early.get(url) instanceof Promise, 'not handed over');
  });

  it('says on the element what could not be fetched, and leaves what is inside', async () => {
    const element = document.querySelector('portal-bookings')!;
    await until('it says so', () => element.hasAttribute('data-portal-error'));
    equal(element.textContent, 'Book');
  });

  it('finds tags that come later, and tells the page through portal.on', async () => {
    const { portal } = globalThis as unknown as { readonly portal: { on(type: string, listener: (event: Event) => void): () => void } };
    const heard: string[] = [];
    const leave = portal.on('portal-error', (event) => heard.push((event.target as Element).localName));
    const late = document.createElement('section');
    late.innerHTML = '<portal-login></portal-login>';
    document.body.append(late);
    await until('it is told', () => heard.length > 0);
    leave();
    equal(heard, ['portal-login']);
  });

  it('does nothing when pasted twice, and says once that the second one meant another business', async () => {
    const links = document.head.querySelectorAll('link').length;
    const said: string[] = [];
    const { warn } = console;
    Object.assign(console, { warn: (text: string) => said.push(text) });
    await paste('river-physio', '?again');
    equal(said, []);
    for (const time of ['second', 'third']) await paste('another', `?${time}`);
    Object.assign(console, { warn });
    equal(said, [`portal.js ${version} (another) did not start: ${version} (river-physio) is here.`]);
    equal([loaderConfig()?.business, document.head.querySelectorAll('link').length], ['river-physio', links]);
  });
});
