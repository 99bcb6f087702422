import { conflict } from '../domain/errors.ts';

interface Member {
  readonly id: string;
  readonly role: 'owner' | 'admin' | 'member';
  readonly status: 'invited' | 'active' | 'removed';
}

/** A business without an owner could never be administered again; one that has not accepted yet does not count. */
export function assertOwnerRemains(everybody: readonly Member[], leaving: string): void {
  const others = everybody.filter((one) => one.id !== leaving && one.role === 'owner' && one.status === 'active');
  if (others.length === 0) throw conflict('This is the only owner. Make somebody else an owner first.');
}
