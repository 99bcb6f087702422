import { lineAt } from './source-tree.ts';
import type { Import, SourceFile, SourceTree } from './source-tree.ts';

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly detail?: string;
}

export interface Rule {
  readonly name: string;
  readonly why: string;
  /** What the person who broke it should do. */
  readonly instead: string;
  readonly isWarning?: boolean;
  check(tree: SourceTree): Finding[];
}

type Refusal = string | boolean | undefined;

/** A rule about single imports; the judge answers true, or the detail to print, for a forbidden one. */
export function importRule(
  rule: Omit<Rule, 'check'>,
  refuses: (file: SourceFile, found: Import, tree: SourceTree) => Refusal,
): Rule {
  const check = (tree: SourceTree): Finding[] => [...tree.values()].flatMap((file) =>
    file.imports.flatMap((found) => {
      const refusal = refuses(file, found, tree);
      if (!refusal) return [];
      return [{ file: file.path, line: found.line, detail: refusal === true ? found.specifier : refusal }];
    }));
  return { ...rule, check };
}

/** A rule about words that must not appear: in code alone, or in its strings and templates too. */
export function wordRule(
  rule: Omit<Rule, 'check'>,
  where: { readonly pattern: RegExp; readonly in: 'bare' | 'code'; applies(path: string): boolean },
): Rule {
  const check = (tree: SourceTree): Finding[] => [...tree.values()]
    .filter((file) => where.applies(file.path))
    .flatMap((file) => [...file[where.in].matchAll(where.pattern)].map((match) => ({
      file: file.path, line: lineAt(file.text, match.index), detail: match[0].trim(),
    })));
  return { ...rule, check };
}
