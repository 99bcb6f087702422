import { describe, expect, it } from 'vitest';
import { visit, type VisitTools } from './test-support/visit.ts';
import type { Tourist, Visitor } from './test-support/visitor.ts';
import { zooPages } from './zoo-pages.ts';

const [page] = zooPages;
const tools = { world: { zoo: { url: 'http://zoo.invalid' } }, witness: '', axe: '', shots: '' } as unknown as VisitTools;
const never = (): Promise<never> => new Promise(() => undefined);
const tourist = (visitor: Partial<Visitor>): Tourist => ({ name: 'chromium', visitor: async () => visitor as Visitor, close: async () => undefined });

describe('a visit', () => {
  it('that hangs is given up, and says where', async () => {
    let isLeft = false;
    const visited = await visit(page!, tourist({ goto: never, leave: async () => { isLeft = true; } }), tools, 20);
    expect([...visited.findings]).toEqual([['works', ['the visit was given up after 0.02 s, in the middle of: going there']]]);
    expect(isLeft).toBe(true);
  });

  it('in a browser that does not even start is given up, too', async () => {
    const visited = await visit(page!, { name: 'chromium', visitor: never, close: never }, tools, 20);
    expect(visited.findings.get('works')).toEqual(['the visit was given up after 0.02 s, in the middle of: starting the browser']);
  });

  it('that breaks off says why', async () => {
    const visited = await visit(page!, tourist({ goto: () => Promise.reject(new Error('no such page')), leave: async () => undefined }), tools);
    expect(visited.findings.get('works')).toEqual(['the visit broke off at going there: Error: no such page']);
  });
});
