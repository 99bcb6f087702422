import { html, LitElement } from 'lit';
import { equal, mount, settle, unmountAll } from '../test-support/mount.ts';
import { SpareRoomController } from './spare-room.ts';

class SpareSample extends LitElement {
  isShort = false;
  readonly #states = this.attachInternals().states;
  readonly room = new SpareRoomController(this, () => this.isShort);

  toggleState(state: string, is: boolean): void {
    this.#states[is ? 'add' : 'delete'](state);
  }

  protected override render() {
    return html`<button>Here</button>`;
  }
}
customElements.define('spare-sample', SpareSample);

async function sample(before = 0): Promise<SpareSample> {
  const element = await mount<SpareSample>(`<spare-sample style="display:block;min-height:300px;margin-top:${before}px"></spare-sample>`);
  const looks = new CSSStyleSheet();
  looks.replaceSync(':host(:state(compact)) { min-height: 0 !important } button { height: 30px; padding: 0; border: 0; display: block }');
  element.shadowRoot!.adoptedStyleSheets = [looks];
  return element;
}

async function shorten(element: SpareSample, isShort = true): Promise<void> {
  element.isShort = isShort;
  element.requestUpdate();
  await settle(element);
}

/** That scrolling gives it back is seen in server/e2e/room: a page that lies behind another is told of no scrolling. */
describe('room that is not needed any more', () => {
  afterEach(unmountAll);

  it('stays while somebody looks at what comes after it', async () => {
    const element = await sample();
    await shorten(element);
    equal(element.offsetHeight, 300);
  });

  it('is given back at an act of the person, and taken again when it is needed', async () => {
    const element = await sample();
    element.shadowRoot!.querySelector('button')!.click();
    equal(element.offsetHeight, 300);
    await shorten(element);
    equal(element.offsetHeight, 30);
    await shorten(element, false);
    equal(element.offsetHeight, 300);
  });

  it('is given back where its end is out of sight', async () => {
    const element = await sample(innerHeight);
    await shorten(element);
    equal(element.offsetHeight, 30);
  });
});
