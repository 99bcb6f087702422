import 'axe-core';
import { still } from './console-hands.ts';

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** Fails with what axe found. Axe judges colours as they are drawn: what is still fading in comes to its end first. */
export async function axeClean(element: Element): Promise<void> {
  still();
  const { axe } = globalThis as unknown as { readonly axe: { run(context: Element): Promise<AxeResults> } };
  const { violations } = await axe.run(element);
  if (violations.length > 0) throw new Error(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`).join('\n'));
}
