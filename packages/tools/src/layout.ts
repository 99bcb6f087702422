import { fileURLToPath } from 'node:url';
import { importRules } from './layout/import-rules.ts';
import type { Finding, Rule } from './layout/rule.ts';
import { readTree } from './layout/source-tree.ts';
import { textRules } from './layout/text-rules.ts';
import { writeReport } from './report.ts';

/** Checks the table "Who may import whom" and the house's habits: one test per rule. */
const tree = readTree(fileURLToPath(new URL('../../../', import.meta.url)));
const rules: readonly Rule[] = [...importRules, ...textRules];

writeReport('layout', rules.map((rule) => {
  const findings = rule.check(tree);
  for (const finding of findings) console.log(sentence(rule, finding));
  if (findings.length > 0) console.log(`  because ${rule.why}\n`);
  return { name: `layout: ${rule.name}`, ok: rule.isWarning === true || findings.length === 0 };
}));

function sentence(rule: Rule, { file, line, detail }: Finding): string {
  return `${file}:${line} ${rule.isWarning ? 'warning, ' : ''}${rule.name} (${detail}): ${rule.instead}`;
}
