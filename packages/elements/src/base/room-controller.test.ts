import { html, LitElement } from 'lit';
import { equal, mount, ok, settle, unmountAll } from '../test-support/mount.ts';
import { RoomController } from './room-controller.ts';

/** An element as those that wait for an answer: bones first, then a list. */
class RoomSample extends LitElement {
  readonly room = new RoomController(this, () => this.renderRoot.querySelector('.list'), () => this.renderRoot.querySelector('.whole'));
  lines = 0;
  isTall = false;

  protected override render() {
    if (this.lines === 0) return html`<div class="bones"></div>`;
    return html`<div class="whole"><p>Head</p>${this.isTall ? html`<div class="tall"></div>` : ''}<div class="list" tabindex="0">${Array.from({ length: this.lines }, () => html`<div class="line">Line</div>`)}</div></div>${this.room.cut ? html`<button>More</button>` : ''}`;
  }
}
customElements.define('room-sample', RoomSample);


async function sample(style: string): Promise<RoomSample> {
  const element = await mount<RoomSample>(`<room-sample style="display:block;${style}"></room-sample>`);
  const looks = new CSSStyleSheet();
  looks.replaceSync('.bones { height: 100px } p { margin: 0; height: 20px } .tall { height: 280px } .list, .whole { overflow: hidden } .line { height: 30px } button { display: block; height: 25px; padding: 0; border: 0 }');
  element.shadowRoot!.adoptedStyleSheets = [looks];
  return element;
}

async function arrive(element: RoomSample, lines: number): Promise<void> {
  element.lines = lines;
  element.requestUpdate();
  await settle(element);
}

describe('the room that a page reserved', () => {
  afterEach(unmountAll);

  it('is kept: a longer list is cut where it ends, with a way to see the rest', async () => {
    const element = await sample('min-height:400px');
    await arrive(element, 40);
    equal(element.offsetHeight, 400);
    ok(element.shadowRoot!.querySelector('button'), 'no button');
    equal(element.shadowRoot!.querySelector<HTMLElement>('.list')!.offsetHeight, 400 - 20 - 25);
  });

  it('leaves what fits as it is', async () => {
    const element = await sample('min-height:400px');
    await arrive(element, 5);
    equal([element.offsetHeight, element.room.cut], [400, undefined]);
  });

  it('is given up once somebody has touched the element, and for good', async () => {
    for (const act of ['click', 'keyup']) {
      const element = await sample('min-height:400px');
      await arrive(element, 40);
      element.shadowRoot!.querySelector('.list')!.dispatchEvent(new Event(act, { bubbles: true, composed: true }));
      await settle(element);
      equal([act, element.offsetHeight, element.room.cut], [act, 20 + 40 * 30, undefined]);
      await arrive(element, 50);
      equal(element.offsetHeight, 20 + 50 * 30);
    }
  });

  it('stays while a pointer is only down: what it is over must not move away under it', async () => {
    const element = await sample('min-height:400px');
    await arrive(element, 40);
    for (const type of ['pointerdown', 'mousedown']) element.shadowRoot!.querySelector('.list')!.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    await settle(element);
    equal(element.offsetHeight, 400);
  });

  it('is kept where more than the list is too long: then the whole is cut, and once for good', async () => {
    const element = await sample('min-height:400px');
    element.isTall = true;
    await arrive(element, 40);
    equal([element.offsetHeight, element.room.cut], [400, 'whole']);
    await arrive(element, 10);
    equal([element.offsetHeight, element.room.cut], [400, 'whole']);
    element.shadowRoot!.querySelector('button')!.click();
    await settle(element);
    equal([element.offsetHeight, element.room.cut], [300 + 10 * 30, undefined]);
  });

  it('may be outgrown out of sight', async () => {
    const element = await sample(`min-height:400px;margin-top:${innerHeight}px`);
    await arrive(element, 40);
    equal([element.offsetHeight, element.room.cut], [20 + 40 * 30, undefined]);
    element.style.marginTop = '-900px';
    await arrive(element, 50);
    equal(element.offsetHeight, 20 + 40 * 30, 'in sight it stays as it is');
  });

  it('is not invented where the page reserved none', async () => {
    const element = await sample('');
    await arrive(element, 40);
    equal([element.offsetHeight, element.room.cut], [20 + 40 * 30, undefined]);
  });
});
