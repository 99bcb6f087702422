import * as fc from 'fast-check';
import type { z } from 'zod';

const texts = ['', 'plain', ' spaced ', '01hzzzzzzzzzzzzzzzzzzzzzzz', '01HZZZ', '2026-11-27T12:30:00.000Z', '2026-11-27T12:30:00Z', '2026-02-30T12:30:00Z', '2300-01-01T00:00:00Z', '2026-11-27', 'thandi@mail.example', '#2f5bea', 'https://river.example', 'Europe/Berlin', 'ZAR', 'en', 'river-physio', 'x'.repeat(600)];
const numbers = [0, 1, 7, 30, 540, 1020, 65_000, -1, 0.5, NaN, Infinity, 2 ** 53];
const junk = fc.constantFrom<unknown>(undefined, null, 0, 1, '', 'x', true, [], {}, [1], { x: 1 }, new Date(0), 10n, () => 1);

/** Values near a schema: mostly right, with members missing, too many, or of another kind here and there. */
export function valuesOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 40, arbitrary: rightOnes(schema as z.core.$ZodTypes) }, { weight: 1, arbitrary: junk });
}

function rightOnes(schema: z.core.$ZodTypes): fc.Arbitrary<unknown> {
  const { def } = schema._zod;
  switch (def.type) {
    case 'string': return leaf(schema, texts);
    case 'number': return leaf(schema, numbers);
    case 'null': return fc.constant(null);
    case 'boolean': return fc.boolean();
    case 'enum': case 'literal': return fc.oneof({ weight: 9, arbitrary: fc.constantFrom<unknown>(...(schema._zod.values ?? [])) }, { weight: 1, arbitrary: fc.constantFrom<unknown>(...texts) });
    case 'nullable': return fc.option(valuesOf(def.innerType), { nil: null });
    case 'optional': case 'default': return fc.option(valuesOf(def.innerType), { nil: undefined });
    case 'readonly': return valuesOf(def.innerType);
    case 'array': return fc.array(valuesOf(def.element), { maxLength: 3 });
    case 'record': return fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), valuesOf(def.valueType), { maxKeys: 2 });
    case 'union': return fc.oneof(...def.options.map(valuesOf));
    case 'object': return objects(def.shape);
    case 'unknown': case 'any': return junk;
    default: throw new Error(`tell this generator how to make a ${def.type}`);
  }
}

/** Those that zod takes, and now and then one that it does not. */
function leaf(schema: z.core.$ZodType, candidates: readonly unknown[]): fc.Arbitrary<unknown> {
  const right = candidates.filter((one) => (schema as z.ZodType).safeParse(one).success);
  const all = fc.constantFrom(...candidates);
  return right.length === 0 ? all : fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: all });
}

function objects(shape: Readonly<Record<string, z.core.$ZodType>>): fc.Arbitrary<unknown> {
  const members = fc.record(Object.fromEntries(Object.entries(shape).map(([name, member]) => [name, valuesOf(member)])));
  const lacking = fc.oneof({ weight: 20, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(undefined, ...Object.keys(shape)) });
  const more = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.constant({ passwordHash: 'secret', nested: { secret: 1 } }) });
  return fc.tuple(members, lacking, more).map(([object, without, extra]) => Object.fromEntries(Object.entries({ ...extra, ...object }).filter(([name]) => name !== without)));
}
