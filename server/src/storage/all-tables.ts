// What drizzle-kit reads to generate migrations; nothing imports it at run time.
export * from '../auth/tables.ts';
export * from '../bookings/tables.ts';
export * from '../business/tables.ts';
export * from '../clients/tables.ts';
export * from '../documents/tables.ts';
export * from '../events/tables.ts';
export * from '../http/tables.ts';
export * from '../invoices/tables.ts';
export * from '../invoices/chasing/tables.ts';
export * from '../invoices/online/tables.ts';
export * from '../invoices/autopay/tables.ts';
export * from '../invoices/packages/tables.ts';
export * from '../invoices/plans/tables.ts';
export * from '../invoices/test-network/tables.ts';
export * from '../jobs/tables.ts';
export * from '../notifications/tables.ts';
export * from '../projects/tables.ts';
