import { boolean, foreignKey, index, instant, primaryKey, table, text, uniqueIndex } from '../storage/columns.ts';
import { clients } from '../clients/tables.ts';

/** A piece of work for one client, or an engagement. */
export const projects = table('projects', {
  businessId: text('business_id').notNull(),
  clientId: text('client_id').notNull(),
  id: text('id').notNull(),
  name: text('name').notNull(),
  archived: boolean('archived').notNull(),
  createdAt: instant('created_at').notNull(),
}, (column) => [
  primaryKey({ columns: [column.businessId, column.id] }),
  foreignKey({ columns: [column.businessId, column.clientId], foreignColumns: [clients.businessId, clients.id] }),
  uniqueIndex('projects_owned').on(column.businessId, column.clientId, column.id),
  index('projects_by_client').on(column.businessId, column.clientId, column.archived, column.id),
]);
