import type { Statement, StatementAccount } from '@portico/contract/invoices/statement.ts';
import { amountCell, csvLine } from '../../domain/csv.ts';

/** A statement for spreadsheets: opening, every line, closing, one currency after the other. */
export async function* statementLines({ accounts, from, until, clientName }: Statement): AsyncGenerator<string> {
  yield csvLine(['date', 'kind', 'reference', 'client', 'currency', 'amount', 'balance']);
  for (const account of accounts) yield* accountLines(account, { from, until, clientName });
}

function* accountLines({ currency, openingMinor, closingMinor, lines }: StatementAccount, { from, until, clientName }: Pick<Statement, 'from' | 'until' | 'clientName'>): Generator<string> {
  yield csvLine([from, 'opening', '', clientName, currency, null, amountCell(openingMinor, currency)]);
  for (const { on, kind, reference, amountMinor, balanceMinor } of lines) yield csvLine([on, kind, reference, clientName, currency, amountCell(amountMinor, currency), amountCell(balanceMinor, currency)]);
  yield csvLine([until, 'closing', '', clientName, currency, null, amountCell(closingMinor, currency)]);
}
