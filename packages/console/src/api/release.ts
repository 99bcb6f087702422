import type { ScriptFile, SnippetElement, SnippetPlace } from '@portico/contract/embed-snippet.ts';
import type { Source } from './cache.ts';

interface ReleaseFile {
  readonly integrity: string;
  /** Bytes, as they travel. */
  readonly brotli: number;
  readonly imports: readonly string[];
}

/** What the server offers for good: a version and its files. */
export interface Release {
  readonly version: string;
  readonly files: Readonly<Record<string, ReleaseFile>>;
}

/** Lies beside the elements, not below the API. */
export const release: Source<Release> = {
  key: 'release',
  load: async () => {
    const response = await fetch('/v1/manifest.json');
    if (!response.ok) throw new Error('There is no list of versions.');
    return await response.json() as Release;
  },
};

/** What the hash vouches for: the loader; each element and what it starts with; or one file that holds everything. */
export type Cover = 'loader' | 'modules' | 'all';

export function pinnedTo({ version, files }: Release, scriptUrl: string, cover: Cover): Partial<SnippetPlace> {
  const at = (name: string): ScriptFile => ({ url: new URL(`/v${version}/${name}`, scriptUrl).href, integrity: files[name]?.integrity ?? '' });
  if (cover === 'modules') {
    const modules = (element: SnippetElement): ScriptFile[] => startOf(files, `${element}.js`).map(at);
    return { modules: { bookings: modules('bookings'), documents: modules('documents'), invoices: modules('invoices'), login: modules('login') } };
  }
  const { url, integrity } = at(cover === 'all' ? 'portal.all.js' : 'portal.js');
  return { scriptUrl: url, integrity };
}

/** What each choice gives and costs, in words. */
export function coverWords({ files }: Release, cover: Cover, elements: readonly SnippetElement[]): string {
  const bytesOf = (names: readonly string[]): number => [...new Set(names)].reduce((sum, name) => sum + (files[name]?.brotli ?? 0), 0);
  const start = kilobytes(bytesOf(elements.flatMap((element) => startOf(files, `${element}.js`))));
  switch (cover) {
    case 'loader': return `Lightest: ${kilobytes(bytesOf(['portal.js']))}, then only what the page shows (${start} to start with). The browser checks the script; what the script fetches comes from the folder of this version, which never changes on your server, but is not checked.`;
    case 'modules': return `${start} for what you chose. The browser checks each element and all that it starts with; what follows when a visitor acts is not checked. Without the small script nothing is asked for early, a failed file is not tried again, and a tag added later needs its own line.`;
    case 'all': return `Strictest: one file, one hash for every byte, which may also stand alone in your policy’s script-src. It is ${kilobytes(bytesOf(['portal.all.js']))} on every page, whatever the page shows.`;
  }
}

/** A file and all that it imports at once, what is imported first. */
function startOf(files: Release['files'], name: string): string[] {
  return [...new Set([...(files[name]?.imports ?? []).flatMap((one) => startOf(files, one)), name])];
}

const kilobytes = (bytes: number): string => `${bytes < 10_240 ? (bytes / 1024).toFixed(1) : Math.round(bytes / 1024)} kB`;
