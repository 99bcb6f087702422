import type { SnippetPlace } from '@portico/contract/embed-snippet.ts';
import type { Source } from './cache.ts';

/** What the server offers for good: a version, and the hash of each of its files. */
export interface Release {
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Lies beside the elements, not below the API. */
export const release: Source<Release> = {
  key: 'release',
  load: async () => {
    const response = await fetch('/v1/integrity.json');
    if (!response.ok) throw new Error('There is no list of versions.');
    return await response.json() as Release;
  },
};

/** One file that holds everything, so that its hash vouches for everything. */
const whole = 'portal.all.js';

export function pinnedTo({ version, files }: Release, scriptUrl: string): Pick<SnippetPlace, 'scriptUrl' | 'integrity'> {
  return { scriptUrl: new URL(`/v${version}/${whole}`, scriptUrl).href, integrity: files[whole] };
}
