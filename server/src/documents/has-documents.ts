import type { Scope } from '../domain/scope.ts';
import type { ReadDb } from '../storage/store.ts';
import { hasFiles } from './document-store.ts';
import { hasRequests } from './requests/request-store.ts';

/** Files that are there or under way, or something that was asked for: then a client stays what it is. */
export const hasDocuments = async (db: ReadDb, scope: Pick<Scope, 'businessId'>, clientId: string): Promise<boolean> =>
  await hasFiles(db, scope, clientId) || hasRequests(db, scope, clientId);
