import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../domain/errors.ts';

/** Argon2id (RFC 9106) with the parameters of ASVS 5.0 appendix C: 19 MiB, two passes. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** False for a wrong password; takes as long when there is no hash, so that time tells nothing. */
  verify(phc: string | null, password: string): Promise<boolean>;
}

interface Limits {
  readonly atOnce: number;
  readonly queue: number;
}

/** Hashing is expensive on purpose: a bounded queue, so that a flood of sign-ins cannot starve everything else. */
export function boundedHasher({ atOnce, queue }: Limits = { atOnce: 2, queue: 50 }): PasswordHasher {
  let running = 0;
  const waiting: (() => void)[] = [];
  const decoy = hash('nobody has this password', parameters);

  async function bounded<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= atOnce) {
      if (waiting.length >= queue) throw new DomainError('busy', 'Too many people are signing in at this moment. Try again in a few seconds.', { retryAfter: 5 });
      await new Promise<void>((go) => waiting.push(go));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    hash: (password) => bounded(() => hash(password, parameters)),
    verify: (phc, password) => bounded(async () => (await verify(phc ?? (await decoy), password)) && phc !== null),
  };
}
