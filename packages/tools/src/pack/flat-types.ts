import { globSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript-api';

const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope | ts.TypeFormatFlags.MultilineObjectLiterals;

/**
 * The contract's types without the schemas that they are inferred from: what a page's developer reads, and nobody has to
 * install zod for. Needs the older compiler, whose checker can be asked.
 */
export function flatContractTypes(root: string, wanted: ReadonlySet<string>): string {
  const folder = join(root, 'packages/contract/src');
  const files = globSync('**/*.ts', { cwd: folder, exclude: ['**/*.test.ts'] }).map((name) => join(folder, name));
  const globals = join(root, 'packages/tools/src/web-globals.d.ts');
  const program = ts.createProgram([...files, globals], {
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, strict: true, allowImportingTsExtensions: true, noEmit: true, skipLibCheck: true, types: [],
  });
  const checker = program.getTypeChecker();
  const declared = new Map(files.flatMap((file) => {
    const source = program.getSourceFile(file);
    return (source?.statements ?? []).flatMap((statement): [string, ts.TypeAliasDeclaration | ts.InterfaceDeclaration][] =>
      (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement) ? [[statement.name.text, statement]] : []));
  }));
  const text = (name: string): string => {
    const node = declared.get(name);
    if (!node) throw new Error(`The contract has no type ${name}.`);
    const said = ts.getJSDocCommentsAndTags(node).map((doc) => `${doc.getText()}\n`).join('');
    if (ts.isInterfaceDeclaration(node)) return said + node.getText();
    const type = checker.getTypeAtLocation(node);
    // An alias that were printed by its own name would say nothing.
    const flat = checker.typeToString(type, node, flags);
    return `${said}export type ${name} = ${flat === name ? node.type.getText() : flat.replaceAll(/ {2,}/g, ' ')};`;
  };
  const done = new Map<string, string>();
  const waiting = [...wanted];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (done.has(name)) continue;
    const printed = text(name);
    done.set(name, printed);
    // What it mentions in turn.
    for (const [mentioned] of printed.matchAll(/\b[A-Z]\w+\b/g)) if (declared.has(mentioned)) waiting.push(mentioned);
  }
  return `${[...done.keys()].sort().map((name) => done.get(name)).join('\n')}\n`;
}

/** The names that a file imports from the contract. */
export const contractNames = (declarations: string): string[] =>
  [...declarations.matchAll(/import type \{([^}]*)\} from '@portico\/contract\/[\w/-]+\.ts'/g)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()).filter(Boolean));
