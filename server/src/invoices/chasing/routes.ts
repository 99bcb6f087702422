import { Chasing, ChasingQuery, HoldRemindersInput, InvoiceReminders } from '@portico/contract/invoices/chasing.ts';
import { Id } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../../http/route.ts';
import { holdReminders } from './hold-reminders.ts';
import { readChasing, readReminders } from './read-chasing.ts';

const ById = z.strictObject({ id: Id });

export function chasingRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/console/chasing', access: 'member', summary: 'Reminders and late fees to come', query: ChasingQuery, output: Chasing }, ({ scope, query }) => readChasing(deps, scope, query)),
    route({ method: 'get', path: '/v1/console/invoices/{id}/reminders', access: 'member', summary: 'How an invoice is chased', params: ById, output: InvoiceReminders },
      ({ scope, params }) => deps.store.read((db) => readReminders(db, scope, params.id))),
    writeRoute({ method: 'patch', path: '/v1/console/invoices/{id}/reminders', access: 'member', summary: 'Hold an invoice\'s reminders back, or let them go on', params: ById, body: HoldRemindersInput, output: InvoiceReminders },
      ({ scope, params, body }, tx) => holdReminders(deps, tx, scope, params.id, body)),
  ];
}
