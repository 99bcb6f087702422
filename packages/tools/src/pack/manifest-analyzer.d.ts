/** The little of the analyzer that is used here; its own types want another TypeScript. */
declare module '@custom-elements-manifest/analyzer' {
  interface Named { readonly name: string; readonly description?: string }
  interface FoundAttribute extends Named { readonly fieldName?: string; readonly type?: { readonly text: string }; readonly default?: string }
  interface FoundDeclaration extends Named {
    readonly tagName?: string;
    readonly attributes?: readonly FoundAttribute[];
    readonly events?: readonly Named[];
    readonly cssParts?: readonly Named[];
    readonly cssStates?: readonly Named[];
  }
  interface SourceFile { readonly fileName: string }
  export const ts: { createSourceFile(name: string, text: string, target: number, setParents: boolean): SourceFile; readonly ScriptTarget: { readonly ES2022: number } };
  export function create(options: { readonly modules: readonly SourceFile[]; readonly plugins: readonly object[]; readonly context: { readonly dev: boolean } }):
  { readonly modules: readonly { readonly declarations: readonly FoundDeclaration[] }[] };
}
declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  export function litPlugin(): readonly object[];
}
