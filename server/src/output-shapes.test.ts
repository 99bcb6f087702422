import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { allRoutes } from './all-routes.ts';
import { shapeOf } from './domain/shape.ts';
import { testWorld } from './test-support/test-world.ts';
import { valuesOf } from './test-support/values-of.ts';

type Outcome = { readonly left: string } | { readonly refused: unknown };

function outcomeOf(work: () => unknown): Outcome {
  try {
    return { left: JSON.stringify(work()) };
  } catch (error) {
    return { refused: error instanceof z.ZodError ? error.issues : error };
  }
}

function assertSame(schema: z.ZodType, runs: number): void {
  const shape = shapeOf(schema);
  fc.assert(fc.property(valuesOf(schema), (value) => {
    const byZod = outcomeOf(() => schema.parse(value));
    expect(outcomeOf(() => shape(value))).toEqual(byZod);
    seen['left' in byZod ? 'took' : 'refused'] += 1;
  }), { numRuns: runs });
}

const world = await testWorld();
afterAll(() => world.close());
const routes = allRoutes(world.deps);
const seen = { took: 0, refused: 0 };

describe('what leaves the house', () => {
  it.each(routes.map((route) => [`${route.spec.method} ${route.spec.path}`, route.spec.output] as const))('is what zod says, the same text or the same refusal: %s', (_route, output) => {
    assertSame(output, 25);
  });

  it('was seen to be taken and to be refused, or the above proved nothing', () => {
    expect(seen.took).toBeGreaterThan(routes.length * 5);
    expect(seen.refused).toBeGreaterThan(routes.length);
  });

  it('loses what its schema does not name, however deep', () => {
    const shape = shapeOf(z.object({ items: z.array(z.object({ id: z.string() })), owner: z.object({ name: z.string() }).nullable() }));
    expect(shape({ items: [{ id: 'a', passwordHash: 'x' }], owner: { name: 'Ann', totpSecret: 'y' }, more: 1 })).toEqual({ items: [{ id: 'a' }], owner: { name: 'Ann' } });
  });

  it.each<[string, z.ZodType, unknown]>([
    ['a wrong type', z.object({ id: z.string() }), { id: 1 }], ['a missing member', z.object({ id: z.string() }), {}], ['no object', z.object({}), [1]],
    ['a broken pattern', z.string().regex(/^a$/), 'b'], ['too long', z.string().max(2), 'abc'], ['a rule of ours', z.string().refine((text) => text === 'a'), 'b'],
    ['a fraction', z.int(), 0.5], ['too many', z.int().max(3), 4], ['an unknown word', z.enum(['a']), 'b'], ['a bad instant', z.iso.datetime(), '2026-02-30T00:00:00Z'],
    ['unknown keys where they are refused', z.strictObject({ a: z.string() }), { a: 'a', b: 1 }],
  ])('is refused: %s', (_why, schema, value) => {
    expect(() => shapeOf(schema)(value)).toThrow(z.ZodError);
  });

  it('is changed where zod changes it', () => {
    const schema = z.object({ name: z.string().trim(), kind: z.string().default('person'), at: z.number(), tag: z.union([z.string(), z.null()]), words: z.record(z.string(), z.string()), nick: z.string().optional() });
    expect(shapeOf(schema)({ name: ' Ann ', at: 1.5, tag: null, words: { a: 'b' } })).toEqual({ name: 'Ann', kind: 'person', at: 1.5, tag: null, words: { a: 'b' } });
    assertSame(schema, 300);
  });
});
