import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { FileStore } from './effects/files/file-store.ts';
import type { IncomingFiles } from './effects/files/incoming-files.ts';
import type { Mailer } from './effects/mailer.ts';
import type { PageFetcher } from './effects/page-fetcher.ts';
import type { PaymentProvider } from './effects/payments/payment-provider.ts';
import type { PasswordHasher } from './effects/password-hasher.ts';
import type { Scanner } from './effects/scanner/scanner.ts';
import type { LiveHub } from './events/live-hub.ts';
import type { Store } from './storage/store.ts';

/** Everything that is reached outside the process, and time and chance. */
export interface Deps {
  readonly config: Config;
  readonly store: Store;
  readonly mailer: Mailer;
  readonly hasher: PasswordHasher;
  /** Other people's pages. */
  readonly pages: PageFetcher;
  readonly payments: Readonly<Record<PaymentProvider['name'], PaymentProvider>>;
  /** Where sealed files are for good, and where they are on their way there. */
  readonly files: FileStore;
  readonly incoming: IncomingFiles;
  readonly scanner: Scanner;
  readonly live: LiveHub;
  readonly log: Logger;
  /** Epoch milliseconds. */
  now(): number;
  /** Sortable by time, unguessable enough, never a secret. */
  newId(): string;
  /** From the operating system's generator. */
  randomBytes(size: number): Uint8Array;
  /** 0 <= x < 1, for jitter only. */
  chance(): number;
}
