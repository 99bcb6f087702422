import { Email, Line, Lines, Phone } from '@portico/contract/primitives.ts';
import type { ImportRow } from '@portico/contract/clients.ts';
import { emailForm, searchForm } from '../domain/text.ts';

export type ColumnMap = { readonly name: string } & { readonly [key in 'email' | 'phone' | 'note' | 'company']?: string | undefined };

const guesses: Readonly<Record<'name' | 'email' | 'phone' | 'note' | 'company', RegExp>> = {
  name: /^(full ?name|name|client|customer|kunde|nom|nombre|nome)$/,
  email: /^((e-?)?mail( address)?|correo|courriel)$/,
  phone: /^(phone( number)?|mobile|cell|tel(efon|ephone)?)$/,
  note: /^(notes?|comments?|notiz|remarks?)$/,
  company: /^(company|organi[sz]ation|firma|business)$/,
};

/** Which column probably holds what, by the words people use for them. */
export function guessColumns(header: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [field, words] of Object.entries(guesses)) {
    const column = header.find((name) => words.test(searchForm(name).trim()));
    if (column !== undefined) found[field] = column;
  }
  return found;
}

export interface ImportClient {
  readonly line: number;
  readonly name: string;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly note: string;
  readonly company: string | undefined;
}

export interface Judged {
  readonly row: ImportRow;
  /** Only for rows that would be added. */
  readonly client?: ImportClient;
}

/** Says of every row what an import would do with it. `known` holds the addresses that are clients already, with names. */
export function judgeRows(rows: readonly Readonly<Record<string, string>>[], columns: ColumnMap, known: ReadonlyMap<string, string>): readonly Judged[] {
  const seen = new Map<string, number>();
  return rows.map((cells, index) => judge(cells, columns, index + 2, known, seen));
}

function judge(cells: Readonly<Record<string, string>>, columns: ColumnMap, line: number, known: ReadonlyMap<string, string>, seen: Map<string, number>): Judged {
  const cell = (column: string | undefined): string => (column === undefined ? '' : cells[column] ?? '').trim();
  const name = cell(columns.name) || cell(columns.company);
  const email = cell(columns.email);
  const phone = cell(columns.phone);
  const note = cell(columns.note);
  const row = (outcome: ImportRow['outcome'], reason: string | null): ImportRow => ({ line, name: name.slice(0, 100), email: email.slice(0, 254) || null, phone: phone.slice(0, 30) || null, outcome, reason });

  const wrong = problemOf(name, email, phone, note);
  if (wrong) return { row: row('invalid', wrong) };
  const key = email ? emailForm(email) : `${searchForm(name)} ${phone.replaceAll(/\D/g, '')}`;
  const earlier = seen.get(key);
  if (earlier !== undefined) return { row: row('duplicate_in_file', `The same as line ${earlier}.`) };
  seen.set(key, line);
  const already = email ? known.get(emailForm(email)) : undefined;
  if (already !== undefined) return { row: row('already_a_client', `${already} is a client already.`) };
  const company = cell(columns.company) || undefined;
  return { row: row('new', null), client: { line, name, email: email || undefined, phone: phone || undefined, note, company } };
}

function problemOf(name: string, email: string, phone: string, note: string): string | undefined {
  if (!Line(100).safeParse(name).success) return name === '' ? 'The name is missing.' : 'The name has more than 100 characters or strange ones.';
  if (email && !Email.safeParse(email).success) return `“${email.slice(0, 60)}” is not an e-mail address.`;
  if (phone && !Phone.safeParse(phone).success) return `“${phone.slice(0, 40)}” is not a phone number.`;
  if (!Lines(2000).safeParse(note).success) return 'The note has more than 2,000 characters or strange ones.';
  return undefined;
}
