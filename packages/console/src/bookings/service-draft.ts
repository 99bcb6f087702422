import type { ChangeServiceInput, Prepayment, ServiceSettings } from '@portico/contract/bookings/services.ts';
import { priceFrom, priceText } from '../ui/amount-text.ts';
import { fractionDigits, theHouse } from '../ui/formats.ts';
import { wholeFrom } from '../ui/typed-text.ts';

/** A service as it stands in the form: what is typed is text until it is understood. */
export interface ServiceDraft {
  name: string; description: string; durationMinutes: string; price: string; placeKind: string; place: string;
  bufferBeforeMinutes: string; bufferAfterMinutes: string; intervalMinutes: string; minNoticeMinutes: string; maxDaysAhead: string; maxPerDay: string;
  /** `none`, `full`, `share`, `amount`. */
  prepayment: string; prepaidPercent: string; prepaidAmount: string;
  cancelCutoffMinutes: string; reminderMinutes: readonly number[]; providerIds: readonly string[];
}

export function draftOf(service: ServiceSettings | undefined, everybody: readonly string[]): ServiceDraft {
  const text = (value: number | null | undefined, fallback: number | ''): string => String(value ?? fallback);
  return {
    name: service?.name ?? '', description: service?.description ?? '', durationMinutes: text(service?.durationMinutes, 45), price: service ? priceText(service.priceMinor, fractionDigits(), theHouse().lang) : '',
    placeKind: service?.placeKind ?? 'in_person', place: service?.place ?? '', bufferBeforeMinutes: text(service?.bufferBeforeMinutes, 0), bufferAfterMinutes: text(service?.bufferAfterMinutes, 0),
    intervalMinutes: text(service?.intervalMinutes, 30), minNoticeMinutes: text(service?.minNoticeMinutes, 120), maxDaysAhead: text(service?.maxDaysAhead, 60), maxPerDay: text(service?.maxPerDay, ''),
    ...prepaymentDraft(service?.prepayment ?? null), cancelCutoffMinutes: text(service?.cancelCutoffMinutes, 1440), reminderMinutes: service?.reminderMinutes ?? [1440, 60], providerIds: service?.providerIds ?? everybody,
  };
}

const prepaymentDraft = (asked: Prepayment | null): Pick<ServiceDraft, 'prepayment' | 'prepaidPercent' | 'prepaidAmount'> => ({
  prepayment: asked?.kind ?? 'none', prepaidPercent: asked?.kind === 'share' ? String(asked.percent) : '50', prepaidAmount: asked?.kind === 'amount' ? priceText(asked.minor, fractionDigits(), theHouse().lang) : '',
});

function readPrepayment(draft: ServiceDraft, errors: Errors): Prepayment | null {
  if (draft.prepayment === 'full') return { kind: 'full' };
  if (draft.prepayment === 'share') {
    const percent = wholeFrom(draft.prepaidPercent, 1, 99);
    if (percent === undefined) errors['prepaidPercent'] = 'Use a whole number from 1 to 99.';
    return { kind: 'share', percent: percent ?? 1 };
  }
  if (draft.prepayment !== 'amount') return null;
  const minor = priceFrom(draft.prepaidAmount, fractionDigits(), theHouse().lang);
  if (!minor) errors['prepaidAmount'] = 'Use an amount above zero.';
  return { kind: 'amount', minor: minor ?? 1 };
}

type Errors = Record<string, string>;

/** Either what to send or what to mend, by field. */
export function readService(draft: ServiceDraft): { readonly input: ChangeServiceInput; readonly errors: Errors } {
  const errors: Errors = {};
  const whole = (field: keyof ServiceDraft, low: number, high: number): number => {
    const value = wholeFrom(String(draft[field]), low, high);
    if (value === undefined) errors[field] = `Use a whole number from ${low} to ${high}.`;
    return value ?? low;
  };
  const priceMinor = priceFrom(draft.price, fractionDigits(), theHouse().lang);
  if (priceMinor === undefined) errors['priceMinor'] = `Use an amount such as ${priceText(65_050, fractionDigits(), theHouse().lang)}.`;
  if (draft.name.trim() === '') errors['name'] = 'Fill this in.';
  if (draft.providerIds.length === 0) errors['providerIds'] = 'Choose at least one.';
  const input: ChangeServiceInput = {
    name: draft.name.trim(), description: draft.description, durationMinutes: whole('durationMinutes', 5, 720), priceMinor: priceMinor ?? 0, placeKind: draft.placeKind as ServiceSettings['placeKind'], place: draft.place,
    bufferBeforeMinutes: whole('bufferBeforeMinutes', 0, 480), bufferAfterMinutes: whole('bufferAfterMinutes', 0, 480), intervalMinutes: whole('intervalMinutes', 5, 720),
    minNoticeMinutes: Number(draft.minNoticeMinutes), maxDaysAhead: whole('maxDaysAhead', 1, 730), maxPerDay: draft.maxPerDay.trim() === '' ? null : whole('maxPerDay', 1, 200),
    prepayment: readPrepayment(draft, errors), cancelCutoffMinutes: Number(draft.cancelCutoffMinutes), reminderMinutes: [...draft.reminderMinutes], providerIds: [...draft.providerIds],
  };
  return { input, errors };
}
