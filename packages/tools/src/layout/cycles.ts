import type { SourceTree } from './source-tree.ts';

/** Circles of static runtime imports, one path per circle found; an import of types or on demand closes none. */
export function cycles(tree: SourceTree): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];

  const visit = (path: string): void => {
    const back = trail.indexOf(path);
    if (back >= 0) found.push([...trail.slice(back), path]);
    if (back >= 0 || done.has(path)) return;
    trail.push(path);
    for (const { target, isType, isDynamic } of tree.get(path)?.imports ?? []) {
      if (target && !isType && !isDynamic && tree.has(target)) visit(target);
    }
    trail.pop();
    done.add(path);
  };

  for (const path of tree.keys()) visit(path);
  return found;
}
