import { conflict, notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { bringerOf } from './bringer.ts';
import type { VersionRow } from './document-store.ts';

/** Says why a version does not open: to somebody who may know that it is there. */
export function checkOpens(scope: Scope, version: VersionRow | undefined): asserts version is VersionRow {
  if (!version || (scope.role === 'client' && version.state !== 'available' && bringerOf(version.actor) !== 'client')) throw notFound();
  if (version.state === 'quarantined') throw conflict('It is being checked for viruses. Try again in a moment.', 'being_checked');
  if (version.state === 'refused') throw conflict('A virus was found in it, so its content was deleted.', 'content_gone');
}
