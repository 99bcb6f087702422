import type { Invoice, InvoiceLineInput } from '@portico/contract/invoices/invoice.ts';
import type { TaxRate } from '@portico/contract/invoices/settings.ts';
import { longDay, money } from '../ui/formats.ts';
import { civilOf } from '../ui/civil-time.ts';
import { fakeId, fakeNow, fakeZone } from './fake-business.ts';
import { addCredit, addInvoice, fakeToday, issue, pay, priced, settle, type FakeInvoices } from './fake-invoices.ts';
import { FakeRefusal, type FakeRoutes, type FakeState } from './fake-routes.ts';
import { receivablesOf } from './fake-receivables.ts';

const wrong = (field: string, message: string): FakeRefusal => new FakeRefusal(422, 'invalid_input', 'Some fields need another look.', { fields: [{ field, message, code: 'invalid' } as never] });

export function invoiceRoutes(state: FakeState): FakeRoutes {
  const world = state.money;
  const byId = (id: string | undefined): Invoice => {
    const found = world.invoices.find((one) => one.id === id);
    if (!found) throw new FakeRefusal(404, 'not_found', 'This invoice does not exist.');
    return found;
  };
  const clientOf = (id: unknown) => {
    const client = state.data.clients.find((one) => one.id === id);
    if (!client) throw new FakeRefusal(404, 'not_found', 'This client does not exist.');
    return client;
  };
  const tell = <Answer>(clientId: string, event: string, answer: Answer): Answer => {
    state.tell({ type: 'invoices.changed', event, subjectId: null, clientId });
    return answer;
  };
  const termsOf = (body: Readonly<Record<string, unknown>>) => {
    const { lines: _, clientId: __, version: ___, deposit, ...terms } = body as { lines?: unknown; clientId?: unknown; version?: unknown; deposit?: { amountMinor: number; dueOn: string } | null };
    return { ...terms, depositMinor: deposit?.amountMinor ?? null, depositDueOn: deposit?.dueOn ?? null };
  };
  return {
    'GET invoices': ({ query }) => {
      const isOpen = ({ kind, status, dueMinor }: Invoice): boolean => kind === 'invoice' && status !== 'draft' && status !== 'void' && dueMinor > 0;
      const fits: Readonly<Record<string, (one: Invoice) => boolean>> = { all: () => true, draft: ({ status }) => status === 'draft', open: isOpen, overdue: ({ status }) => status === 'overdue', void: ({ status }) => status === 'void', settled: (one) => one.status !== 'draft' && one.status !== 'void' && !isOpen(one) };
      const found = world.invoices.filter((one) => (fits[query.get('state') ?? 'all']?.(one) ?? true) && (!query.get('client') || one.clientId === query.get('client')) && (one.number ?? '').toLowerCase().includes((query.get('search') ?? '').toLowerCase())).toReversed();
      const from = Number(query.get('cursor') ?? 0);
      const limit = Number(query.get('limit') ?? 20);
      return { items: found.slice(from, from + limit), nextCursor: from + limit < found.length ? String(from + limit) : null };
    },
    'POST invoices': ({ body }) => addInvoice(world, clientOf(body['clientId']), body['lines'] as InvoiceLineInput[], termsOf(body)),
    'GET invoices/*': ({ params: [id] }) => byId(id),
    'PATCH invoices/*': ({ params: [id], body }) => {
      const draft = byId(id);
      if (body['version'] !== undefined && body['version'] !== draft.version) throw new FakeRefusal(412, 'stale_version', 'This draft was changed in another window or by somebody else since you opened it.');
      const client = clientOf(body['clientId'] ?? draft.clientId);
      return Object.assign(draft, { clientId: client.id, clientName: client.name, ...termsOf(body), version: draft.version + 1, ...priced(world, body['lines'] as InvoiceLineInput[], draft.currency) });
    },
    'DELETE invoices/*': ({ params: [id] }) => { world.invoices = world.invoices.filter((one) => one.id !== id); return {}; },
    'POST invoices/*/issue': ({ params: [id] }) => {
      const draft = byId(id);
      if (draft.dueOn && draft.dueOn < fakeToday) throw wrong('dueOn', 'The due date has passed: choose today or later.');
      return tell(draft.clientId, 'invoice.issued', issue(world, draft));
    },
    'POST invoices/*/void': ({ params: [id], body }) => tell(byId(id).clientId, 'invoice.voided', Object.assign(byId(id), { status: 'void', voidReason: body['reason'] })),
    'POST invoices/*/credit': ({ params: [id], body }) => creditNote(world, byId(id), body as { reason: string; lines?: InvoiceLineInput[] }, tell),
    'POST bookings/*/invoice': ({ params: [id] }) => {
      const booking = state.data.bookings.find((one) => one.id === id)!;
      const before = world.invoices.find(({ source }) => source.kind === 'booking' && source.id === id);
      const line = { description: `${booking.serviceName}, ${longDay(civilOf(booking.startsAt, fakeZone).date)}`, quantityMilli: 1000, unitPriceMinor: booking.priceMinor, discount: null, taxIncluded: false, taxIds: [fakeId('tax', 1)] };
      return before ?? addInvoice(world, clientOf(booking.clientId), [line], { source: { kind: 'booking', id: booking.id } });
    },
    ...moneyRoutes(state, byId, clientOf, tell), ...settingsRoutes(world),
  };
}

type Tell = <Answer>(clientId: string, event: string, answer: Answer) => Answer;

function creditNote(world: FakeInvoices, invoice: Invoice, { reason, lines }: { reason: string; lines?: InvoiceLineInput[] }, tell: Tell): Invoice {
  const note = addInvoice(world, { id: invoice.clientId, name: invoice.clientName }, lines ?? (invoice.lines as InvoiceLineInput[]), { note: reason });
  Object.assign(note, { kind: 'credit_note', creditOf: { id: invoice.id, number: invoice.number ?? '' } });
  if (note.totalMinor > invoice.totalMinor - invoice.creditedMinor) {
    world.invoices.pop();
    throw wrong('lines', 'This is more than is left of the invoice.');
  }
  const off = Math.min(note.totalMinor, invoice.dueMinor);
  invoice.creditedMinor += off;
  invoice.payments.push({ id: note.id, amountMinor: off, label: money(off, invoice.currency), method: 'credit_note', receivedOn: fakeToday, kind: 'credit_note' });
  addCredit(world, invoice.clientId, note.totalMinor - off);
  issue(world, note);
  settle(invoice);
  return tell(invoice.clientId, 'credit_note.issued', note);
}

function moneyRoutes({ money: world }: FakeState, byId: (id: string | undefined) => Invoice, clientOf: (id: unknown) => { id: string; name: string }, tell: Tell): FakeRoutes {
  return {
    'GET receivables': () => ({ items: receivablesOf(world.invoices) }),
    'GET payments': ({ query }) => ({ items: world.payments.filter(({ clientId }) => !query.get('client') || clientId === query.get('client')), nextCursor: null }),
    'POST payments': ({ body }) => {
      const { amountMinor, allocations, method, receivedOn, reference } = body as { amountMinor: number; allocations?: { invoiceId: string; amountMinor: number }[]; method: string; receivedOn: string; reference: string };
      const clientId = clientOf(body['clientId']).id;
      const oldest = world.invoices.filter((one) => one.clientId === clientId && one.canPay).sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
      let left = amountMinor;
      const parts = allocations?.map((part) => [byId(part.invoiceId), part.amountMinor] as const) ?? oldest.map((one) => { const part = Math.min(left, one.dueMinor); left -= part; return [one, part] as const; });
      const [first, ...more] = parts;
      if (!first) throw new FakeRefusal(404, 'not_found', 'The fake pays invoices only.');
      return tell(clientId, 'payment.received', pay(world, first[0], first[1], method, receivedOn, { reference, more, allMinor: amountMinor }));
    },
    'POST payments/*/refund': ({ params: [id], body }) => {
      const payment = world.payments.find((one) => one.id === id)!;
      const amount = Number(body['amountMinor']);
      if ((world.credit.get(payment.clientId) ?? 0) < amount) throw wrong('amountMinor', 'There is not so much account credit to give back: write a credit note first.');
      addCredit(world, payment.clientId, -amount);
      payment.refundedMinor += amount;
      return tell(payment.clientId, 'payment.refunded', Object.assign(payment, { status: payment.refundedMinor < payment.amountMinor ? 'partly_refunded' : 'refunded' }));
    },
    'POST account-credit/apply': ({ body }) => {
      const invoice = byId(String(body['invoiceId']));
      const amount = Number(body['amountMinor']);
      if ((world.credit.get(invoice.clientId) ?? 0) < amount) throw wrong('amountMinor', 'There is not so much account credit.');
      addCredit(world, invoice.clientId, -amount);
      invoice.paidMinor += amount;
      invoice.payments.push({ id: fakeId('credit', 1), amountMinor: amount, label: money(amount), method: 'credit_applied', receivedOn: fakeToday, kind: 'credit' });
      settle(invoice);
      return tell(invoice.clientId, 'credit.applied', {});
    },
    'GET reviews': () => ({ items: world.reviews }),
    'POST reviews/*/settle': ({ params: [id], body }) => Object.assign(world.reviews.find((one) => one.id === id)!, { resolvedAt: fakeNow, resolution: body['note'] }),
    'GET clients/*/account': ({ params: [id] }) => {
      const credit = world.credit.get(id ?? '') ?? 0;
      return {
        owed: receivablesOf(world.invoices.filter(({ clientId }) => clientId === id)).map(({ currency, totalMinor, label, clients: [client], buckets }) => ({ currency, dueMinor: totalMinor, label, overdueMinor: client?.overdueMinor ?? 0, overdueLabel: money(client?.overdueMinor ?? 0, currency), nextDueOn: client?.oldestDueOn ?? null, nextDueLabel: null, count: buckets.length })),
        credit: credit > 0 ? [{ currency: 'ZAR', creditMinor: credit, label: money(credit) }] : [],
      };
    },
    'GET clients/*/billing': ({ params: [id] }) => billingOf(world, clientOf(id)),
    'PATCH clients/*/billing': ({ params: [id], body }) => { world.billing.set(id ?? '', { ...billingOf(world, clientOf(id)), ...body }); return world.billing.get(id ?? ''); },
  };
}

const billingOf = ({ billing }: FakeInvoices, { id, name }: { id: string; name: string }) => billing.get(id) ?? { name, address: '', country: '', taxNumber: '', email: '', poNumber: '' };

function settingsRoutes(world: FakeInvoices): FakeRoutes {
  return {
    'GET invoice-settings': () => world.settings,
    'PATCH invoice-settings': ({ body }) => Object.assign(world.settings, body),
    'GET invoice-numbers': () => ({ year: 2026, invoice: { yearly: world.issued + 1, running: 1 }, creditNote: { yearly: world.credited + 1, running: 1 } }),
    'GET taxes': () => ({ items: world.taxes }),
    'POST taxes': ({ body }) => { const tax = { id: fakeId('tax', world.taxes.length + 1), archived: false, ...body } as TaxRate; world.taxes.push(tax); return tax; },
    'PATCH taxes/*': ({ params: [id], body }) => Object.assign(world.taxes.find((tax) => tax.id === id)!, body),
    'GET payment-accounts': () => ({ items: world.accounts }),
    'POST payment-accounts/*': ({ params: [provider], body }) => {
      if (provider === 'stripe' && body['secretKey'] !== undefined && !String(body['secretKey']).startsWith('sk_test_')) throw wrong('secretKey', 'Your provider does not know this key. Copy it again, whole.');
      const before = world.accounts.find((one) => one.provider === provider);
      const account = Object.assign(before ?? { provider: provider as 'stripe', accountId: provider === 'test' ? 'test_account' : 'acct_1Qx7RiverPhysio', isLive: false, webhookUrl: `https://portico.example/v1/payments/webhooks/${provider}/river-physio`, enabled: false, hasWebhookSecret: false }, { ...(body['webhookSecret'] !== undefined && { hasWebhookSecret: true }), ...(body['enabled'] !== undefined && { enabled: body['enabled'] as boolean }) });
      if (!before) world.accounts.push(account);
      return account;
    },
    'POST payment-accounts/*/test': ({ params: [provider] }) => world.accounts.find((one) => one.provider === provider),
  };
}
