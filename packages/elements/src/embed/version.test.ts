import { equal } from '../test-support/mount.ts';
import { version } from './version.ts';

describe('the version', () => {
  it('is that of the package', async () => {
    const file = await fetch(new URL('../../package.json', import.meta.url));
    equal(version, ((await file.json()) as { version: string }).version);
  });
});
