import { packIfStale } from './pack-if-stale.ts';

/** Vitest's global set-up: several stories install what is published, and may not pack at the same time. */
export const setup = (): Promise<void> => packIfStale(new URL('../../../..', import.meta.url).pathname);
