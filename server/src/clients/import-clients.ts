import type { ImportInput, ImportPreview, ImportResult } from '@portico/contract/clients.ts';
import { parse } from 'csv-parse/sync';
import type { Deps } from '../deps.ts';
import { invalidField } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { emailForm } from '../domain/text.ts';
import { record } from '../events/event-log.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { addClientWithContact } from './add-client.ts';
import { invite } from './change-client.ts';
import { findContact, findContactByEmail } from './client-store.ts';
import { guessColumns, judgeRows, type ColumnMap, type Judged } from './import-rules.ts';

const mostRows = 2000;
const mostShown = 200;

interface Read {
  readonly columns: string[];
  readonly mapping: Record<string, string>;
  readonly judged: readonly Judged[];
}

/** What an import would do, row by row; nothing is written. */
export async function previewImport(deps: Deps, scope: Scope, input: ImportInput): Promise<ImportPreview> {
  requireStaff(scope, 'admin');
  const { columns, mapping, judged } = await deps.store.read((db) => read(db, scope, input));
  const count = (...outcomes: string[]): number => judged.filter(({ row }) => outcomes.includes(row.outcome)).length;
  // Rows that need a look come first; a long file shows some of each.
  const rows = judged.map(({ row }) => row).sort((a, b) => Number(a.outcome === 'new') - Number(b.outcome === 'new') || a.line - b.line).slice(0, mostShown);
  return { columns, mapping, newCount: count('new'), duplicateCount: count('duplicate_in_file', 'already_a_client'), invalidCount: count('invalid'), rows };
}

/** Adds every new row, or nothing at all. */
export async function importClients(deps: Deps, tx: WriteDb, scope: Scope, input: ImportInput): Promise<ImportResult> {
  requireStaff(scope, 'admin');
  const { judged } = await read(tx, scope, input);
  let invited = 0;
  const added = judged.flatMap(({ client }) => client ? [client] : []);
  for (const client of added) {
    const account = client.company === undefined ? {} : { name: client.company, kind: 'company' as const };
    const { contactId } = await addClientWithContact(deps, tx, scope, client, 'import', { ...account, note: client.note });
    const contact = input.invite && client.email !== undefined ? await findContact(tx, scope, contactId) : undefined;
    if (!contact) continue;
    await invite(deps, tx, scope, contact);
    invited += 1;
  }
  const result = { imported: added.length, skipped: judged.length - added.length, invited };
  await record(deps, tx, scope, { type: 'clients.imported', subjectId: scope.businessId, payload: result });
  return result;
}

async function read(db: ReadDb, scope: Scope, input: ImportInput): Promise<Read> {
  const rows = parseCsv(input.csv);
  const columns = Object.keys(rows[0] ?? {});
  const mapping = input.columns ? Object.fromEntries(Object.entries(input.columns).filter(([, column]) => column !== undefined)) as Record<string, string> : guessColumns(columns);
  const missing = Object.entries(mapping).find(([, column]) => !columns.includes(column));
  if (missing) throw invalidField(`columns.${missing[0]}`, `There is no column “${missing[1]}” in this file.`);
  const nameColumn = mapping['name'] ?? mapping['company'];
  if (nameColumn === undefined) throw invalidField('columns.name', 'Say which column holds the name.');
  return { columns, mapping, judged: judgeRows(rows, { ...mapping, name: nameColumn } as ColumnMap, await knownAddresses(db, scope, rows, mapping['email'])) };
}

function parseCsv(csv: string): Record<string, string>[] {
  try {
    const delimiter = (csv.split('\n', 1)[0] ?? '').split(';').length > (csv.split('\n', 1)[0] ?? '').split(',').length ? ';' : ',';
    const rows = parse(csv, { bom: true, columns: (header: string[]) => header.map((name, index) => name.trim().slice(0, 100) || `Column ${index + 1}`), delimiter, skip_empty_lines: true, relax_column_count: true, trim: true, to: mostRows + 1 }) as Record<string, string>[];
    if (rows.length === 0) throw invalidField('csv', 'The file has a header, but no rows.');
    if (rows.length > mostRows) throw invalidField('csv', `Import at most ${mostRows} rows at once: split the file.`);
    return rows;
  } catch (error) {
    if (error instanceof Error && error.name === 'DomainError') throw error;
    throw invalidField('csv', 'This does not read as CSV. Save your list as “CSV (comma separated)” and choose that file.');
  }
}

async function knownAddresses(db: ReadDb, scope: Scope, rows: readonly Record<string, string>[], column: string | undefined): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  if (column === undefined) return known;
  for (const row of rows) {
    const address = emailForm(row[column] ?? '');
    const contact = address ? await findContactByEmail(db, scope, address) : undefined;
    if (contact) known.set(address, contact.name);
  }
  return known;
}
