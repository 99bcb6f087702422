import type { Payment } from '@portico/contract/invoices/payments.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { letterWords } from '../../domain/letters/voice.ts';
import { systemScope } from '../../domain/scope.ts';
import type { OutgoingMail } from '../../effects/mailer.ts';
import { testWorld, type TestWorld } from '../../test-support/test-world.ts';
import { askForReview } from '../online/ask-for-review.ts';
import { takePayment } from '../take-payment.ts';
import { invoiceOffice, type InvoiceOffice } from '../test-support/invoice-office.ts';

let world: TestWorld;
let office: InvoiceOffice;
beforeAll(async () => {
  world = await testWorld();
  office = await invoiceOffice(world);
});
beforeEach(async () => {
  await world.settle();
  world.mails.length = 0;
});
afterEach(() => world.mailFails(undefined));
afterAll(() => world.close());

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
async function mailTo(address: string): Promise<OutgoingMail | undefined> {
  await world.settle();
  const mail = world.mails.findLast((one) => one.to.address === address);
  // Intl keeps figures and signs together with spaces that do not break.
  return mail && { ...mail, subject: plain(mail.subject), text: plain(mail.text) };
}
const toClient = (): Promise<OutgoingMail | undefined> => mailTo(office.email);
const toOwner = (): Promise<OutgoingMail | undefined> => mailTo(office.at.business.email);
const paperIn = async (mail: OutgoingMail | undefined): Promise<Response> => world.fetch(new URL(/http\S+\/v1\/papers\/\S+/.exec(mail?.text ?? '')?.[0] ?? 'http://no.paper/').pathname);

describe('an invoice', () => {
  it('says what, how much and when, pays in one click and downloads in another', async () => {
    const { id, number } = await office.issued([{ description: 'Five visits', unitPriceMinor: 100_000 }], { note: 'Thank you for coming.' });
    const mail = await toClient();
    expect(mail?.subject).toBe(`Invoice ${number}: R 1,150`);
    for (const text of ['Hello Quintessa Ltd, here is your invoice: R 1,150, due on Monday 7 December 2026.', 'Five visits', 'Thank you for coming.', `https://river.example/portal#portal/invoices/${id}`]) expect(mail?.text).toContain(text);
    expect(mail?.replyTo?.address).toBe(office.at.business.email);
    const paper = await paperIn(mail);
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(world.mails).toHaveLength(1);
  });

  it('asks for nothing when there is nothing to pay, and not for what was voided before the letter left', async () => {
    await office.issued([{ unitPriceMinor: 0 }]);
    expect((await toClient())?.text).toContain('There is nothing to pay.');
    world.mails.length = 0;
    const { id } = await office.issued([{}]);
    await office.owner('POST', `/v1/console/invoices/${id}/void`, { reason: 'Mistake' });
    expect(await toClient()).toBeUndefined();
  });

  it.each(Object.keys(letterWords))('speaks %s, with its days and its money', async (lang) => {
    const { number } = await office.issued([{}], { lang });
    const mail = await toClient();
    const words = letterWords[lang as keyof typeof letterWords];
    expect(mail?.subject).toContain(words.invoiceTitle.replace('{number}', number ?? ''));
    expect(mail?.text).toContain(words.seeAndPay);
    expect(mail?.text).toContain(new Intl.DateTimeFormat(lang, { weekday: 'long' }).format(new Date('2026-12-07')));
    expect(`${mail?.subject}${mail?.text}`).not.toMatch(/\{\w+\}/);
  });
});

it('a voided invoice is taken back by a letter, with the reason that somebody gave, in every language', async () => {
  for (const lang of Object.keys(letterWords)) {
    const { id, number } = await office.issued([{}], { lang });
    await toClient();
    await office.owner('POST', `/v1/console/invoices/${id}/void`, { reason: 'You had paid in cash' });
    const mail = await toClient();
    const words = letterWords[lang as keyof typeof letterWords];
    expect(mail?.subject).toBe(words.voidTitle.replace('{number}', number ?? ''));
    expect(mail?.text).toContain('You had paid in cash');
    expect(`${mail?.subject}${mail?.text}`).not.toMatch(/\{\w+\}/);
  }
});

it('a credit note names the invoice that it takes back, and why', async () => {
  const { id, number } = await office.issued([{}]);
  await toClient();
  await office.owner('POST', `/v1/console/invoices/${id}/credit`, { reason: 'You were ill' });
  const mail = await toClient();
  expect(mail?.subject).toMatch(/^Credit note CN-2026-\d+: R 115$/);
  expect(mail?.text).toContain(`we have taken back R 115 of invoice ${number}.`);
  expect(mail?.text).toContain('You were ill');
});

describe('a payment', () => {
  it('thanks the client with a receipt; the owner who wrote it down is not told of it', async () => {
    const { id, number } = await office.issued([{}]);
    await office.pay(12_000, { allocations: [{ invoiceId: id, amountMinor: 11_500 }] });
    const mail = await toClient();
    expect(mail?.subject).toBe('Thank you: R 120 received');
    for (const text of [`${number}: R 115`, 'R 5', 'Bank transfer']) expect(mail?.text).toContain(text);
    expect((await paperIn(mail)).status).toBe(200);
    expect(await toOwner()).toBeUndefined();
  });

  it('that came by itself is told to the owner, with a way into the console', async () => {
    const { id, number, clientId } = await office.issued([{}]);
    await world.deps.store.write((tx) => takePayment(world.deps, tx, systemScope(office.at.business.id), {
      clientId, provider: 'test', method: 'card', amountMinor: 11_500, currency: 'ZAR', receivedOn: '2026-11-23', reference: '', providerRef: `ref-${id}`, allocations: [{ invoiceId: id, number: number ?? '', amountMinor: 11_500 }],
    }));
    const mail = await toOwner();
    expect(mail?.subject).toBe('R 115 from Quintessa Ltd');
    expect(mail?.text).toContain(`/console/#/invoices/${id}`);
  });

  it('given back says how much and why', async () => {
    const { id } = await office.issued([{}]);
    const payment = await (await office.pay(11_500, { allocations: [{ invoiceId: id, amountMinor: 11_500 }] })).json() as Payment;
    await office.owner('POST', `/v1/console/invoices/${id}/credit`, { reason: 'You were ill' });
    await toClient();
    const answer = await office.owner('POST', `/v1/console/payments/${payment.id}/refund`, { amountMinor: 4000, reason: 'You were ill' });
    expect(answer.status).toBe(200);
    const mail = await toClient();
    expect(mail?.subject).toBe('R 40 is on its way back');
    for (const text of ['You were ill', `#portal/invoices/${id}`]) expect(mail?.text).toContain(text);
  });
});

it('what needs a person is told to the owner alone', async () => {
  await world.deps.store.write((tx) => askForReview(world.deps, tx, {
    businessId: office.at.business.id, kind: 'unknown_payment', dedupeKey: 'letters', clientId: null, provider: 'test', text: 'Money came that nobody was asked for.', amountMinor: 1, currency: 'ZAR', paymentId: null, attemptId: null,
  }));
  const mail = await toOwner();
  expect(mail?.subject).toBe('A payment needs you');
  for (const text of ['Money came that nobody was asked for.', '/console/#/invoices/reviews']) expect(mail?.text).toContain(text);
  expect(world.mails).toHaveLength(1);
});

it('a mail that cannot leave undoes nothing, and leaves later', async () => {
  world.mailFails(new Error('no route to host'));
  const { id } = await office.issued([{}]);
  expect(await toClient()).toBeUndefined();
  expect((await office.read(id)).status).toBe('issued');
  world.mailFails(undefined);
  world.advance(10);
  expect((await toClient())?.text).toContain(id);
});
