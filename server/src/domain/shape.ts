import type { z } from 'zod';
import { unfit, type Fit } from './shape-fit.ts';
import { textFit, wholeNumberFit } from './shape-leaves.ts';

/**
 * Does what `schema.parse` does, several times as fast, for the plain schemas that things leave the house through:
 * drops what an object does not name, takes nothing that does not fit. The walk is worked out once. Zod stays the judge:
 * what this does not know, or does not take, is asked of zod, which also says why.
 */
export function shapeOf<Schema extends z.ZodType>(schema: Schema): (value: unknown) => z.output<Schema> {
  const fit = fitOf(schema);
  return (value) => {
    const shaped = fit(value);
    return shaped === unfit ? schema.parse(value) : shaped as z.output<Schema>;
  };
}

function fitOf(schema: z.core.$ZodType): Fit {
  return plainFit(schema as z.core.$ZodTypes) ?? askZod(schema);
}

/** Left out for schemas of other kinds, or with checks that are not known here. */
function plainFit(schema: z.core.$ZodTypes): Fit | undefined {
  const { def } = schema._zod;
  switch (def.type) {
    case 'string': return textFit(def);
    case 'number': return wholeNumberFit(def);
    case 'boolean': return isPlain(def) ? (value) => typeof value === 'boolean' ? value : unfit : undefined;
    case 'enum': case 'literal': return isPlain(def) ? oneOf(schema._zod.values) : undefined;
    case 'nullable': return isPlain(def) ? orElse(null, fitOf(def.innerType)) : undefined;
    case 'optional': return isPlain(def) ? orElse(undefined, fitOf(def.innerType)) : undefined;
    case 'array': return isPlain(def) ? listOf(fitOf(def.element)) : undefined;
    case 'object': return isPlain(def) && def.catchall === undefined ? objectOf(def.shape) : undefined;
    default: return undefined;
  }
}

const isPlain = ({ checks }: { readonly checks?: readonly unknown[] | undefined }): boolean => checks === undefined || checks.length === 0;

/** `safeParse` of a part: the whole is asked again when it does not fit, for the right path in the error. */
function askZod(schema: z.core.$ZodType): Fit {
  const { safeParse } = schema as z.ZodType;
  return (value) => {
    const parsed = safeParse(value);
    return parsed.success ? parsed.data : unfit;
  };
}

const oneOf = (values: ReadonlySet<unknown> | undefined): Fit => (value) => values?.has(value) ? value : unfit;

const orElse = (nothing: null | undefined, inner: Fit): Fit => (value) => value === nothing ? nothing : inner(value);

function listOf(element: Fit): Fit {
  return (value) => {
    if (!Array.isArray(value)) return unfit;
    const shaped: unknown[] = [];
    for (const given of value as readonly unknown[]) {
      const item = element(given);
      if (item === unfit) return unfit;
      shaped.push(item);
    }
    return shaped;
  };
}

function objectOf(shape: Readonly<Record<string, z.core.$ZodType>>): Fit {
  const members = Object.entries(shape).map(([name, schema]) => ({ name, fit: fitOf(schema), mayLack: schema._zod.optout === 'optional' }));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return unfit;
    const given = value as Readonly<Record<string, unknown>>;
    const shaped: Record<string, unknown> = {};
    for (const { name, fit, mayLack } of members) {
      const member = given[name];
      if (member === undefined && mayLack && !(name in given)) continue;
      const item = fit(member);
      if (item === unfit) return unfit;
      shaped[name] = item;
    }
    return shaped;
  };
}
