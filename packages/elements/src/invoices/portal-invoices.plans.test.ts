import type { StartPaymentInput } from '@portico/contract/invoices/checkout.ts';
import type { OwnPlanList } from '@portico/contract/invoices/plans.ts';
import { axeClean } from '../test-support/axe.ts';
import { refusal } from '../test-support/fake-client.ts';
import { stage } from '../test-support/gallery.ts';
import { look, pressIn, rowOf, typeIn, words, type InvoicesScene } from '../test-support/invoices-gallery.ts';
import { equal, ok, settle, unmountAll, until } from '../test-support/mount.ts';
import { plansGallery, plansScene } from '../test-support/plans-gallery.ts';
import { automaticPlan, openPlan, planInvoice, sampleMethod, samplePlan, samplePlans } from '../test-support/sample-plans.ts';

afterEach(() => {
  unmountAll();
  stage.lang = 'en';
  document.body.removeAttribute('style');
});

const tick = '[data-consent]';
const askedToPay = ({ client }: InvoicesScene): StartPaymentInput => (client.callsOf('invoices.startPayment').at(-1) as [StartPaymentInput])[0];
const isSaid = (scene: InvoicesScene, text: string): Promise<unknown> => until(`"${text}" is said`, () => [...document.querySelectorAll('[aria-live]'), ...scene.element.shadowRoot!.querySelectorAll('[role="status"]')].some((at) => at.textContent?.includes(text)));

describe('<portal-invoices> and plans', () => {
  it('says name, price, what comes next, and what it is taken from', async () => {
    const { element, client } = await plansScene(samplePlans());
    equal(words(element, '[data-plan="subscription-0000001"]'), 'Monthly care R 850 every month Next payment: 25 December, R 850 from Visa ···· 4242 Pause or end Stop automatic payment');
    equal(words(element, '[data-plan="subscription-0000002"]'), 'Pilates twice a week R 1 200 every month Ended: Wednesday 30 September 2026');
    equal(words(element, '.methods'), 'Visa ···· 4242 until 12/2034 Remove');
    equal(client.calls.map(([name]) => name), ['invoices.start']);
  });

  it('says the next invoice where it is paid by hand, and that a paused one has none', async () => {
    const { element } = await plansScene(samplePlans([samplePlan(), samplePlan({ id: 'subscription-0000003', state: 'paused', next: null })], []));
    ok(words(element, '[data-plan="subscription-0000001"]').includes('Next invoice: 25 December, R 850'), 'nothing comes next');
    ok(words(element, '[data-plan="subscription-0000003"]').includes('Paused. There are no invoices until it goes on. Go on or end'), words(element, '[data-plan="subscription-0000003"]'));
    ok(!look(element, '.methods'), 'an empty list');
  });

  it('says when an open invoice is taken by itself', async () => {
    const { element } = await plansScene(samplePlans([{ ...automaticPlan, open: [{ invoiceId: planInvoice.id, chargeOn: '2026-11-27', label: { chargeOn: 'Friday' } }] }]), [planInvoice]);
    ok(words(element, '.plans').includes('R 850 is open, and taken from Visa ···· 4242: Friday'), words(element, '.plans'));
    ok(!look(element, tick), 'agreed twice');
  });
});

describe('<portal-invoices> agreeing while paying', () => {
  it('is never ticked beforehand; without the tick nothing is agreed to', async () => {
    const scene = await plansScene(samplePlans([openPlan], []), [planInvoice]);
    const box = look(scene.element, tick) as HTMLInputElement;
    equal([box.checked, box.closest('label')?.textContent?.trim()], [false, openPlan.consent?.text]);
    await pressIn(scene, '.debt [data-action="pay"]');
    equal(askedToPay(scene).autopay, undefined);
  });

  it('sends back what was shown, from whichever button pays it', async () => {
    const scene = await plansScene(samplePlans([openPlan], []), [planInvoice]);
    await pressIn(scene, tick);
    await pressIn(scene, `${rowOf(planInvoice.id)} [data-action="pay"]`);
    equal(askedToPay(scene).autopay, { subscriptionId: openPlan.id, version: '2026-11', lang: 'en', amountMinor: 85_000 });
  });

  it('changes its mind; and another invoice agrees to nothing', async () => {
    const other = { ...planInvoice, id: 'invoice-000000000099' };
    const scene = await plansScene(samplePlans([openPlan], []), [planInvoice, other]);
    await pressIn(scene, tick);
    await pressIn(scene, `${rowOf(other.id)} [data-action="pay"]`);
    equal(askedToPay(scene).autopay, undefined);
    await pressIn(scene, tick);
    await pressIn(scene, `${rowOf(planInvoice.id)} [data-action="pay"]`);
    equal(askedToPay(scene).autopay, undefined);
  });

  it('is not offered where nobody takes cards, or nothing is open', async () => {
    ok(!look((await plansScene(samplePlans([openPlan], []), [planInvoice], { methods: ['bank_transfer'] })).element, tick), 'a card that nobody takes');
    unmountAll();
    ok(!look((await plansScene(samplePlans([samplePlan()], []))).element, tick), 'nothing to pay with it');
  });

  it('is another intention than paying without: a lost answer is not the same try', async () => {
    let lost = 0;
    const scene = await plansScene(samplePlans([openPlan], []), [planInvoice], {}, { startPayment: async () => { throw (lost += 1, refusal('unreachable', 'No connection.')); } });
    await pressIn(scene, '.debt [data-action="pay"]', '.error');
    await pressIn(scene, tick);
    await pressIn(scene, '.debt [data-action="pay"]');
    await until('it was asked twice', () => lost === 2);
    const keys = scene.client.callsOf('invoices.startPayment').map(([, options]) => (options as { idempotencyKey: string }).idempotencyKey);
    ok(keys[0] !== keys[1], 'the same key for two intentions');
  });
});

describe('<portal-invoices> and what a client may do about a plan', () => {
  it('asks for a pause with a word about why, and says that nothing changes yet', async () => {
    const asked = samplePlans([{ ...automaticPlan, request: { id: 'request-000000000001', kind: 'pause', note: '', askedAt: '2026-11-25T08:00:00.000Z', label: { askedOn: 'today' } } }]);
    const scene = await plansScene(samplePlans(), [], {}, {}, { ask: async () => asked.items[0]! }, asked);
    await pressIn(scene, '[data-action="consider"]', '.plan-wish');
    equal((scene.element.shadowRoot!.activeElement as HTMLInputElement | null)?.name, 'kind');
    await typeIn(scene, '#plan-note', ' Back in March. ');
    await pressIn(scene, '.plan-wish [type="submit"]');
    await until('it waits', () => look(scene.element, '.plans .asked'));
    equal(scene.client.callsOf('plans.ask'), [['subscription-0000001', { kind: 'pause', note: 'Back in March.' }]]);
    equal(words(scene.element, '.plans .asked'), 'You have asked for a pause. We answer by e-mail.');
    equal(words(scene.element, '[data-action="ask"]'), 'Take it back');
    ok(!look(scene.element, '.plan-wish'), 'the form is still there');
  });

  it('asks for the end, or to go on', async () => {
    const scene = await plansScene(samplePlans(), [], {}, {}, { ask: async () => automaticPlan });
    await pressIn(scene, '[data-action="consider"]', '.plan-wish');
    await pressIn(scene, '.plan-wish [value="cancel"]');
    await pressIn(scene, '.plan-wish [type="submit"]');
    await until('it was asked', () => scene.client.callsOf('plans.ask').length);
    equal(scene.client.callsOf('plans.ask')[0], ['subscription-0000001', { kind: 'cancel', note: '' }]);
    unmountAll();
    const paused = await plansScene(samplePlans([samplePlan({ state: 'paused', next: null })]), [], {}, {}, { ask: async () => automaticPlan });
    await pressIn(paused, '[data-action="consider"]', '.plan-wish');
    equal([...paused.element.shadowRoot!.querySelectorAll<HTMLInputElement>('.plan-wish [name="kind"]')].map(({ value, checked }) => [value, checked]), [['resume', true], ['cancel', false]]);
  });

  it('takes it back', async () => {
    const scene = await plansScene(samplePlans([{ ...automaticPlan, request: { id: 'request-000000000001', kind: 'cancel', note: '', askedAt: '2026-11-25T08:00:00.000Z', label: { askedOn: 'today' } } }]), [], {}, {}, { takeBack: async () => automaticPlan }, samplePlans());
    await pressIn(scene, '[data-action="ask"]', '[data-action="consider"]');
    equal(scene.client.callsOf('plans.takeBack'), [['subscription-0000001']]);
  });

  it('stops what is paid automatically with one press, and removes a card', async () => {
    const scene = await plansScene(samplePlans(), [], {}, {}, { stopPayingAutomatically: async () => samplePlan(), removeMethod: async () => samplePlans([samplePlan()], []) }, samplePlans([samplePlan()]));
    await pressIn(scene, '[data-action="auto"]', '[data-action="read"]');
    equal(scene.client.callsOf('plans.stopPayingAutomatically'), [['subscription-0000001']]);
    await isSaid(scene, 'Monthly care is no longer paid automatically.');
    await pressIn(scene, '[data-action="remove"]');
    await until('it was asked', () => scene.client.callsOf('plans.removeMethod').length);
    equal(scene.client.callsOf('plans.removeMethod'), [[sampleMethod.id]]);
  });

  it('agrees again only after the words have been shown', async () => {
    const scene = await plansScene(samplePlans([samplePlan()]), [], {}, {}, { payAutomatically: async () => automaticPlan }, samplePlans());
    ok(!look(scene.element, '[data-action="agree"]'), 'nobody has read anything');
    await pressIn(scene, '[data-action="read"]', '[data-action="agree"]');
    ok(words(scene.element, '.opened').includes(openPlan.consent!.text), words(scene.element, '.opened'));
    await pressIn(scene, '[data-action="agree"]', '[data-action="auto"]');
    equal(scene.client.callsOf('plans.payAutomatically'), [['subscription-0000001', { methodId: sampleMethod.id, version: '2026-11', lang: 'en', amountMinor: 85_000 }]]);
  });

  it('says what went wrong beside it, and shows what is so by now', async () => {
    const scene = await plansScene(samplePlans(), [], {}, {}, { stopPayingAutomatically: async () => { throw refusal('unreachable', 'No connection.'); } });
    await pressIn(scene, '[data-action="auto"]', '.plans .error');
    equal(scene.client.callsOf('invoices.start').length, 2);
    ok(look(scene.element, '[data-action="auto"]'), 'it cannot be tried again');
  });
});

describe('<portal-invoices> with plans', () => {
  for (const [name, show] of Object.entries(plansGallery)) {
    for (const [lang, background, colour] of [['en', '#fff', '#222'], ['ar', '#17191c', '#eee']] as const) {
      it(`axe finds nothing: ${name}, ${lang}`, async () => {
        Object.assign(document.body.style, { background, color: colour });
        stage.lang = lang;
        const { element } = await show();
        for (const animation of element.shadowRoot!.getAnimations()) animation.cancel();
        await settle(element);
        await axeClean(element, name);
      });
    }
    it(`is whole at 280 px, and a thumb finds every button: ${name}`, async () => {
      document.body.style.inlineSize = '280px';
      const { element } = await show();
      const wide = [...element.shadowRoot!.querySelectorAll('.root *')].filter((at) => !at.closest('.unseen, .pick, .kind') && at.getBoundingClientRect().width > 0 && at.getBoundingClientRect().right > element.getBoundingClientRect().right + 9);
      ok(wide.length === 0, wide.map((at) => at.outerHTML.slice(0, 120)).join('\n'));
      const small = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.plans button, .methods button, .kind, .consent')].filter((at) => at.offsetParent && at.getBoundingClientRect().height < 43.5);
      ok(small.length === 0, `too small for a thumb: ${small.map((at) => at.outerHTML.slice(0, 120)).join('\n')}`);
    });
  }

  it('knows nothing of them where there are none', async () => {
    const none: OwnPlanList = { items: [], methods: [] };
    const { element } = await plansScene(none, [planInvoice]);
    ok(!look(element, '#plans') && !look(element, tick), 'an empty section');
  });
});
