import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkCount, chunkSize, DamagedFile, plainSizeOf, sealChunk, sealedChunk, sealedSize, type SealedFile } from './file-cipher.ts';
import { openSealed, type ReadSealed } from './open-sealed.ts';

const key = randomBytes(32);

function seal(file: SealedFile, plain: Buffer): Buffer {
  return Buffer.concat(Array.from({ length: chunkCount(file.size) }, (_, index) => sealChunk(file, index, plain.subarray(index * chunkSize, index * chunkSize + plainSizeOf(file, index)), randomBytes(12))));
}

/** A store that gives bytes in pieces of any size. */
const reading = (sealed: Buffer, step: number): ReadSealed => async function* (from, to) {
  for (let at = from; at < Math.min(to, sealed.length); at += step) yield sealed.subarray(at, Math.min(to, at + step));
};

async function opened(file: SealedFile, sealed: Buffer, step = 100_000, range?: { start: number; end: number }): Promise<{ plain: Buffer; failed: boolean }> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of openSealed(file, reading(sealed, step), range)) pieces.push(piece);
    return { plain: Buffer.concat(pieces), failed: false };
  } catch (error) {
    expect(error).toBeInstanceOf(DamagedFile);
    return { plain: Buffer.concat(pieces), failed: true };
  }
}

const sizes = fc.oneof(fc.constantFrom(0, 1, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize, 3 * chunkSize - 1), fc.integer({ min: 0, max: 4 * chunkSize }));
const file = (size: number): SealedFile => ({ key, owner: 'business version', size });
const sample = sizes.map((size) => ({ file: file(size), plain: randomBytes(size) }));

describe('a sealed file', () => {
  it('of any size, read in pieces of any size, is what it was', async () => {
    await fc.assert(fc.asyncProperty(sample, fc.integer({ min: 1, max: 200_000 }).map((step) => Math.max(step, 97)), async ({ file: one, plain }, step) => {
      const sealed = seal(one, plain);
      expect(sealed.length).toBe(sealedSize(one.size));
      const { plain: back, failed } = await opened(one, sealed, step);
      expect([failed, back.equals(plain)]).toEqual([false, true]);
    }), { numRuns: 40 });
  });

  it('gives any range of it', async () => {
    await fc.assert(fc.asyncProperty(sample, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), async ({ file: one, plain }, a, b) => {
      const [start, end] = [Math.floor(Math.min(a, b) * one.size), Math.ceil(Math.max(a, b) * one.size)];
      const { plain: back, failed } = await opened(one, seal(one, plain), 90_000, { start, end });
      expect([failed, back.equals(plain.subarray(start, end))]).toEqual([false, true]);
    }), { numRuns: 60 });
  });

  it('with any bit turned over is refused, and nothing of that piece or after it has left', async () => {
    await fc.assert(fc.asyncProperty(sample, fc.nat(), fc.integer({ min: 0, max: 7 }), async ({ file: one, plain }, where, bit) => {
      const sealed = seal(one, plain);
      const at = where % sealed.length;
      sealed[at] = (sealed[at] as number) ^ (1 << bit);
      const { plain: back, failed } = await opened(one, sealed);
      const good = Math.floor(at / sealedChunk) * chunkSize;
      expect([failed, back.equals(plain.subarray(0, good))]).toEqual([true, true]);
    }), { numRuns: 60 });
  });

  it('cut off anywhere is refused', async () => {
    await fc.assert(fc.asyncProperty(sample, fc.nat(), async ({ file: one, plain }, where) => {
      const sealed = seal(one, plain);
      const { plain: back, failed } = await opened(one, sealed.subarray(0, where % sealed.length));
      expect([failed, back.equals(plain.subarray(0, back.length)), back.length % chunkSize]).toEqual([true, true, 0]);
    }), { numRuns: 60 });
  });

  it('with two pieces in each other\'s place, one twice, or one of another file is refused', async () => {
    const whole = { file: file(4 * chunkSize), plain: randomBytes(4 * chunkSize) };
    const sealed = seal(whole.file, whole.plain);
    const piece = (bytes: Buffer, index: number): Buffer => bytes.subarray(index * sealedChunk, (index + 1) * sealedChunk);
    const orders = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }).filter((order) => order.join() !== '0,1,2,3');
    await fc.assert(fc.asyncProperty(orders, async (order) => {
      expect((await opened(whole.file, Buffer.concat(order.map((index) => piece(sealed, index))))).failed).toBe(true);
    }), { numRuns: 40 });
    const other = seal({ ...whole.file, owner: 'business another' }, whole.plain);
    expect((await opened(whole.file, Buffer.concat([piece(sealed, 0), piece(other, 1), piece(sealed, 2), piece(sealed, 3)]))).failed).toBe(true);
  });

  it('does not pass for a shorter or a longer one, nor for another\'s', async () => {
    const plain = randomBytes(3 * chunkSize);
    const sealed = seal(file(plain.length), plain);
    for (const size of [2 * chunkSize, plain.length - 1, plain.length + 1, 4 * chunkSize]) expect((await opened(file(size), sealed)).failed, String(size)).toBe(true);
    expect((await opened({ ...file(plain.length), owner: 'business two' }, sealed)).failed).toBe(true);
    expect((await opened({ ...file(plain.length), key: randomBytes(32) }, sealed)).failed).toBe(true);
  });

  it('never has the same nonce twice, and so not the same bytes', () => {
    const plain = Buffer.alloc(2 * chunkSize);
    expect(seal(file(plain.length), plain).equals(seal(file(plain.length), plain))).toBe(false);
  });
});
