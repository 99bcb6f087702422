import type { StartPaymentInput } from '@portico/contract/invoices/checkout.ts';
import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import { keepsPromises } from '../test-support/element-promises.ts';
import { fakeClient, pending, refusal } from '../test-support/fake-client.ts';
import { attemptLink, invoicesGallery, invoicesScene, look, pressIn, rowOf, typeIn, words, type InvoicesScene } from '../test-support/invoices-gallery.ts';
import { equal, ok, settle, unmountAll, until } from '../test-support/mount.ts';
import { open, overdue, partly, sampleAttempt, sampleClientPackage, sampleInvoice, sampleInvoices, sampleOffer, samplePackage, sampleSummary, settledOnes } from '../test-support/sample-invoices.ts';
import { readAmount } from './read-amount.ts';

const heard = (element: Element, name: string): CustomEvent[] => {
  const events: CustomEvent[] = [];
  element.addEventListener(name, (event) => events.push(event as CustomEvent));
  return events;
};
const changed = { type: 'invoices.changed', event: 'payment.received', subjectId: null, clientId: 'client-000000000001' } as const;
/** What the first try to pay asked for. */
const askedOf = ({ client }: InvoicesScene): StartPaymentInput => (client.callsOf('invoices.startPayment')[0] as [StartPaymentInput])[0];
const payRow = (id: string): string => `${rowOf(id)} [data-action="pay"]`;

afterEach(unmountAll);

keepsPromises({
  tag: 'portal-invoices',
  define: async () => { await import('./define.ts'); },
  loads: 'invoices.start',
  serve: (business, how) => fakeClient({
    business, signedIn: true,
    invoices: {
      start: () => {
        if (how === 'silent') return new Promise(() => {});
        if (how === 'failing') throw refusal('unreachable');
        return Promise.resolve(how === 'empty' ? sampleInvoices([], { recent: { items: [], nextCursor: null }, latestId: null }) : sampleInvoices());
      },
    },
  }),
});

describe('<portal-invoices> says what is owed', () => {
  it('first, in words, after one request', async () => {
    const { element, client } = await invoicesGallery['one']!();
    equal(client.calls.map(([name]) => name), ['invoices.start']);
    equal(words(element, '.heading'), 'You owe R 480, due Friday');
    equal(words(element, '.debt [data-action="pay"]'), 'Pay R 480');
  });

  it('names what is late, in words and not only in red', async () => {
    const { element } = await invoicesScene();
    equal([words(element, '.heading'), words(element, '.danger-text')], ['You owe R 2 000', 'R 650 of it overdue since 5 November']);
    equal(words(element, `${rowOf(overdue.id)} .status`), 'Overdue');
  });

  it('shows each with number, day, amount and its own button, and what has been', async () => {
    const { element } = await invoicesScene();
    equal(words(element, `${rowOf(partly.id)} .row`), 'Running assessment + 1 INV-2026-0040 · due Friday Partly paid R 870 of R 1 370 Pay R 870 PDF');
    equal(look(element, payRow(open.id))?.getAttribute('aria-label'), 'Pay R 480 for INV-2026-0042');
    equal(settledOnes.map(({ id }) => words(element, `${rowOf(id)} .status`)), ['Paid', 'Credit note', 'Void', 'Credited']);
    ok(!look(element, payRow(settledOnes[0]!.id)), 'what is paid can be paid');
  });

  it('offers no card where none is set up, and the transfer at once', async () => {
    const { element } = await invoicesGallery['transfer-only']!();
    ok(!look(element, '[data-action="pay"]'), 'a button that leads nowhere');
    ok(look(element, '[data-fold="bank"]')?.hasAttribute('open'), 'the bank details are hidden');
    ok(words(element, '[part="bank"]').endsWith('Please give INV-2026-0042 as the reference.'), words(element, '[part="bank"]'));
  });

  it('shows a package as marks, those filled that are used, and in words', async () => {
    const { element } = await invoicesGallery['packages']!();
    equal(words(element, '.balances'), 'Ten visits until Monday 31 May 2027 3 of 10 sessions left Every session');
    equal([element.shadowRoot?.querySelectorAll('.mark').length, element.shadowRoot?.querySelectorAll('.mark.used').length], [10, 7]);
  });

  it('names every session of a package: what it was for, and why it was changed', async () => {
    const { element } = await invoicesGallery['offers']!();
    equal(words(element, '.entries'), 'Corrected Six visits before we had this −6 Follow-up visit, Friday 9 October 2026, 09:00 −1 Bought +10');
  });

  const ordered = sampleSummary(50, { title: 'Ten visits', totalMinor: 450_000 });
  const shop = (change: Parameters<typeof invoicesScene>[0] = {}): ReturnType<typeof invoicesScene> => {
    let isOrdered = false;
    return invoicesScene({
      start: async () => sampleInvoices(isOrdered ? [ordered] : [], { offers: [sampleOffer] }),
      read: async () => sampleInvoice(ordered), buyPackage: async () => { isOrdered = true; return sampleClientPackage({ state: 'awaiting_payment', remaining: 0, invoiceId: ordered.id }); }, ...change,
    });
  };

  it('sells a package: orders it, and goes to pay its invoice in the same click', async () => {
    const told: unknown[] = [];
    const hear = (event: DocumentEventMap['portal-package-ordered']): void => { told.push(event.detail); };
    document.addEventListener('portal-package-ordered', hear);
    const scene = await shop();
    await until('it is offered', () => look(scene.element, '.offers'));
    equal(words(scene.element, '.offers > li'), 'Ten visits10 sessions, to be used within 180 daysFollow-ups, whenever you need them. Buy for R 4 500');
    await pressIn(scene, '[data-action="buy"]');
    await until('it leaves to pay', () => location.hash === '#left');
    document.removeEventListener('portal-package-ordered', hear);
    equal(scene.client.callsOf('invoices.buyPackage').map(([input]) => input), [{ productId: sampleOffer.id, lang: 'en' }]);
    equal(scene.client.callsOf('invoices.startPayment').map(([input]) => (input as { invoiceIds: string[] }).invoiceIds), [[ordered.id]]);
    equal(told, [{ packageId: samplePackage.id, productId: sampleOffer.id, invoiceId: ordered.id }]);
  });

  it('says what comes next where no card can be used, and why an order failed', async () => {
    let isOrdered = false;
    const scene = await shop({
      start: async () => sampleInvoices(isOrdered ? [ordered] : [], { offers: [sampleOffer], methods: ['bank_transfer'] }),
      buyPackage: async () => { if (!isOrdered) { isOrdered = true; throw refusal('busy', 'Please wait a moment.'); } return sampleClientPackage({ state: 'awaiting_payment', invoiceId: ordered.id }); },
    });
    await pressIn(scene, '[data-action="buy"]', '.offers .error');
    equal(words(scene.element, '.offers .error'), 'Please wait a moment.');
    await pressIn(scene, '[data-action="buy"]', '[role="status"][part="message"]');
    equal(words(scene.element, '[role="status"][part="message"]'), 'Ten visits is ordered. Pay the invoice above, and the sessions are yours.');
    equal(scene.client.callsOf('invoices.startPayment'), []);
  });

  it('shows more of what has been, once each', async () => {
    const older = { ...settledOnes[0]!, id: 'invoice-older', issuedOn: '2026-01-05' };
    const scene = await invoicesScene({ list: async () => ({ items: [older, settledOnes[0]!], nextCursor: null }) });
    await pressIn(scene, '[data-action="more"]', rowOf(older.id));
    equal(scene.client.callsOf('invoices.list'), [[{ cursor: 'more', lang: 'en' }]]);
    equal(scene.element.shadowRoot?.querySelectorAll(rowOf(settledOnes[0]!.id)).length, 1);
    ok(!look(scene.element, '[data-action="more"]'), 'there is no more');
  });
});

describe('<portal-invoices> pays', () => {
  it('one, in one click: asks the page, keeps one key, and leaves for the provider', async () => {
    const scene = await invoicesScene();
    const [before, started] = [heard(scene.element, 'portal-before-pay'), heard(scene.element, 'portal-payment-started')];
    await pressIn(scene, payRow(open.id));
    await until('the page is left', () => location.hash === '#left');
    const [[input, options]] = scene.client.callsOf('invoices.startPayment') as [[StartPaymentInput, { idempotencyKey: string }]];
    equal(input, { invoiceIds: [open.id], returnUrl: `${location.origin}${location.pathname}${location.search}#portal/invoices/payment/{attempt}` });
    ok(options.idempotencyKey.length >= 16, 'no key');
    equal([before[0]?.detail, started[0]?.detail], [{ invoiceIds: [open.id], amountMinor: 48_000, currency: 'ZAR' }, { invoiceIds: [open.id], amountMinor: 48_000, currency: 'ZAR', attemptId: 'attempt-000000000001' }]);
  });

  it('not when the page prevents it', async () => {
    const scene = await invoicesScene();
    scene.element.addEventListener('portal-before-pay', (event) => event.preventDefault());
    await pressIn(scene, payRow(open.id));
    equal(scene.client.callsOf('invoices.startPayment').length, 0);
  });

  it('sends a lost answer\'s key again, a new one after an answer, and nothing twice at once', async () => {
    const answer = pending<never>();
    const scene = await invoicesScene({ startPayment: () => answer.promise });
    const keys = (): string[] => scene.client.callsOf('invoices.startPayment').map(([, options]) => (options as { idempotencyKey: string }).idempotencyKey);
    await pressIn(scene, payRow(open.id));
    await pressIn(scene, payRow(open.id));
    equal([keys().length, words(scene.element, payRow(open.id))], [1, 'One moment…']);
    answer.reject(refusal('unreachable'));
    await until('it says so', () => look(scene.element, `${rowOf(open.id)} .error`));
    await pressIn(scene, payRow(open.id));
    await until('it was sent again', () => keys().length === 2);
    equal(keys()[0], keys()[1]);
    unmountAll();
    const other = await invoicesGallery['refused']!();
    await pressIn(other, payRow(open.id));
    const [first, second] = other.client.callsOf('invoices.startPayment').map(([, options]) => (options as { idempotencyKey: string }).idempotencyKey);
    ok(first !== second, 'a refused intention is repeated');
  });

  it('several at once: chosen, summed, paid', async () => {
    const scene = await invoicesGallery['chosen']!();
    equal(words(scene.element, '.sum p'), 'R 1,130 Chosen invoices');
    equal(scene.element.shadowRoot?.querySelectorAll('.primary').length, 1);
    await pressIn(scene, '.sum [data-action="pay"]');
    equal(askedOf(scene).invoiceIds, [overdue.id, open.id]);
  });

  it('a part, where the owner lets one: no less than the least, no more than is owed', async () => {
    const scene = await invoicesGallery['part']!();
    equal(words(scene.element, '#part-amount-error'), 'Enter an amount from R 340 to R 870.');
    for (const wrong of ['339', '871', 'a lot', '-400']) {
      await typeIn(scene, '#part-amount', wrong);
      await pressIn(scene, '.part-form [data-action="pay"]');
      ok(look(scene.element, '#part-amount-error'), `${wrong} is taken`);
    }
    equal(scene.client.callsOf('invoices.startPayment').length, 0);
    await typeIn(scene, '#part-amount', '400,50');
    equal(words(scene.element, '.part-form [data-action="pay"]'), 'Pay R 400.50');
    await pressIn(scene, '.part-form [data-action="pay"]');
    const input = askedOf(scene);
    equal([input.invoiceIds, input.amountMinor], [[partly.id], 40_050]);
    unmountAll();
    const whole = await invoicesGallery['opened']!();
    ok(!look(whole.element, '.part'), 'a part of what is to be paid whole');
  });

  it('the deposit, in one click', async () => {
    const scene = await invoicesScene({ read: async () => sampleInvoice(open, { depositMinor: 20_000, depositDueOn: '2026-11-26' }) });
    await pressIn(scene, `${rowOf(open.id)} .title`, '.part');
    equal(words(scene.element, '.part'), 'A deposit of R 200 is due 26 Nov 2026. Pay the deposit');
    await pressIn(scene, '.part [data-action="pay"]');
    equal(askedOf(scene).amountMinor, 20_000);
  });
});

describe('<portal-invoices> after the payment page', () => {
  it('never says paid by itself: it asks, and asks again until it is decided', async () => {
    let state: Partial<ReturnType<typeof sampleAttempt>> = {};
    const scene = await invoicesScene({ readAttempt: async () => sampleAttempt(state) }, { hash: attemptLink });
    const succeeded = heard(scene.element, 'portal-payment-succeeded');
    await until('it says how it stands', () => look(scene.element, '[data-attempt="open"]'));
    equal(words(scene.element, '.attempt .heading'), 'Not paid yet');
    equal(look(scene.element, '[data-action="continue"]')?.getAttribute('href'), '#left');
    state = { state: 'succeeded', url: null, paymentId: 'payment-000000000001' };
    await until('it has asked again', () => look(scene.element, '[data-attempt="succeeded"]'));
    equal(words(scene.element, '.attempt .heading'), 'Paid, thank you');
    equal(succeeded.map(({ detail }) => detail), [{ attemptId: 'attempt-000000000001', invoiceIds: [open.id], amountMinor: 48_000, currency: 'ZAR' }]);
    equal(location.hash, '');
    await pressIn(scene, '.attempt [data-action="receipt"]');
    equal(scene.client.callsOf('invoices.receipt'), [['payment-000000000001']]);
    await pressIn(scene, '[data-action="done"]');
    ok(!look(scene.element, '.attempt'), 'it is still there');
  });

  it('asks at once when it hears that something changed', async () => {
    let state: Partial<ReturnType<typeof sampleAttempt>> = {};
    const scene = await invoicesScene({ readAttempt: async () => sampleAttempt(state) }, { hash: attemptLink });
    await until('it waits', () => look(scene.element, '[data-attempt="open"]'));
    state = { state: 'succeeded', url: null };
    const before = performance.now();
    scene.client.say(changed);
    await until('it knows', () => look(scene.element, '[data-attempt="succeeded"]'));
    ok(performance.now() - before < 900, 'it waited for its own turn');
  });

  it('says why it failed, and pays again the same invoices', async () => {
    const scene = await invoicesGallery['declined']!();
    equal(words(scene.element, '.attempt .sentence'), 'The card was declined. Nothing was charged.');
    await pressIn(scene, '[data-action="again"]');
    equal(askedOf(scene).invoiceIds, [open.id]);
  });

  it('asks nobody to pay twice while a person looks at it', async () => {
    const { element } = await invoicesGallery['review']!();
    ok(words(element, '.attempt').includes('Please don’t pay again.') && !look(element, '[data-action="again"], [data-action="continue"]'), words(element, '.attempt'));
  });
});

describe('<portal-invoices> is live', () => {
  it('shows what was paid elsewhere without a reload, says it, and forgets that it was chosen', async () => {
    let items = [overdue, open];
    const scene = await invoicesScene({ start: async () => sampleInvoices(items) });
    await pressIn(scene, `${rowOf(open.id)} input`);
    items = [overdue];
    scene.client.say(changed);
    await until('it is not open any more', () => !look(scene.element, payRow(open.id)));
    ok(words(scene.element).includes('INV-2026-0042 is paid.'), 'it is not said');
    ok(!look(scene.element, '.sum'), 'it is still chosen');
  });

  it('reads the open invoice again', async () => {
    let paid = 0;
    const scene = await invoicesScene({ read: async () => sampleInvoice({ ...partly, paidMinor: paid }) });
    await pressIn(scene, `${rowOf(partly.id)} .title`, '.details .sums');
    paid = 50_000;
    scene.client.say(changed);
    await until('the payment shows', () => look(scene.element, '.details .papers li'));
  });

  it('keeps what it has when it cannot be renewed, and says so', async () => {
    const { element } = await invoicesGallery['stale']!();
    equal(words(element, '.trouble'), 'This may be out of date. Try again');
    ok(look(element, payRow(open.id)), 'what was there is gone');
  });
});

describe('<portal-invoices> and papers', () => {
  it('downloads an invoice and the latest one in one click each', async () => {
    const scene = await invoicesScene();
    await pressIn(scene, `${rowOf(overdue.id)} [data-action="pdf"]`);
    await pressIn(scene, '[data-action="latest"]');
    equal(scene.client.callsOf('invoices.pdf'), [[overdue.id], [open.id]]);
  });

  it('says what went wrong with one', async () => {
    const scene = await invoicesScene({ pdf: async () => { throw refusal('busy', 'Busy.'); } });
    const errors = heard(scene.element, 'portal-error');
    await pressIn(scene, `${rowOf(overdue.id)} [data-action="pdf"]`, '.screen > .error');
    equal([words(scene.element, '.screen > .error'), errors[0]?.detail], ['Busy.', { code: 'busy', message: 'Busy.' }]);
  });

  it('shows lines, taxes, payments, who pays, and asks about it by mail', async () => {
    const scene = await invoicesGallery['opened-partly']!();
    const questions = heard(scene.element, 'portal-invoice-question');
    equal(words(scene.element, '.sums'), 'Running assessment + 1 2 × R 685 R 1,370 Before taxR 1,191.30 VAT 15 %R 178.7 TotalR 1,370 Paid−R 500 Still to payR 870');
    equal(words(scene.element, '.facts'), 'IssuedFriday 13 November 2026DueFriday 27 November 2026Billed toThandi Mokoena 14 Willow Street Cape TownPO numberPO-7741');
    await pressIn(scene, '.details [data-action="receipt"]');
    equal(scene.client.callsOf('invoices.receipt'), [['payment-000000000001']]);
    const link = look(scene.element, '.ask') as HTMLAnchorElement;
    equal(link.href, 'mailto:hello@river-physio.example?subject=Question%20about%20INV-2026-0040');
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    equal(questions[0]?.detail, { invoiceId: partly.id });
  });

  it('lists receipts when somebody wants them', async () => {
    const scene = await invoicesScene();
    equal(scene.client.callsOf('invoices.payments').length, 0);
    await pressIn(scene, '[data-fold="receipts"] summary', '.papers');
    equal(words(scene.element, '.papers'), '18 Nov 2026 Bank transfer · INV-2026-0040R 100 given back R 500 Receipt');
  });
});

describe('<portal-invoices> and who pays', () => {
  it('changes it in place, and says what is wrong beside the field', async () => {
    const scene = await invoicesGallery['billing-missing']!();
    equal([words(scene.element, '#name-error'), scene.client.callsOf('invoices.changeBilling').length], ['Say who pays.', 0]);
    await typeIn(scene, '#name', 'Mokoena Trading');
    const country = look(scene.element, '#country') as HTMLSelectElement;
    equal([country.value, country.selectedOptions[0]?.textContent, country.options.length], ['ZA', 'South Africa', 250]);
    country.value = 'NA';
    country.dispatchEvent(new Event('change'));
    await typeIn(scene, '#poNumber', 'PO-1');
    await pressIn(scene, '.billing [type="submit"]', '.saved');
    equal(scene.client.callsOf('invoices.changeBilling'), [[{ name: 'Mokoena Trading', address: '14 Willow Street\nCape Town', country: 'NA', taxNumber: '', poNumber: 'PO-1' }]]);
  });
});

describe('<portal-invoices> and links', () => {
  it('opens the invoice of a link, after the sign-in, also one that is not on the screen', async () => {
    const far: Invoice = sampleInvoice({ ...settledOnes[0]!, id: 'invoice-far-away', number: 'INV-2025-0001', issuedOn: '2025-02-01' });
    const scene = await invoicesScene({ read: async () => far }, { signedIn: false, hash: `#portal/invoices/${far.id}` });
    equal(words(scene.element, '.signed-out .sentence'), 'Sign in to see what is open, pay it, and find your invoices.');
    scene.client.become('signed_in');
    await until('it is open', () => look(scene.element, `${rowOf(far.id)} .details`));
    await settle(scene.element);
    ok(scene.element.shadowRoot?.activeElement === look(scene.element, `${rowOf(far.id)} .title`), 'it is not in sight');
    history.replaceState(null, '', location.pathname);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    await until('the back button closes it', () => !look(scene.element, '.details'));
  });

  it('says that there is no such invoice', async () => {
    const { element } = await invoicesScene({ read: async () => { throw refusal('not_found', 'This is not here any more.'); } }, { hash: '#portal/invoices/nobody-knows' });
    await until('it says so', () => words(element, '.screen > .error') === 'This is not here any more.');
  });

  it('leads to the sign-in of the page, else to the hosted one', async () => {
    const { element } = await invoicesGallery['signed-out']!();
    const link = look(element, '.signed-out a') as HTMLAnchorElement;
    equal(link.href, 'https://api.portico.test/p/river-physio');
    const login = document.createElement('portal-login');
    login.append(document.createElement('input'));
    document.body.append(login);
    link.click();
    ok(document.activeElement === login.firstElementChild, 'the field has no focus');
    login.remove();
  });

  it('forgets everything of who signs out', async () => {
    const scene = await invoicesGallery['opened']!();
    scene.client.become('signed_out');
    await until('it is gone', () => look(scene.element, '.signed-out'));
    ok(!words(scene.element).includes('R 480'), words(scene.element));
  });
});

describe('an amount that somebody types', () => {
  for (const [text, exponent, minor] of [
    ['1 200', 2, 120_000], ['1.200,50', 2, 120_050], ['R1,200.5', 2, 120_050], ['1,200', 2, 120_000], ['٤٠٠٫٥', 2, 40_050], ['500', 0, 500], ['1.5', 3, 1500], ['0,01', 2, 1],
    ['', 2, undefined], ['a lot', 2, undefined], ['-5', 2, undefined], ['9'.repeat(20), 2, undefined],
  ] as const) {
    it(`“${text}” with ${exponent} decimals is ${minor}`, () => equal(readAmount(text, exponent), minor));
  }
});
