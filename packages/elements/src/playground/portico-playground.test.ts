import '../auth/define.ts';
import '../bookings/define.ts';
import './define.ts';
import { axeClean } from '../test-support/axe.ts';
import { fakeApi, fakeClient } from '../test-support/fake-client.ts';
import { equal, mount, ok, settle, unmountAll, until } from '../test-support/mount.ts';
import { massage, sampleStart } from '../test-support/sample-bookings.ts';

type Field = HTMLInputElement | HTMLSelectElement;
const inside = <T extends HTMLElement>(element: Element, selector: string): T | null => element.shadowRoot?.querySelector<T>(selector) ?? null;
const shown = (element: Element): HTMLElement => inside(element, '.stage portal-bookings, .stage portal-login')!;
const codes = (element: Element): string[] => [...element.shadowRoot?.querySelectorAll('pre') ?? []].map((code) => code.textContent ?? '');

async function playground(): Promise<HTMLElement> {
  fakeClient({ bookings: { start: async () => sampleStart() } });
  const element = await mount<HTMLElement>(`<portico-playground business="river-physio" api-url="${fakeApi}"></portico-playground>`);
  await until('the times are there', () => inside(shown(element), '.slot'));
  return element;
}

async function set(element: Element, name: string, value: string, event = 'input'): Promise<void> {
  const field = inside<Field>(element, `.fields [name="${name}"], .tokens [name="${name}"]`);
  ok(field, `no field ${name}`);
  field.value = value;
  field.dispatchEvent(new Event(event));
  await settle(element);
}

async function choose(element: Element, value: string): Promise<void> {
  inside(element, `input[value="${value}"]`)?.click();
  await settle(element);
}

describe('<portico-playground>', () => {
  afterEach(unmountAll);

  it('begins with the snippet, the owner\'s own colour, and nothing to add', async () => {
    const element = await playground();
    const [snippet = '', css = ''] = codes(element);
    ok(snippet.includes(`src="${fakeApi}/v1/portal.js" data-business="river-physio"`) && snippet.includes('min-height:max(600px,37.5rem)'), snippet);
    ok(css.startsWith('/* Nothing to add'), css);
    equal(inside<HTMLInputElement>(element, '[name="--portal-color-accent"]')?.value, '#1f6f5c');
  });

  it('shows every change on the element at once, in the rule, and takes it back', async () => {
    const element = await playground();
    await set(element, '--portal-color-accent', '#aa3300');
    await set(element, '--portal-radius', '20');
    equal(getComputedStyle(shown(element)).getPropertyValue('--portal-radius'), '20px');
    await until('text on the accent is fitted', () => inside(shown(element), '.root')?.style.getPropertyValue('--_computed-on-accent') === 'white');
    equal(codes(element)[1], 'portal-bookings {\n  --portal-color-accent: #aa3300;\n  --portal-radius: 20px;\n}');
    inside(element, '.bar button')?.click();
    await settle(element);
    equal(getComputedStyle(shown(element)).getPropertyValue('--portal-radius'), '');
    ok(codes(element)[1]?.startsWith('/* Nothing'), 'the rule stayed');
  });

  it('knows every token, and lets nothing out of its declaration', async () => {
    const element = await playground();
    equal(element.shadowRoot?.querySelectorAll('.tokens input').length, 29);
    await set(element, '--portal-shadow', 'none; } body { display: none', 'change');
    equal(codes(element)[1], 'portal-bookings {\n  --portal-shadow: none  body  display: none;\n}');
  });

  it('puts attributes on the element and into the snippet', async () => {
    const element = await playground();
    await until('the services are there', () => inside<HTMLSelectElement>(element, '[name="service"]')?.options.length === 4);
    await set(element, 'service', massage.id, 'change');
    await set(element, 'theme', 'dark', 'change');
    inside<HTMLInputElement>(element, '.checks input')?.click();
    await settle(element);
    equal(['service', 'theme', 'lock-service'].map((name) => shown(element).getAttribute(name)), [massage.id, 'dark', '']);
    ok(codes(element)[0]?.includes(`<portal-bookings theme="dark" service="${massage.id}" lock-service style=`) || codes(element)[0]?.includes(`service="${massage.id}" theme="dark" lock-service`), codes(element)[0] ?? '');
    await choose(element, 'login');
    ok(/<portal-login theme="dark" style="display:block;min-height:max\(440px,27\.5rem\)">/.test(codes(element)[0] ?? ''), codes(element)[0] ?? '');
    ok(!shown(element).hasAttribute('service'), 'the other element knows no service');
  });

  it('shows a light page, a dark one and a narrow column, each with a fresh element', async () => {
    const element = await playground();
    const first = shown(element);
    await choose(element, 'dark');
    await until('it is dark', () => inside(shown(element), '.root')?.style.colorScheme === 'dark');
    ok(shown(element) !== first && !first.isConnected, 'the old one stayed');
    await choose(element, 'narrow');
    await until('it is there', () => inside(shown(element), '.slot'));
    ok(shown(element).clientWidth <= 300, `it is ${shown(element).clientWidth} px wide`);
  });

  it('is clean under axe, and fits 320 px', async () => {
    const element = await playground();
    element.style.width = '320px';
    inside<HTMLDetailsElement>(element, 'details')!.open = true;
    await settle(element);
    equal(element.scrollWidth, 320, 'width');
    // The element on the stage has tests of its own.
    for (const part of ['.bar', '.fields', 'details', '.codes']) await axeClean(inside(element, part)!, part);
  });
});
