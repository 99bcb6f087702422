import type { Block } from '@portico/contract/bookings/hours.ts';
import type { BlockRow } from './busy-store.ts';

export const blockView = (row: BlockRow): Block => ({
  id: row.id, providerId: row.providerId, startsAt: new Date(row.startsAt).toISOString(), endsAt: new Date(row.endsAt).toISOString(), note: row.note,
});
