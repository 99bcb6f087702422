import 'axe-core';

interface AxeNode { readonly target: unknown; readonly html: string; readonly failureSummary?: string }
interface AxeResults { readonly violations: readonly { readonly id: string; readonly help: string; readonly nodes: readonly AxeNode[] }[] }
interface Axe { run(context: Element, options: object): Promise<AxeResults> }

/** Rules that judge whole pages; an element is a part of one. */
const pageRules = ['region', 'page-has-heading-one', 'landmark-one-main', 'document-title', 'html-has-lang', 'bypass', 'heading-order'];

/** Fails with what axe found in an element, shadow roots included. */
export async function axeClean(element: Element, state: string): Promise<void> {
  const { axe } = globalThis as unknown as { readonly axe: Axe };
  const rules = Object.fromEntries(pageRules.map((rule) => [rule, { enabled: false }]));
  const { violations } = await axe.run(element, { rules, resultTypes: ['violations'] });
  if (violations.length === 0) return;
  const lines = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.html}\n  ${node.failureSummary ?? ''}`));
  throw new Error(`axe, ${state}:\n${lines.join('\n')}`);
}
