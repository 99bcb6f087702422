import type { Client } from '@portico/contract/clients.ts';
import type { Deps } from '../deps.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { readClient } from './client-view.ts';
import { noteLook } from './note-look.ts';

/** One client as the owner sees it. */
export async function openClient(deps: Deps, scope: Scope, id: string): Promise<Client> {
  requireStaff(scope);
  const client = await deps.store.read((db) => readClient(db, scope, id, deps.now()));
  await noteLook(deps, scope, id);
  return client;
}
