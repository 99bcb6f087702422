import type { ChangeInvoiceSettingsInput, InvoiceSettings } from '@portico/contract/invoices/settings.ts';
import { amountFrom, amountText, priceText } from '../ui/amount-text.ts';
import { fractionDigits, theHouse } from '../ui/formats.ts';
import { wholeFrom } from '../ui/typed-text.ts';
import { amountHint } from './invoice-draft.ts';

/** How invoices are made, as it stands in the form. */
export interface SettingsDraft {
  legalName: string; legalAddress: string; country: string; taxNumber: string; registration: string; bankDetails: string; footer: string; paymentDays: string; pricesIncludeTax: boolean; cancelledPaid: string;
  invoicePattern: string; invoiceDigits: string; invoiceYearly: boolean; creditPattern: string; creditDigits: string; creditYearly: boolean;
  reminderDays: readonly number[]; lateFee: string; lateFeeAmount: string; lateFeePercent: string; lateFeeAfter: string;
}

export function settingsDraftOf(settings: InvoiceSettings): SettingsDraft {
  const { legalName, legalAddress, country, taxNumber, registration, bankDetails, footer, paymentDays, pricesIncludeTax, invoiceSeries, creditNoteSeries, cancelledPaid, reminderDays, lateFee } = settings;
  const { lang } = theHouse();
  return {
    legalName, legalAddress, country, taxNumber, registration, bankDetails, footer, paymentDays: String(paymentDays), pricesIncludeTax, cancelledPaid,
    invoicePattern: invoiceSeries.pattern, invoiceDigits: String(invoiceSeries.digits), invoiceYearly: invoiceSeries.yearly,
    creditPattern: creditNoteSeries.pattern, creditDigits: String(creditNoteSeries.digits), creditYearly: creditNoteSeries.yearly,
    reminderDays, lateFee: lateFee.kind, lateFeeAmount: lateFee.kind === 'amount' ? priceText(lateFee.minor, fractionDigits(), lang) : '', lateFeePercent: lateFee.kind === 'percent' ? amountText(lateFee.ppm, 4, lang) : '',
    lateFeeAfter: lateFee.kind === 'none' ? '14' : String(lateFee.afterDays),
  };
}

type Errors = Record<string, string>;

/** Either what to send or what to mend, by the name the server uses. */
export function readSettings(draft: SettingsDraft): { readonly input: ChangeInvoiceSettingsInput; readonly errors: Errors } {
  const errors: Errors = {};
  const whole = (text: string, field: string, low: number, high: number): number => {
    const value = wholeFrom(text, low, high);
    if (value === undefined) errors[field] = `Use a whole number from ${low} to ${high}.`;
    return value ?? low;
  };
  const series = (pattern: string, digits: string, yearly: boolean, field: string) => {
    const problem = patternTrouble(pattern, yearly);
    if (problem) errors[`${field}.pattern`] = problem;
    return { pattern: pattern.trim(), digits: whole(digits, `${field}.digits`, 1, 10), yearly };
  };
  const { legalName, legalAddress, country, taxNumber, registration, bankDetails, footer, pricesIncludeTax } = draft;
  const input: ChangeInvoiceSettingsInput = {
    legalName, legalAddress, country, taxNumber, registration, bankDetails, footer, pricesIncludeTax, paymentDays: whole(draft.paymentDays, 'paymentDays', 0, 365),
    invoiceSeries: series(draft.invoicePattern, draft.invoiceDigits, draft.invoiceYearly, 'invoiceSeries'), creditNoteSeries: series(draft.creditPattern, draft.creditDigits, draft.creditYearly, 'creditNoteSeries'),
    cancelledPaid: draft.cancelledPaid as NonNullable<ChangeInvoiceSettingsInput['cancelledPaid']>,
    reminderDays: [...draft.reminderDays].sort((a, b) => a - b), lateFee: readLateFee(draft, errors, whole),
  };
  return { input, errors };
}

function readLateFee({ lateFee, lateFeeAmount, lateFeePercent, lateFeeAfter }: SettingsDraft, errors: Errors, whole: (text: string, field: string, low: number, high: number) => number): NonNullable<ChangeInvoiceSettingsInput['lateFee']> {
  if (lateFee === 'none') return { kind: 'none' };
  const afterDays = whole(lateFeeAfter, 'lateFee.afterDays', 1, 180);
  if (lateFee === 'amount') {
    const minor = amountFrom(lateFeeAmount, fractionDigits(), theHouse().lang) ?? 0;
    if (minor === 0) errors['lateFee.minor'] = amountHint(theHouse().currency);
    return { kind: 'amount', minor, afterDays };
  }
  const ppm = amountFrom(lateFeePercent, 4, theHouse().lang) ?? 0;
  if (ppm === 0 || ppm > 200_000) errors['lateFee.ppm'] = 'Use a share of at most 20 %, such as 2.';
  return { kind: 'percent', ppm, afterDays };
}

/** What the server would say of a pattern; empty when it is fine. */
export function patternTrouble(pattern: string, yearly: boolean): string {
  const text = pattern.trim();
  if (text === '') return 'Fill this in.';
  if (text.split('{number}').length !== 2) return 'Put {number} into it once.';
  if (!/^[A-Za-z0-9{}\-/._ ]+$/.test(text)) return 'Use letters, digits, dashes, slashes and dots.';
  if (/[{}]/.test(text.replaceAll('{number}', '').replaceAll('{year}', ''))) return 'Only {number} and {year} go between braces.';
  return yearly && !text.includes('{year}') ? 'Numbers that start again each year need {year} in the pattern.' : '';
}
