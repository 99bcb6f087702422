import { afterEach, describe, expect, it, vi } from 'vitest';
import { openKeyStore } from './key-store.ts';
import { exclusively, tabChannel } from './tabs.ts';

const refuse = (): never => { throw new DOMException('The operation is insecure.', 'SecurityError'); };
afterEach(() => vi.unstubAllGlobals());

describe('a browser that keeps nothing for a site', () => {
  it('does the work alone when locks are refused', async () => {
    vi.stubGlobal('navigator', { locks: { request: async () => refuse() } });
    expect(await exclusively('a', async () => 'done')).toBe('done');
  });

  it('passes on what the work itself fails with, and does it once', async () => {
    vi.stubGlobal('navigator', { locks: { request: async (_name: string, _options: object, task: () => Promise<unknown>) => task() } });
    let count = 0;
    await expect(exclusively('a', async () => {
      count += 1;
      throw new Error('it failed');
    })).rejects.toThrow('it failed');
    expect(count).toBe(1);
  });

  it('speaks to nobody when channels are refused', () => {
    vi.stubGlobal('BroadcastChannel', function BroadcastChannel() { refuse(); });
    const channel = tabChannel('a', () => {});
    channel.post('hello');
    channel.close();
  });

  it('keeps the key in memory when the database may not even be asked for', async () => {
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get: refuse });
    try {
      const store = openKeyStore('a');
      const key = {} as CryptoKeyPair;
      await store.write({ key });
      expect([store.persistent, (await store.read())?.key === key]).toEqual([false, true]);
    } finally {
      Reflect.deleteProperty(globalThis, 'indexedDB');
    }
  });
});
