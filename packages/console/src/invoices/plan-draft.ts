import type { AddPlanInput, Plan } from '@portico/contract/invoices/plans.ts';
import type { TaxRate } from '@portico/contract/invoices/settings.ts';
import { amountFrom, priceText } from '../ui/amount-text.ts';
import { fractionDigits, theHouse } from '../ui/formats.ts';
import { wholeFrom } from '../ui/typed-text.ts';
import { amountHint } from './invoice-draft.ts';

/** A plan as it stands in the form: what is typed is text until it is understood. */
export interface PlanDraft {
  name: string; description: string; price: string; taxIncluded: boolean; taxIds: readonly string[]; every: string; interval: string; dueDays: string;
  /** Empty: no sessions come with it. */
  packageId: string;
}

/** A new one is taxed as new lines are. */
export function planDraftOf(plan: Plan | undefined, taxes: readonly TaxRate[], pricesIncludeTax: boolean): PlanDraft {
  return {
    name: plan?.name ?? '', description: plan?.description ?? '', price: plan ? priceText(plan.priceMinor, fractionDigits(), theHouse().lang) : '', taxIncluded: plan?.taxIncluded ?? pricesIncludeTax,
    taxIds: plan?.taxIds ?? taxes.filter(({ isDefault, archived }) => isDefault && !archived).map(({ id }) => id), every: String(plan?.every ?? 1), interval: plan?.interval ?? 'month', dueDays: String(plan?.dueDays ?? 0), packageId: plan?.packageId ?? '',
  };
}

/** Either what to send or what to mend, by the name the server uses. */
export function readPlan(draft: PlanDraft): { readonly errors: Record<string, string>; readonly input: AddPlanInput } {
  const errors: Record<string, string> = {};
  const every = wholeFrom(draft.every, 1, 12);
  const dueDays = wholeFrom(draft.dueDays, 0, 60);
  const priceMinor = amountFrom(draft.price, fractionDigits(), theHouse().lang);
  if (draft.name.trim() === '') errors['name'] = 'Fill this in.';
  if (!priceMinor) errors['priceMinor'] = amountHint(theHouse().currency);
  if (every === undefined) errors['every'] = 'Use a whole number from 1 to 12.';
  if (dueDays === undefined) errors['dueDays'] = 'Use a whole number from 0 to 60.';
  const { description, taxIncluded, taxIds, interval, packageId } = draft;
  return {
    errors,
    input: { name: draft.name.trim(), description, priceMinor: priceMinor || 1, taxIncluded, taxIds: [...taxIds], every: every ?? 1, interval: interval as AddPlanInput['interval'], dueDays: dueDays ?? 0, packageId: packageId || null },
  };
}
