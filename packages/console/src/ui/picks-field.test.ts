import { html, type TemplateResult } from 'lit';
import { ok } from '../test-support/console-hands.ts';
import { FormController } from './form-controller.ts';
import { LightElement } from './light-element.ts';
import { picksField } from './picks-field.template.ts';

class PicksHost extends LightElement {
  readonly form = new FormController(this, { days: [99, 7] as readonly number[] });
  protected override render(): TemplateResult {
    return html`${picksField(this.form, 'days', { label: 'Days', choices: [1, 7, 14].map((value) => ({ value, label: String(value) })), most: 3 })}`;
  }
}
customElements.define('picks-host', PicksHost);

async function host(): Promise<{ host: PicksHost; boxes: HTMLInputElement[]; press(at: number): Promise<void> }> {
  const element = document.createElement('picks-host') as PicksHost;
  document.body.replaceChildren(element);
  await element.updateComplete;
  const boxes = [...element.querySelectorAll('input')];
  return { host: element, boxes, press: async (at) => { boxes[at]?.click(); await element.updateComplete; } };
}

describe('any of a few', () => {
  it('keeps what is picked and not shown, and the order of the choices', async () => {
    const { host: { form }, boxes, press } = await host();
    ok(boxes.map(({ checked }) => checked).join() === 'false,true,false', 'seven is picked');
    await press(0);
    ok(form.draft.days.join() === '99,1,7', form.draft.days.join());
    await press(1);
    ok(form.draft.days.join() === '99,1', form.draft.days.join());
  });

  it('lets nobody pick more than allowed, and whoever is there be unpicked', async () => {
    const { boxes, press } = await host();
    await press(0);
    ok(boxes.map(({ disabled }) => disabled).join() === 'false,false,true', 'fourteen is one too many');
    await press(0);
    ok(boxes.every(({ disabled }) => !disabled), 'all can be picked again');
  });
});
