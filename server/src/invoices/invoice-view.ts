import type { Invoice, InvoiceStatus, InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import { dateLabel, dayLabel, daysBetween, daysLabel, shortDateLabel } from '../domain/civil-dates.ts';
import { formatMoney } from '../domain/money.ts';
import { statusOf } from './invoice-rules.ts';
import type { InvoiceRow, InvoiceWithBalance } from './invoice-store.ts';
import type { InvoiceBalance, LedgerEntryRow } from './ledger-store.ts';

export interface InvoiceReader {
  readonly lang: string;
  /** The civil date in the business's zone. */
  readonly today: string;
}

const titleLength = 80;

export function toSummary({ invoice, ...balance }: InvoiceWithBalance, clientName: string, reader: InvoiceReader): InvoiceSummary {
  const { currency } = invoice;
  const money = (minor: number): string => formatMoney(minor, currency, reader.lang);
  const status = statusOf(invoice, balance, reader.today);
  const dueMinor = invoice.stage === 'draft' ? invoice.totalMinor : invoice.stage === 'void' || invoice.kind === 'credit_note' ? 0 : Math.max(0, balance.dueMinor);
  return {
    id: invoice.id, kind: invoice.kind, status, number: invoice.number, clientId: invoice.clientId, clientName: invoice.billing?.name || clientName,
    title: titleOf(invoice), currency, totalMinor: invoice.totalMinor, paidMinor: balance.paidMinor, creditedMinor: balance.creditedMinor, dueMinor,
    minimumPaymentMinor: invoice.minimumPaymentMinor, issuedOn: invoice.issuedOn, dueOn: invoice.dueOn, depositMinor: invoice.depositMinor, depositDueOn: invoice.depositDueOn,
    label: {
      total: money(invoice.totalMinor), due: money(dueMinor), paid: money(balance.paidMinor), subtotal: money(invoice.subtotalMinor),
      issuedOn: invoice.issuedOn && dateLabel(invoice.issuedOn, reader.lang), dueOn: invoice.dueOn && dateLabel(invoice.dueOn, reader.lang),
      dueIn: invoice.dueOn && isUnpaid(status) ? daysLabel(daysBetween(reader.today, invoice.dueOn), reader.lang) : null,
      issuedDay: invoice.issuedOn && shortDateLabel(invoice.issuedOn, reader.lang), dueDay: invoice.dueOn && dayLabel(invoice.dueOn, reader.today, reader.lang),
    },
    canPay: isUnpaid(status) && invoice.kind === 'invoice', hasPdf: invoice.pdfHash !== null,
  };
}

const isUnpaid = (status: InvoiceStatus): boolean => status === 'issued' || status === 'partly_paid' || status === 'overdue';

/** What it is for, in short: the first line. */
export function titleOf({ lines }: InvoiceRow): string {
  const [first = ''] = (lines[0]?.description ?? '').split('\n');
  const rest = lines.length > 1 ? ` +\u00a0${lines.length - 1}` : '';
  return `${first.length > titleLength ? `${first.slice(0, titleLength - 1)}…` : first}${rest}`;
}

export interface Movement {
  readonly id: string;
  readonly kind: LedgerEntryRow['kind'];
  readonly amountMinor: number;
  readonly bookedOn: string;
  readonly method: string;
}

export interface InvoiceParts {
  readonly clientName: string;
  readonly movements: readonly Movement[];
  readonly creditOf: { readonly id: string; readonly number: string } | null;
}

export function toInvoice(row: InvoiceRow, balance: InvoiceBalance, parts: InvoiceParts, reader: InvoiceReader): Invoice {
  const money = (minor: number): string => formatMoney(minor, row.currency, reader.lang);
  return {
    ...toSummary({ invoice: row, ...balance }, parts.clientName, reader),
    lines: row.lines.map((line) => ({ ...line, taxIds: [...line.taxIds] })),
    taxes: row.taxes.map((tax) => ({ ...tax, label: money(tax.amountMinor) })),
    discountMinor: row.discountMinor, subtotalMinor: row.subtotalMinor, taxMinor: row.taxMinor,
    billing: row.billing ?? { name: parts.clientName, address: '', country: '', taxNumber: '', email: '' }, poNumber: row.poNumber, note: row.note, lang: row.lang,
    source: { kind: row.sourceKind, id: row.sourceId }, creditOf: parts.creditOf,
    payments: parts.movements.map(({ id, kind, amountMinor, bookedOn, method }) => ({
      id, amountMinor: -amountMinor, label: money(-amountMinor), method, receivedOn: bookedOn, kind: kind === 'payment' ? 'payment' : kind === 'credit_note' ? 'credit_note' : 'credit',
    })),
    version: row.version, voidReason: row.voidReason, createdAt: new Date(row.createdAt).toISOString(), issuedAt: row.issuedAt === null ? null : new Date(row.issuedAt).toISOString(),
  };
}
