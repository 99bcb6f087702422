import type { PackageProduct } from '@portico/contract/invoices/packages.ts';
import type { TaxRate } from '@portico/contract/invoices/settings.ts';
import { amountFrom, priceText } from '../ui/amount-text.ts';
import { fractionDigits, theHouse } from '../ui/formats.ts';
import { wholeFrom } from '../ui/typed-text.ts';
import { amountHint } from './invoice-draft.ts';

/** A package as it stands in the form: what is typed is text until it is understood. */
export interface PackageDraft {
  name: string; description: string; sessions: string; price: string; taxIncluded: boolean; taxIds: readonly string[];
  /** `all`, or `some`: those in `serviceIds`. */
  covers: string; serviceIds: readonly string[];
  /** `always`, or `days`. */
  validity: string; validDays: string; onSale: boolean; usableAtOnce: boolean;
}

/** A new one is taxed as new lines are. */
export function packageDraftOf(product: PackageProduct | undefined, taxes: readonly TaxRate[], pricesIncludeTax: boolean): PackageDraft {
  return {
    name: product?.name ?? '', description: product?.description ?? '', sessions: String(product?.sessions ?? 10), price: product ? priceText(product.priceMinor, fractionDigits(), theHouse().lang) : '',
    taxIncluded: product?.taxIncluded ?? pricesIncludeTax, taxIds: product?.taxIds ?? taxes.filter(({ isDefault, archived }) => isDefault && !archived).map(({ id }) => id),
    covers: product && product.serviceIds.length > 0 ? 'some' : 'all', serviceIds: product?.serviceIds ?? [],
    validity: product && product.validDays === null ? 'always' : 'days', validDays: String(product?.validDays ?? 180), onSale: product?.onSale ?? true, usableAtOnce: product?.usableAtOnce ?? false,
  };
}

/** Either what to send or what to mend, by the name the server uses. */
export function readPackage(draft: PackageDraft) {
  const errors: Record<string, string> = {};
  const sessions = wholeFrom(draft.sessions, 1, 500);
  const validDays = draft.validity === 'days' ? wholeFrom(draft.validDays, 1, 3650) : null;
  const priceMinor = amountFrom(draft.price, fractionDigits(), theHouse().lang);
  if (draft.name.trim() === '') errors['name'] = 'Fill this in.';
  if (sessions === undefined) errors['sessions'] = 'Use a whole number from 1 to 500.';
  if (validDays === undefined) errors['validDays'] = 'Use a whole number from 1 to 3650.';
  if (!priceMinor) errors['priceMinor'] = amountHint(theHouse().currency);
  if (draft.covers === 'some' && draft.serviceIds.length === 0) errors['serviceIds'] = 'Choose at least one.';
  const { description, taxIncluded, onSale, usableAtOnce } = draft;
  return {
    errors,
    input: {
      name: draft.name.trim(), description, sessions: sessions ?? 1, priceMinor: priceMinor || 1, taxIncluded, taxIds: [...draft.taxIds], validDays: validDays ?? null,
      serviceIds: draft.covers === 'some' ? [...draft.serviceIds] : [], onSale, usableAtOnce: onSale && usableAtOnce,
    },
  };
}
