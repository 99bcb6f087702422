import type { z } from 'zod';
import { unfit, type Fit } from './shape-fit.ts';

type Holds<Value> = (value: Value) => boolean;

/** What zod's checks say of themselves, as far as it matters here. */
interface Check {
  readonly check: string;
  readonly when?: unknown;
  readonly format?: string;
  readonly pattern?: RegExp | undefined;
  readonly maximum?: number;
  readonly minimum?: number;
  readonly value?: unknown;
  readonly inclusive?: boolean;
  readonly fn?: (value: unknown) => unknown;
}

/** Text with patterns, lengths and rules of our own; undefined when another check (or a change, such as trimming) is asked. */
export function textFit(def: z.core.$ZodStringDef): Fit | undefined {
  // A format, such as an instant, is a check and a schema in one.
  const own = 'check' in def ? [def as unknown as Check] : [];
  const holds = allOf([...own, ...checksOf(def)].map(textCheck));
  return def.coerce || !holds ? undefined : (value) => typeof value === 'string' && holds(value) ? value : unfit;
}

/** Integers with bounds; other numbers are zod's. */
export function wholeNumberFit(def: z.core.$ZodNumberDef): Fit | undefined {
  if (def.coerce || (def as unknown as Check).format !== 'safeint') return undefined;
  const holds = allOf(checksOf(def).map(numberCheck));
  return holds && ((value) => Number.isSafeInteger(value) && holds(value as number) ? value : unfit);
}

const checksOf = ({ checks }: z.core.$ZodTypeDef): Check[] => (checks ?? []).map((check) => check._zod.def as Check);

function allOf<Value>(checks: readonly (Holds<Value> | undefined)[]): Holds<Value> | undefined {
  const known = checks.filter((check) => check !== undefined);
  if (known.length < checks.length) return undefined;
  return (value) => {
    for (const holds of known) if (!holds(value)) return false;
    return true;
  };
}

function textCheck({ check, when, format = '', pattern, maximum = NaN, minimum = NaN, fn }: Check): Holds<string> | undefined {
  if (when !== undefined) return undefined;
  // A pattern that remembers where it was answers differently each time.
  if (check === 'string_format' && pattern && ['regex', 'datetime'].includes(format) && !pattern.global && !pattern.sticky) return (text) => pattern.test(text);
  if (check === 'max_length') return (text) => text.length <= maximum;
  if (check === 'min_length') return (text) => text.length >= minimum;
  if (check === 'custom' && fn) return (text) => fn(text) === true;
  return undefined;
}

function numberCheck({ check, when, value, inclusive }: Check): Holds<number> | undefined {
  if (when !== undefined || typeof value !== 'number') return undefined;
  if (check === 'less_than') return (number) => inclusive ? number <= value : number < value;
  if (check === 'greater_than') return (number) => inclusive ? number >= value : number > value;
  return undefined;
}
