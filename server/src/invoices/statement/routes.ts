import { Statement, StatementQuery } from '@portico/contract/invoices/statement.ts';
import { Id } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { csvStream } from '../../domain/csv.ts';
import { asDownload } from '../../http/download.ts';
import { route, streamRoute, type DeclaredRoute } from '../../http/route.ts';
import { statementPdf } from './make-statement.ts';
import { readOwnStatement, readStatement } from './read-statement.ts';
import { statementLines } from './statement-csv.ts';

const ById = z.strictObject({ id: Id });
const Pdf = z.string().meta({ format: 'binary' });
const Csv = z.string();
const [pdf, csv] = ['application/pdf', 'text/csv; charset=utf-8'];
const named = ({ from, until }: { from: string; until: string }, ending: string): string => `statement-${from}-${until}.${ending}`;

export function statementRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/statement', access: 'client', summary: 'Own statement for a period', query: StatementQuery, output: Statement }, ({ scope, query }) => readOwnStatement(deps, scope, query)),
    streamRoute({ method: 'get', path: '/v1/statement/pdf', access: 'client', summary: 'Own statement as PDF', query: StatementQuery, rate: 'heavy', contentType: pdf },
      async (call) => asDownload(call, named(call.query, 'pdf'), await statementPdf(deps, call.scope, await readOwnStatement(deps, call.scope, call.query), call.query.lang)), Pdf),
    streamRoute({ method: 'get', path: '/v1/statement/csv', access: 'client', summary: 'Own statement as CSV', query: StatementQuery, rate: 'heavy', contentType: csv },
      async (call) => asDownload(call, named(call.query, 'csv'), csvStream(statementLines(await readOwnStatement(deps, call.scope, call.query)))), Csv),
    route({ method: 'get', path: '/v1/console/clients/{id}/statement', access: 'member', summary: 'A client\'s statement for a period', params: ById, query: StatementQuery, output: Statement },
      ({ scope, params, query }) => readStatement(deps, scope, params.id, query)),
    streamRoute({ method: 'get', path: '/v1/console/clients/{id}/statement/pdf', access: 'member', summary: 'A client\'s statement as PDF', params: ById, query: StatementQuery, contentType: pdf },
      async (call) => asDownload(call, named(call.query, 'pdf'), await statementPdf(deps, call.scope, await readStatement(deps, call.scope, call.params.id, call.query), call.query.lang)), Pdf),
    streamRoute({ method: 'get', path: '/v1/console/clients/{id}/statement/csv', access: 'member', summary: 'A client\'s statement as CSV', params: ById, query: StatementQuery, contentType: csv },
      async (call) => asDownload(call, named(call.query, 'csv'), csvStream(statementLines(await readStatement(deps, call.scope, call.params.id, call.query)))), Csv),
  ];
}
