import { axeClean } from './axe.ts';
import { fakeApi } from './fake-client.ts';
import type { FakeClient } from './fake-client.ts';
import { equal, mount, ok, settle, unmountAll } from './mount.ts';

export interface Promises {
  readonly tag: string;
  /** Registers the tag; called twice, as by two scripts. */
  define(): Promise<void>;
  /** Makes the page's client for a business, answering something to show. */
  serve(business: string, how: 'full' | 'empty' | 'failing' | 'silent'): FakeClient;
  /** The call that brings the element's data: `bookings.start`. */
  readonly loads: string;
}

/** What every element promises the page that it lives in. */
export function keepsPromises({ tag, define, serve, loads }: Promises): void {
  const markup = (business = 'river-physio'): string => `<${tag} business="${business}" api-url="${fakeApi}"><a href="https://example.test">Book</a></${tag}>`;
  const text = (element: Element): string => element.shadowRoot?.querySelector('.root')?.textContent?.trim() ?? '';

  describe(`<${tag}> keeps what every element promises`, () => {
    before(define);
    afterEach(unmountAll);

    it('is defined once, and survives a second script', async () => {
      const first = customElements.get(tag);
      await define();
      ok(first && customElements.get(tag) === first, 'another definition took over');
    });

    it('works when made by hand, before and after it is on the page', async () => {
      serve('river-physio', 'full');
      const element = document.createElement(tag);
      document.body.append(element);
      element.setAttribute('api-url', fakeApi);
      element.setAttribute('business', 'river-physio');
      await settle(element);
      ok(text(element), 'nothing to see');
      element.remove();
    });

    it('survives a move', async () => {
      serve('river-physio', 'full');
      const element = await mount(markup());
      const before = element.shadowRoot?.querySelector('.root');
      document.body.append(element);
      await settle(element);
      ok(element.shadowRoot?.querySelector('.root') === before && text(element), 'it did not survive');
      element.remove();
    });

    it('lets go of the page when it leaves', async () => {
      const client = serve('river-physio', 'full');
      const element = await mount(markup());
      element.remove();
      equal(client.liveListeners, 0, 'live listeners');
    });

    it('loads again when its business changes', async () => {
      serve('river-physio', 'full');
      const other = serve('other-business', 'full');
      const element = await mount(markup());
      equal(other.callsOf(loads).length, 0, 'calls before');
      element.setAttribute('business', 'other-business');
      await settle(element);
      ok(other.callsOf(loads).length > 0, 'the other business was not asked');
    });

    for (const how of ['full', 'empty', 'failing', 'silent'] as const) {
      it(`shows something, and axe finds nothing: ${how}`, async () => {
        serve('river-physio', how);
        const element = await mount(markup());
        ok(text(element), 'nothing to see');
        await axeClean(element, how);
      });
    }

    it('says what is missing, without an error, when nobody named the business', async () => {
      const element = await mount(`<${tag}></${tag}>`);
      ok(text(element).includes('business'), text(element));
      await axeClean(element, 'without a business');
    });

    it('leaves the globals and the head of the page alone', async () => {
      serve('river-physio', 'full');
      const globals = Object.keys(globalThis).length;
      const head = document.head.innerHTML;
      await mount(markup());
      equal(Object.keys(globalThis).length, globals, 'globals');
      ok(document.head.innerHTML === head, 'the head changed');
    });

    it('has no style attribute in its templates', async () => {
      serve('river-physio', 'full');
      const element = await mount(markup());
      const styled = [...element.shadowRoot?.querySelectorAll('[style]') ?? []].filter((at) => !at.matches('.root, [popover]'));
      equal(styled.length, 0, 'elements with style');
    });
  });
}
