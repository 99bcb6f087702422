import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { fakeApi, fakeClient } from '../test-support/fake-client.ts';
import { equal, mount, ok, settle, unmountAll } from '../test-support/mount.ts';
import { define } from './define.ts';
import type { Dictionary } from './localize.ts';
import { PortalElement } from './portal-element.ts';
import { publicTokens } from '../playground/token-list.ts';
import { tokens } from './tokens.styles.ts';

const nothing = async () => ({ messages: {} });
const dictionary: Dictionary<never> = { name: 'tokens', english: {}, others: { ar: nothing, de: nothing, es: nothing, fr: nothing, pt: nothing } };

/** One of everything that the base draws, and what only features draw of its tokens. */
class TokenSampler extends PortalElement {
  static override styles = [PortalElement.styles, css`
    .good { color: var(--_success); }
    .careful { color: var(--_warning); }
    /* As :focus-visible does: a page behind another has no focus to look at. */
    .ring { outline: 2px solid var(--_focus); }
    .line { border-block-start: var(--_border-width) solid var(--_border); }
    .card { background: var(--_surface-raised); box-shadow: var(--_shadow); border-radius: var(--_radius); padding: var(--_space); }
  `];
  protected override readonly dictionary = dictionary;
  protected override renderContent(): TemplateResult {
    return html`
      <p class="heading">Heading</p><p class="hint">hint</p><p class="good">good</p><p class="careful">careful</p><p class="error">wrong</p>
      <a class="link" href="#x">link</a><button type="button" class="primary">Book</button><button type="button" class="secondary">Later</button>
      <input aria-label="Name"><p class="ring">ring</p><p class="line">line</p><p class="card">card</p><dialog>dialog</dialog>`;
  }
}
define('portal-token-sampler', TokenSampler);

/** What setting a token does: at which part, in which property, to what. */
type Effect = readonly [value: string, selector: string, property: string, computed: string, pseudo?: string];
const effects: Readonly<Record<string, Effect>> = {
  '--portal-color-accent': ['rgb(1, 2, 3)', '.primary', 'background-color', 'rgb(1, 2, 3)'],
  '--portal-color-on-accent': ['rgb(1, 2, 3)', '.primary', 'color', 'rgb(1, 2, 3)'],
  '--portal-color-text': ['rgb(1, 2, 3)', '.root', 'color', 'rgb(1, 2, 3)'],
  '--portal-color-text-muted': ['rgb(1, 2, 3)', '.hint', 'color', 'rgb(1, 2, 3)'],
  '--portal-color-link': ['rgb(1, 2, 3)', '.link', 'color', 'rgb(1, 2, 3)'],
  '--portal-color-surface': ['rgb(1, 2, 3)', '.root', 'background-color', 'rgb(1, 2, 3)'],
  '--portal-color-surface-raised': ['rgb(1, 2, 3)', '.card', 'background-color', 'rgb(1, 2, 3)'],
  '--portal-color-border': ['rgb(1, 2, 3)', '.line', 'border-top-color', 'rgb(1, 2, 3)'],
  '--portal-color-danger': ['rgb(1, 2, 3)', '.error', 'color', 'rgb(1, 2, 3)'],
  '--portal-color-success': ['rgb(1, 2, 3)', '.good', 'color', 'rgb(1, 2, 3)'],
  '--portal-color-warning': ['rgb(1, 2, 3)', '.careful', 'color', 'rgb(1, 2, 3)'],
  '--portal-color-focus': ['rgb(1, 2, 3)', '.ring', 'outline-color', 'rgb(1, 2, 3)'],
  '--portal-color-backdrop': ['rgb(1, 2, 3)', 'dialog', 'background-color', 'rgb(1, 2, 3)', '::backdrop'],
  '--portal-input-background': ['rgb(1, 2, 3)', 'input', 'background-color', 'rgb(1, 2, 3)'],
  '--portal-input-border': ['rgb(1, 2, 3)', '.secondary', 'border-top-color', 'rgb(1, 2, 3)'],
  '--portal-font-family': ['monospace', '.hint', 'font-family', 'monospace'],
  '--portal-font-family-heading': ['monospace', '.heading', 'font-family', 'monospace'],
  '--portal-font-size': ['20px', '.card', 'font-size', '20px'],
  '--portal-font-weight-strong': ['700', '.primary', 'font-weight', '700'],
  '--portal-line-height': ['2', '.card', 'line-height', '32px'],
  '--portal-radius': ['3px', '.card', 'border-top-left-radius', '3px'],
  '--portal-radius-control': ['5px', '.primary', 'border-top-left-radius', '5px'],
  '--portal-border-width': ['3px', '.line', 'border-top-width', '3px'],
  '--portal-shadow': ['rgb(1, 2, 3) 1px 2px 3px 0px', '.card', 'box-shadow', 'rgb(1, 2, 3) 1px 2px 3px 0px'],
  '--portal-space': ['11px', '.card', 'padding-top', '11px'],
  '--portal-control-height': ['61px', '.primary', 'min-height', '61px'],
  '--portal-max-width': ['321px', ':host', 'max-width', '321px'],
  '--portal-min-height': ['432px', ':host', 'min-height', '432px'],
  '--portal-duration': ['99ms', '.primary', 'transition-duration', '0.099s'],
};

describe('the public tokens', () => {
  beforeEach(() => { fakeClient(); });
  afterEach(unmountAll);

  it('are 29, all of them read, and no other', () => {
    const read = new Set(tokens.cssText.match(/--portal-[\w-]+/g));
    equal([publicTokens.length, [...read].sort()], [29, publicTokens.map(({ name }) => name as string).sort()]);
  });

  it('stand in the README with their defaults', async () => {
    const text = await (await fetch('/packages/elements/README.md')).text();
    const missing = publicTokens.filter(({ name, default: standard }) => !text.includes(`| \`${name}\` | ${standard} |`));
    equal(missing.map(({ name }) => name), []);
  });

  for (const { name } of publicTokens) {
    it(`do something: ${name}`, async () => {
      const [value, selector, property, computed, pseudo] = effects[name] ?? [];
      ok(value && selector && property, 'nobody says what it does');
      const element = await mount<HTMLElement>(`<div><portal-token-sampler business="river-physio" api-url="${fakeApi}"></portal-token-sampler></div>`);
      const sampler = element.firstElementChild as TokenSampler;
      const target = selector === ':host' ? sampler : sampler.shadowRoot?.querySelector<HTMLElement>(selector);
      const now = (): string => getComputedStyle(target!, pseudo).getPropertyValue(property);
      if (selector === 'dialog') sampler.shadowRoot?.querySelector('dialog')?.showModal();
      sampler.style.setProperty('--portal-duration', '0ms');
      const before = now();
      sampler.style.removeProperty('--portal-duration');
      // Anywhere above the element will do.
      element.style.setProperty(name, value);
      if (name !== '--portal-duration') element.style.setProperty('--portal-duration', '0ms');
      await settle(sampler);
      ok(before !== computed, 'it was like that before');
      ok(now().includes(computed ?? ''), `${property} of ${selector} is ${now()}`);
    });
  }
});
