import type { ChasingStep } from '@portico/contract/invoices/chasing.ts';
import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import { money } from '../ui/formats.ts';
import { fakeNow } from './fake-business.ts';
import { FakeRefusal, type FakeRoutes, type FakeState } from './fake-routes.ts';

const day = 86_400_000;

/** As the server plans it: at nine in the morning of the business (UTC+2), what is still to come. */
function stepsOf(invoice: Invoice, reminderDays: readonly number[]): readonly Omit<ChasingStep, 'held'>[] {
  const { id, number, clientId, clientName, dueOn, dueMinor, currency } = invoice;
  if (!dueOn || !number) return [];
  return reminderDays.map((daysAfterDue) => ({
    kind: 'reminder' as const, invoiceId: id, number, clientId, clientName, dueOn, dueMinor, currency, label: money(dueMinor, currency), daysAfterDue,
    at: new Date(Date.parse(`${dueOn}T07:00:00Z`) + daysAfterDue * day).toISOString(),
  })).filter(({ at }) => at > fakeNow);
}

export function chasingRoutes({ money: world, tell }: FakeState): FakeRoutes {
  const held = new Set<string>();
  const isOwed = ({ kind, status, dueMinor }: Invoice): boolean => kind === 'invoice' && status !== 'draft' && status !== 'void' && dueMinor > 0;
  const planned = (invoice: Invoice): readonly Omit<ChasingStep, 'held'>[] => (isOwed(invoice) ? stepsOf(invoice, world.settings.reminderDays) : []);
  const byId = (id: string | undefined): Invoice => {
    const found = world.invoices.find((one) => one.id === id);
    if (!found) throw new FakeRefusal(404, 'not_found', 'This invoice does not exist.');
    return found;
  };
  const remindersOf = (invoice: Invoice) => ({ held: held.has(invoice.id), sent: [], next: held.has(invoice.id) ? [] : planned(invoice).map(({ kind, daysAfterDue, at }) => ({ kind, daysAfterDue, at })) });
  return {
    'GET chasing': ({ query }) => {
      const until = new Date(Date.parse(fakeNow) + Number(query.get('days') ?? 14) * day).toISOString();
      return {
        items: world.invoices.flatMap(planned).filter(({ at }) => at <= until).sort((a, b) => a.at.localeCompare(b.at)).map((step) => ({ ...step, held: held.has(step.invoiceId) })),
        held: world.invoices.filter((one) => held.has(one.id) && isOwed(one)).map(({ id, number, clientId, clientName }) => ({ invoiceId: id, number, clientId, clientName, since: fakeNow })),
      };
    },
    'GET invoices/*/reminders': ({ params: [id] }) => remindersOf(byId(id)),
    'PATCH invoices/*/reminders': ({ params: [id], body }) => {
      const invoice = byId(id);
      if (body['held']) held.add(invoice.id);
      else held.delete(invoice.id);
      tell({ type: 'invoices.changed', event: 'reminders.changed', subjectId: invoice.id, clientId: invoice.clientId });
      return remindersOf(invoice);
    },
  };
}
