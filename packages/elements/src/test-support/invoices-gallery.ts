import '../invoices/define.ts';
import { fakeApi, fakeClient, refusal, type FakeAnswers, type FakeClient } from './fake-client.ts';
import { stage } from './gallery.ts';
import { mount, settle, until } from './mount.ts';
import { open, overdue, partly, sampleAttempt, sampleBilling, sampleInvoice, sampleClientPackage, sampleInvoices, sampleOffer, samplePackage, samplePayment, settledOnes } from './sample-invoices.ts';

/** How `<portal-invoices>` looks in each of its states: for screenshots, and for axe. */
export interface InvoicesScene {
  readonly element: HTMLElement;
  readonly client: FakeClient;
}
type Invoices = NonNullable<FakeAnswers['invoices']>;

export const attemptLink = '#portal/invoices/payment/attempt-000000000001';
const never = (): Promise<never> => new Promise(() => {});
const unreachable = async (): Promise<never> => { throw refusal('unreachable', 'No connection.'); };

const answers: Invoices = {
  start: async () => sampleInvoices(),
  list: async () => ({ items: [], nextCursor: null }),
  read: async (id) => sampleInvoice([overdue, partly, open, ...settledOnes].find((one) => one.id === id) ?? open),
  pdf: async () => new Blob(['%PDF-1.7']),
  receipt: async () => new Blob(['%PDF-1.7']),
  payments: async () => ({ items: [samplePayment], nextCursor: null }),
  startPayment: async () => sampleAttempt(),
  readAttempt: async () => sampleAttempt(),
  billing: async () => sampleBilling,
  changeBilling: async (input) => ({ ...sampleBilling, ...input }),
};

export const look = (element: Element, selector: string): HTMLElement | null => element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
export const words = (element: Element, selector = '.root'): string => look(element, selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';

export async function invoicesScene(change: Invoices = {}, { hash = '', signedIn = true, plans = {} }: { readonly hash?: string; readonly signedIn?: boolean; readonly plans?: NonNullable<FakeAnswers['plans']> } = {}): Promise<InvoicesScene> {
  if (hash) history.replaceState(null, '', hash);
  // What comes after an act comes at once: a person's pointer has brought it.
  await import('../invoices/later-view.ts');
  const client = fakeClient({ signedIn, invoices: { ...answers, ...change }, plans });
  const element = await mount<HTMLElement>(`<portal-invoices lang="${stage.lang}" business="river-physio" api-url="${fakeApi}"></portal-invoices>`);
  await until('its words have come', () => look(element, '.screen, .failed, .signed-out') ?? look(element, '.unseen')?.textContent);
  return { element, client };
}

/** Presses it, until something is there that comes of it. */
export async function pressIn({ element }: InvoicesScene, selector: string, until_?: string): Promise<void> {
  (await until(`${selector} is there`, () => look(element, selector))).click();
  await settle(element);
  if (until_) await until(`${until_} is there`, () => look(element, until_));
}

export async function typeIn({ element }: InvoicesScene, selector: string, value: string): Promise<void> {
  const field = await until(`${selector} is there`, () => look(element, selector)) as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle(element);
}

export const rowOf = (id: string): string => `[data-invoice="${id}"]`;

async function then(made: Promise<InvoicesScene>, ...steps: readonly (readonly [selector: string, until?: string])[]): Promise<InvoicesScene> {
  const scene = await made;
  for (const [selector, there] of steps) await pressIn(scene, selector, there);
  return scene;
}
const opened = (id: string, change: Invoices = {}): Promise<InvoicesScene> => then(invoicesScene(change), [`${rowOf(id)} .title`, '.details .sums']);
const folded = (name: string, there: string, change: Invoices = {}): Promise<InvoicesScene> => then(invoicesScene(change), [`[data-fold="${name}"] summary`, there]);

async function back(change: Parameters<typeof sampleAttempt>[0]): Promise<InvoicesScene> {
  const scene = await invoicesScene({ readAttempt: async () => sampleAttempt(change) }, { hash: attemptLink });
  await until('it says how it stands', () => look(scene.element, '[data-attempt]'));
  return scene;
}

/** Every state, by name. */
export const invoicesGallery: Readonly<Record<string, () => Promise<InvoicesScene>>> = {
  'first': () => invoicesScene(),
  'one': () => invoicesScene({ start: async () => sampleInvoices([open]) }),
  'credit': () => invoicesScene({ start: async () => sampleInvoices([], { credit: [{ currency: 'ZAR', creditMinor: 30_000, label: 'R 300' }] }) }),
  'packages': async () => {
    const scene = await invoicesScene({ start: async () => sampleInvoices([], { packages: [samplePackage] }) });
    await until('they are there', () => look(scene.element, '.balances'));
    return scene;
  },
  'offers': async () => {
    const scene = await invoicesScene({ start: async () => sampleInvoices([open], { packages: [samplePackage], offers: [sampleOffer] }), packages: async () => ({ own: [sampleClientPackage()], offers: [sampleOffer] }) });
    await until('they are there', () => look(scene.element, '.offers'));
    return then(Promise.resolve(scene), [`[data-fold="sessions-${samplePackage.id}"] summary`, '.entries']);
  },
  'empty': () => invoicesScene({ start: async () => sampleInvoices([], { recent: { items: [], nextCursor: null }, latestId: null }) }),
  'transfer-only': () => invoicesScene({ start: async () => sampleInvoices([open], { methods: ['bank_transfer'] }) }),
  'chosen': () => then(invoicesScene(), [`${rowOf(open.id)} input`], [`${rowOf(overdue.id)} input`]),
  'opened': () => opened(open.id),
  'opened-partly': () => opened(partly.id),
  'part': () => then(opened(partly.id), ['[data-action="part"]', '#part-amount'], ['.part-form [data-action="pay"]', '#part-amount-error']),
  'paying': () => then(invoicesScene({ startPayment: never }), [`${rowOf(open.id)} [data-action="pay"]`]),
  'refused': () => then(invoicesScene({ startPayment: async () => { throw refusal('not_payable', 'Nothing is owed on it any more.'); } }), [`${rowOf(open.id)} [data-action="pay"]`, '.error']),
  'waiting': () => back({}),
  'paid': () => back({ state: 'succeeded', url: null, paymentId: 'payment-000000000001' }),
  'declined': () => back({ state: 'failed', url: null, failure: 'declined' }),
  'expired': () => back({ state: 'expired', url: null }),
  'review': () => back({ state: 'under_review', url: null }),
  'billing': () => folded('billing', '.billing'),
  'billing-missing': async () => {
    const scene = await folded('billing', '.billing');
    await typeIn(scene, '#name', '');
    await pressIn(scene, '.billing [type="submit"]', '#name-error');
    return scene;
  },
  'receipts': () => folded('receipts', '.papers'),
  'signed-out': () => invoicesScene({}, { signedIn: false }),
  'failed': () => invoicesScene({ start: unreachable }),
  'loading': () => invoicesScene({ start: never }),
  'stale': async () => {
    let isFirst = true;
    const scene = await invoicesScene({ start: async () => {
      if (!isFirst) return unreachable();
      isFirst = false;
      return sampleInvoices();
    } });
    scene.client.say({ type: 'invoices.changed', event: 'payment.received', subjectId: null, clientId: 'client-000000000001' });
    await until('it says so', () => look(scene.element, '.trouble'));
    return scene;
  },
};
