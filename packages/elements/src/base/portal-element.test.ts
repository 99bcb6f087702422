import type { BusinessPage } from '@portico/contract/business.ts';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { fakeApi, fakeClient, pending, refusal } from '../test-support/fake-client.ts';
import { equal, mount, ok, settle, unmountAll, until } from '../test-support/mount.ts';
import { parseColour } from './colour.ts';
import { define } from './define.ts';
import { learnProblems } from './localize.ts';
import type { Dictionary, LanguageModule } from './localize.ts';
import { OverlayController } from './overlay-controller.ts';
import { PortalElement } from './portal-element.ts';

const words: Dictionary<'hello'> = {
  name: 'test',
  english: { hello: 'Your {bookings}' },
  others: {
    ar: async () => ({ messages: { hello: 'ال{bookings}' } }),
    de: () => german.promise,
    es: async () => ({ messages: { hello: 'Sus {bookings}' } }),
    fr: async () => ({ messages: { hello: 'Vos {bookings}' } }),
    pt: async () => ({ messages: { hello: 'Lista: {bookings}' } }),
  },
};
let german = pending<LanguageModule<'hello'>>();

class TestElement extends PortalElement<'hello'> {
  protected override readonly dictionary = words;
  readonly changes: string[] = [];
  isBroken = false;
  dismissed = 0;
  readonly overlay = new OverlayController(this, {
    anchor: () => this.renderRoot.querySelector<HTMLElement>('.anchor'),
    panel: () => this.renderRoot.querySelector<HTMLElement>('[popover]'),
    onDismiss: () => {
      this.dismissed += 1;
      this.overlay.close();
    },
  });

  protected override renderContent(): TemplateResult {
    if (this.isBroken) throw new Error('broken');
    return html`
      <p class="says">${this.t('hello')}</p>
      <button type="button" class="primary anchor">Book</button><a class="link" href="#x">link</a><p class="error">wrong</p>
      <div popover="manual">panel</div>`;
  }
  tell(): boolean[] {
    return [this.emit('portal-ready', { business: 'b1' }), this.emit('portal-test', {}), this.emit('portal-before-test', { id: 'b1' })];
  }
  adopt(page: Partial<BusinessPage>): void { this.adoptBusiness({ words: {}, ...page } as BusinessPage); }
  protected override languageChanged(): void { this.changes.push(this.locale); }
  speak(text: string): void { this.announce(text); }
}
define('portal-test', TestElement);

declare module './portal-events.ts' {
  interface PortalEventDetails {
    'portal-test': NoDetail;
    'portal-before-test': { readonly id: string };
  }
}


const markup = (attributes = ''): string => `<portal-test business="river-physio" api-url="${fakeApi}" ${attributes}></portal-test>`;
const at = (element: Element, selector: string): HTMLElement => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const style = (element: Element, selector: string): CSSStyleDeclaration => getComputedStyle(at(element, selector));

describe('PortalElement', () => {
  beforeEach(() => { fakeClient(); });
  afterEach(() => {
    unmountAll();
    document.body.removeAttribute('style');
  });

  it('tells the page with frozen details that cross shadow roots, and hears a refusal', async () => {
    const element = await mount<TestElement>(markup());
    const heard: CustomEvent[] = [];
    const listen = (event: Event): void => {
      heard.push(event as CustomEvent);
      event.preventDefault();
    };
    const names = ['portal-ready', 'portal-test', 'portal-before-test'];
    for (const name of names) document.addEventListener(name, listen);
    equal(element.tell(), [true, true, false]);
    for (const name of names) document.removeEventListener(name, listen);
    equal(heard.map(({ type }) => type), names);
    ok(heard.every(({ bubbles, composed, detail }) => bubbles && composed && Object.isFrozen(detail)), 'the wrong kind of event');
  });

  it('looks like a light page and like a dark one, without being told', async () => {
    for (const [page, text, scheme] of [['rgb(250, 246, 238)', 'rgb(40, 40, 40)', 'light'], ['rgb(18, 18, 20)', 'rgb(230, 230, 225)', 'dark']] as const) {
      Object.assign(document.body.style, { background: page, color: text });
      const element = await mount<TestElement>(markup());
      element.adopt({ accent: '#2b2b6b' });
      await settle(element);
      equal([style(element, '.root').color, style(element, '.root').colorScheme], [text, scheme]);
      for (const selector of ['.link', '.error']) {
        const { contrast } = await import('./colour.ts');
        const found = contrast(parseColour(style(element, selector).color)!, parseColour(page)!);
        ok(found >= 4.5, `${selector} on ${page}: ${found.toFixed(2)}`);
      }
      unmountAll();
    }
  });

  it('takes the owner\'s accent, with text that can be read on it; the page\'s tokens win', async () => {
    // Without the duration: half way through a transition a colour is neither.
    const element = await mount<TestElement>(markup('style="--portal-duration: 0ms"'));
    element.adopt({ accent: '#ffcc00' });
    await settle(element);
    equal([style(element, '.primary').backgroundColor, style(element, '.primary').color], ['rgb(255, 204, 0)', 'rgb(0, 0, 0)']);
    element.style.setProperty('--portal-color-accent', '#102030');
    element.theme = 'light';
    await settle(element);
    equal([style(element, '.primary').backgroundColor, style(element, '.primary').color], ['rgb(16, 32, 48)', 'rgb(255, 255, 255)']);
  });

  it('can be told to be dark or light', async () => {
    const element = await mount<TestElement>(markup('theme="dark"'));
    equal([style(element, '.root').colorScheme, style(element, '.root').color], ['dark', 'rgb(242, 242, 243)']);
    element.theme = 'light';
    await settle(element);
    equal([style(element, '.root').colorScheme, style(element, '.root').color], ['light', 'rgb(29, 29, 31)']);
  });

  it('keeps its size and manners on a hostile page', async () => {
    const hostile = new CSSStyleSheet();
    hostile.replaceSync('html { font-size: 62.5% !important } body, body * { font-size: 30px !important; line-height: 3 !important; letter-spacing: 3px !important } body { text-transform: uppercase; text-align: center }');
    document.adoptedStyleSheets.push(hostile);
    const element = await mount<TestElement>(markup());
    const { fontSize, letterSpacing, textTransform, textAlign } = style(element, '.says');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== hostile);
    equal([fontSize, letterSpacing, textTransform, textAlign], ['16px', 'normal', 'none', 'start']);
  });

  it('speaks the nearest language, also beyond shadow roots, and the owner\'s words', async () => {
    const outer = document.createElement('div');
    outer.lang = 'en-ZA';
    document.body.append(outer);
    const element = await mount<TestElement>(markup(), outer.attachShadow({ mode: 'open' }) as unknown as Element);
    equal(element.locale, 'en-ZA');
    element.adopt({ words: { bookings: 'visits' } });
    await settle(element);
    equal(at(element, '.says').textContent, 'Your visits');
    outer.remove();
  });

  it('waits for its language without a word of English, then follows the page', async () => {
    const outer = document.createElement('div');
    outer.lang = 'de-AT';
    document.body.append(outer);
    const element = await mount<TestElement>(markup(), outer);
    equal([element.locale, at(element, '.root').textContent?.trim()], ['de-AT', ''], 'before the words are there');
    german.resolve({ messages: { hello: 'Ihre {bookings}' } });
    await until('German is there', () => at(element, '.says'));
    equal([at(element, '.says').textContent, at(element, '.root').lang, element.changes], ['Ihre Termine', 'de-AT', []]);
    outer.lang = 'ar';
    await until('Arabic is there', () => at(element, '.says').textContent === 'المواعيد');
    equal([at(element, '.root').dir, style(element, '.says').direction, element.isRtl, element.changes], ['rtl', 'rtl', true, ['ar']]);
    await learnProblems();
    equal([element.explain(refusal('busy', 'Busy.')), element.explainField('Too short.', 'hello')], ['الضغط كبير في هذه اللحظة. يُرجى المحاولة بعد قليل.', 'المواعيد']);
    outer.lang = 'en';
    await until('English is back', () => at(element, '.says').textContent === 'Your bookings');
    equal([at(element, '.root').dir, element.explain(refusal('busy', 'Busy.')), element.explainField('Too short.', 'hello')], ['ltr', 'Busy.', 'Too short.']);
    german = pending();
    outer.remove();
  });

  it('turns with a page that only its style sheet turns', async () => {
    document.body.style.direction = 'rtl';
    const element = await mount<TestElement>(markup());
    equal([element.isRtl, at(element, '.root').dir], [true, 'rtl']);
  });

  it('never throws at the page', async () => {
    const errors: string[] = [];
    const element = await mount<TestElement>(markup());
    element.addEventListener('portal-error', (event) => errors.push((event as CustomEvent<{ code: string }>).detail.code));
    element.isBroken = true;
    element.requestUpdate();
    await settle(element);
    equal(errors, ['internal']);
    ok(at(element, '[role="alert"]').textContent?.includes('reload the page'), 'nothing is said');
  });

  it('says things to screen readers, the same one twice, too', async () => {
    const element = await mount<TestElement>(markup());
    const said: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      element.speak('Taken');
      await settle(element);
      said.push(at(element, '[aria-live]').textContent ?? '');
    }
    equal(said.map((text) => text.trim()), ['Taken', 'Taken']);
    ok(said[0] !== said[1], 'the second is not heard');
  });

  it('follows the session only while it is on the page', async () => {
    const client = fakeClient();
    const element = await mount<TestElement>(markup());
    let updates = 0;
    element.requestUpdate = (...args) => {
      updates += 1;
      Object.getPrototypeOf(TestElement.prototype).requestUpdate.apply(element, args);
    };
    client.become('signed_in');
    equal(updates, 1, 'updates on the page');
    element.remove();
    client.become('signed_out');
    equal(updates, 1, 'updates after it left');
  });

  it('opens overlays beside their anchor, above everything, and closes them on Escape and elsewhere', async () => {
    const clip = document.createElement('div');
    clip.style.cssText = 'overflow: hidden; height: 90px; transform: translateX(20px); contain: layout paint';
    document.body.append(clip);
    const element = await mount<TestElement>(markup(), clip);
    element.overlay.open();
    await settle(element);
    const [anchor, panel] = [at(element, '.anchor').getBoundingClientRect(), at(element, '[popover]').getBoundingClientRect()];
    equal([Math.round(panel.left - anchor.left), Math.round(panel.top - anchor.bottom)], [0, 4], 'place');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    ok(!element.overlay.isOpen && !at(element, '[popover]').matches(':popover-open'), 'Escape does not close it');
    element.overlay.open();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    equal([element.overlay.isOpen, element.dismissed], [false, 2]);
    element.overlay.open();
    element.remove();
    ok(!element.overlay.isOpen, 'it stays open after its element has left');
    clip.remove();
  });
});
