import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup, type Plugin } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { minifyTemplates } from '../../rollup-plugins.mjs';

export interface Bundle {
  /** Modules by their name in the package: a file, or source text that names files from the root. */
  readonly entries: Readonly<Record<string, string | { readonly text: string }>>;
  /** Libraries and packages that stay imports: the page's own bundler joins them. */
  readonly external: readonly string[];
  /** Our own modules that the other package has. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  readonly out: string;
}

/** ES modules for other people's bundlers: readable, one file per entry and shared chunks between them. */
export async function bundle(root: string, { entries, external, elsewhere = {}, out }: Bundle): Promise<void> {
  const texts = new Map(Object.entries(entries).flatMap(([name, entry]) => (typeof entry === 'string' ? [] : [[join(root, `${name}.virtual.ts`), entry.text]])));
  const input = Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, join(root, typeof entry === 'string' ? entry : `${name}.virtual.ts`)]));
  const ours: Plugin = {
    name: 'packed',
    resolveId(id) {
      if (texts.has(id)) return id;
      const moved = Object.entries(elsewhere).find(([start]) => id.startsWith(start))?.[1];
      if (moved) return { id: moved, external: true };
      return external.some((name) => id === name || id.startsWith(`${name}/`)) ? { id, external: true } : null;
    },
    load: (id) => texts.get(id) ?? null,
  };
  const made = await rollup({
    input, plugins: [ours, minifyTemplates(), nodeResolve({ browser: true }), esbuild({ target: 'es2022' })],
    onwarn: (warning) => { throw new Error(warning.message); },
  });
  await made.write({ dir: out, format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js', hoistTransitiveImports: false });
  await made.close();
}
