import type { SavedMethod } from '@portico/contract/invoices/plans.ts';
import type { MethodRow } from './consent-store.ts';

/** Names as their owners write them; another brand is shown as the provider calls it, with a capital. */
const brands: Readonly<Record<string, string>> = { amex: 'American Express', diners: 'Diners Club', jcb: 'JCB', mastercard: 'Mastercard', sepa_debit: 'SEPA', unionpay: 'UnionPay', visa: 'Visa', eftpos_au: 'eftpos' };

const brandName = (brand: string): string => brands[brand] ?? `${brand.charAt(0).toUpperCase()}${brand.slice(1).replaceAll('_', ' ')}`;

/** `Visa ···· 4242` */
export const methodLabel = ({ brand, last4 }: Pick<MethodRow, 'brand' | 'last4'>): string => (last4 === '' ? brandName(brand) : `${brandName(brand)} ···· ${last4}`);

export const toSavedMethod = (row: MethodRow): SavedMethod => ({ id: row.id, brand: row.brand, last4: row.last4, expires: row.expires, label: methodLabel(row) });
