import '../auth/define.ts';
import type { Me } from '@portico/contract/auth.ts';
import { fakeApi, fakeClient } from './fake-client.ts';
import { gallery, scene, type Scene } from './gallery.ts';
import { documentsGallery } from './documents-gallery.ts';
import { invoicesGallery } from './invoices-gallery.ts';
import { equal, mount, ok, settle, unmountAll, until } from './mount.ts';
import { sampleBooking } from './sample-bookings.ts';

interface Described { readonly name: string }
interface Declaration { readonly tagName: string; readonly attributes: readonly Described[]; readonly members: readonly Described[]; readonly cssParts: readonly Described[] }

const partsOf = (root: ShadowRoot | null): string[] => [...root?.querySelectorAll('[part]') ?? []].flatMap((one) => [...one.part]);
const names = (list: readonly Described[]): string[] => list.map(({ name }) => name).sort();
const me: Me = { contactId: 'c1', clientId: 'k1', name: 'Thandi', email: 't@example.com', phone: null, clientName: 'Thandi', timeZone: null, hasPassword: true, hasTotp: false, mustAddTotp: false };

afterEach(unmountAll);

describe('custom-elements.json and what the elements really are', () => {
  const declarations = new Map<string, Declaration>();
  before(async () => {
    const manifest = await (await fetch('/packages/elements/custom-elements.json')).json() as { modules: { declarations: Declaration[] }[] };
    for (const { declarations: found } of manifest.modules) for (const one of found) declarations.set(one.tagName, one);
  });
  const declared = (tag: string): Declaration => {
    const found = declarations.get(tag);
    ok(found, `<${tag}> is not in the manifest`);
    return found;
  };

  for (const tag of ['portal-bookings', 'portal-documents', 'portal-invoices', 'portal-login']) {
    it(`<${tag}> observes exactly the attributes that are named, and has the properties`, () => {
      const { attributes, members } = declared(tag);
      const element = customElements.get(tag) as CustomElementConstructor & { readonly observedAttributes: readonly string[] };
      // What has `state: true` is the element's own business.
      equal([...element.observedAttributes].sort(), names(attributes), 'attributes');
      for (const { name } of members) ok(name in element.prototype, `no property ${name}`);
    });
  }

  it('<portal-bookings> shows only parts that are named, and in its states all but the rarest', async () => {
    const shown = new Set<string>();
    const video = async (): Promise<Scene> => {
      const made = await scene({ read: async (id) => sampleBooking({ id, placeKind: 'video', place: 'https://video.example/room' }) }, { hash: '#portal/bookings/booking-000000000000001/link-token' });
      await until('it is open', () => made.element.shadowRoot?.querySelector('#card-title'));
      return made;
    };
    for (const state of [...Object.values(gallery), video]) {
      const { element } = await state();
      for (const part of partsOf(element.shadowRoot)) shown.add(part);
      unmountAll();
    }
    const named = names(declared('portal-bookings').cssParts);
    equal([...shown].filter((part) => !named.includes(part)), [], 'shown, not named');
    equal(named.filter((part) => !shown.has(part)), [], 'named, never shown');
  });

  it('<portal-documents> shows only parts that are named, and in its states all of them', async () => {
    const shown = new Set<string>();
    for (const state of Object.values(documentsGallery)) {
      const { element } = await state();
      for (const part of partsOf(element.shadowRoot)) shown.add(part);
      unmountAll();
    }
    const named = names(declared('portal-documents').cssParts);
    equal([...shown].filter((part) => !named.includes(part)), [], 'shown, not named');
    equal(named.filter((part) => !shown.has(part)), [], 'named, never shown');
  });

  it('<portal-invoices> shows only parts that are named, and in its states all of them', async () => {
    const shown = new Set<string>();
    for (const state of Object.values(invoicesGallery)) {
      const { element } = await state();
      for (const part of partsOf(element.shadowRoot)) shown.add(part);
      unmountAll();
    }
    const named = names(declared('portal-invoices').cssParts);
    equal([...shown].filter((part) => !named.includes(part)), [], 'shown, not named');
    equal(named.filter((part) => !shown.has(part)), [], 'named, never shown');
  });

  it('<portal-login> shows only parts that are named, the account panel\'s among them', async () => {
    const shown = new Set<string>();
    for (const signedIn of [false, true]) {
      fakeClient({ signedIn, me: { read: async () => me, sessions: async () => [], feed: async () => ({ active: false, url: null, createdAt: null, lastReadAt: null }) } });
      const element = await mount<HTMLElement>(`<portal-login business="river-physio" api-url="${fakeApi}"></portal-login>`);
      element.shadowRoot?.querySelector<HTMLElement>('[data-action="account"]')?.click();
      await settle(element);
      const panel = element.shadowRoot?.querySelector('portal-account');
      const exported = panel?.getAttribute('exportparts')?.split(', ') ?? [];
      for (const part of partsOf(panel?.shadowRoot ?? null)) ok(exported.includes(part), `${part} of the account is out of reach`);
      for (const part of [...partsOf(element.shadowRoot), ...exported]) shown.add(part);
      unmountAll();
    }
    const named = names(declared('portal-login').cssParts);
    equal([...shown].filter((part) => !named.includes(part)), [], 'shown, not named');
  });
});
