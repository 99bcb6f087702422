import type { Statement, StatementAccount, StatementLine, StatementQuery } from '@portico/contract/invoices/statement.ts';
import { clientNames } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { dateLabel, daysBetween } from '../../domain/civil-dates.ts';
import { invalidField, notFound } from '../../domain/errors.ts';
import { formatMoney } from '../../domain/money.ts';
import { requireClient, requireStaff, type Scope } from '../../domain/scope.ts';
import type { ReadDb } from '../../storage/store.ts';
import { ageBucket, ageBuckets } from '../invoice-rules.ts';
import { readerFor } from '../read-invoice.ts';
import { creditAt, movementsBetween, namesOfSubjects, openAt, owedBefore, type AccountMovement, type OpenThen } from './statement-store.ts';

const longestDays = 3 * 366;

/** A client's own account with the business. */
export const readOwnStatement = (deps: Deps, scope: Scope, query: StatementQuery): Promise<Statement> => statementOf(deps, scope, requireClient(scope).clientId, query);

export function readStatement(deps: Deps, scope: Scope, clientId: string, query: StatementQuery): Promise<Statement> {
  requireStaff(scope);
  return statementOf(deps, scope, clientId, query);
}

function statementOf(deps: Deps, scope: Scope, clientId: string, query: StatementQuery): Promise<Statement> {
  const days = daysBetween(query.from, query.until);
  if (days < 0) throw invalidField('until', 'Use the first day or a later one.');
  if (days > longestDays) throw invalidField('until', 'Ask for at most three years at once.');
  return deps.store.read((db) => fromBooks(db, scope, clientId, query, deps.now()));
}

/** Every figure is a sum of ledger entries: nothing is computed a second way. */
async function fromBooks(db: ReadDb, scope: Scope, clientId: string, { from, until, lang: wanted }: StatementQuery, now: number): Promise<Statement> {
  const clientName = (await clientNames(db, scope, [clientId])).get(clientId);
  if (clientName === undefined) throw notFound();
  const { lang } = await readerFor(db, scope, now, wanted);
  const opening = new Map((await owedBefore(db, scope, clientId, from)).map(({ currency, amountMinor }) => [currency, amountMinor]));
  const movements = await movementsBetween(db, scope, clientId, from, until);
  const open = await openAt(db, scope, clientId, until);
  const credit = new Map((await creditAt(db, scope, clientId, until)).map(({ currency, amountMinor }) => [currency, -amountMinor]));
  const subjects = await namesOfSubjects(db, scope, clientId);
  const currencies = [...new Set([...[...opening].filter(([, amount]) => amount !== 0).map(([currency]) => currency), ...movements.map(({ currency }) => currency)])].sort();
  return {
    clientId, clientName, from, until, fromLabel: dateLabel(from, lang), untilLabel: dateLabel(until, lang),
    accounts: currencies.map((currency) => accountOf({
      currency, lang, until, openingMinor: opening.get(currency) ?? 0, creditMinor: credit.get(currency) ?? 0, subjects,
      movements: movements.filter((one) => one.currency === currency), open: open.filter((one) => one.currency === currency),
    })),
  };
}

interface AccountFacts {
  readonly currency: string;
  readonly lang: string;
  readonly until: string;
  readonly openingMinor: number;
  readonly creditMinor: number;
  readonly movements: readonly AccountMovement[];
  readonly open: readonly OpenThen[];
  readonly subjects: Subjects;
}
type Subjects = Awaited<ReturnType<typeof namesOfSubjects>>;

function accountOf({ currency, lang, until, openingMinor, creditMinor, movements, open, subjects }: AccountFacts): StatementAccount {
  const money = (minor: number): string => formatMoney(minor, currency, lang);
  let balanceMinor = openingMinor;
  const lines = movements.map((movement): StatementLine => {
    balanceMinor += movement.amountMinor;
    const { amountMinor, bookedOn } = movement;
    return { ...subjectOf(movement, subjects), on: bookedOn, onLabel: dateLabel(bookedOn, lang), amountMinor, label: money(amountMinor), balanceMinor, balanceLabel: money(balanceMinor) };
  });
  const sum = (...kinds: readonly StatementLine['kind'][]): number => lines.reduce((total, { kind, amountMinor }) => total + (kinds.includes(kind) ? amountMinor : 0), 0);
  return {
    currency, openingMinor, openingLabel: money(openingMinor), lines,
    invoicedMinor: sum('invoice', 'void'), creditedMinor: 0 - sum('credit_note'), paidMinor: 0 - sum('payment'), refundedMinor: sum('refund'),
    closingMinor: balanceMinor, closingLabel: money(balanceMinor), creditMinor, creditLabel: money(creditMinor),
    buckets: ageBuckets.map((name) => {
      const inside = open.filter(({ dueOn }) => ageBucket(dueOn === null ? 0 : daysBetween(dueOn, until)) === name);
      const dueMinor = inside.reduce((total, one) => total + one.dueMinor, 0);
      return { name, dueMinor, label: money(dueMinor), count: inside.length };
    }),
  };
}

const kinds: Readonly<Record<AccountMovement['kind'], StatementLine['kind']>> = { issue: 'invoice', void: 'void', credit_note: 'credit_note', payment: 'payment', credit_applied: 'payment', refund: 'refund' };

/** The books name what moved by its key: `payment:<id>`. */
function subjectOf({ kind, dedupeKey }: AccountMovement, { numbers, payments, refunded }: Subjects): Pick<StatementLine, 'kind' | 'reference' | 'subjectId'> {
  const id = dedupeKey.split(':')[1] ?? '';
  const paymentId = kind === 'refund' ? refunded.get(id) : kind === 'payment' ? id : undefined;
  if (paymentId === undefined) return { kind: kinds[kind], reference: numbers.get(id) ?? '', subjectId: id };
  const payment = payments.get(paymentId);
  return { kind: kinds[kind], reference: [payment?.numbers.join(', '), payment?.reference].filter(Boolean).join(' · '), subjectId: paymentId };
}
