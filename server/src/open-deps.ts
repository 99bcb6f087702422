import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { newIdAt } from './domain/new-id.ts';
import { join } from 'node:path';
import { diskFileStore } from './effects/files/disk-file-store.ts';
import { s3FileStore } from './effects/files/s3-file-store.ts';
import { incomingFiles } from './effects/files/incoming-files.ts';
import { mailboxMailer } from './effects/mailbox-mailer.ts';
import { pageFetcher } from './effects/page-fetcher.ts';
import { boundedHasher } from './effects/password-hasher.ts';
import { smtpMailer } from './effects/smtp-mailer.ts';
import { smtpSettings } from './effects/smtp-settings.ts';
import { stripeProvider } from './effects/payments/stripe-provider.ts';
import { clamdScanner } from './effects/scanner/clamd-scanner.ts';
import { noScanner } from './effects/scanner/scanner.ts';
import { testProvider } from './invoices/test-network/test-provider.ts';
import { liveHub } from './events/live-hub.ts';
import { migrate } from './storage/migrate.ts';
import { openSqlite } from './storage/sqlite.ts';

export const migrationsFolder = new URL('../migrations/sqlite/', import.meta.url);

/** Opens everything that is outside the process, as the configuration says; the real clock and the real chance. */
export function openDeps(config: Config, overrides: Partial<Deps> = {}): Deps {
  const log = pino({ level: config.logLevel, base: undefined, redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token'] });
  migrate(config.databasePath, migrationsFolder);
  const store = openSqlite(config.databasePath);
  const idBytes = pooledBytes();
  const now = overrides.now ?? (() => Date.now());
  return {
    config,
    store,
    mailer: config.smtpUrl ? smtpMailer(smtpSettings(config.smtpUrl.reveal())) : mailboxMailer(),
    hasher: boundedHasher(),
    pages: pageFetcher({ allowLoopback: config.demo }),
    payments: { stripe: stripeProvider({ apiUrl: config.stripeApiUrl }), test: testProvider({ store, publicUrl: config.publicUrl, now, newId: () => newIdAt(now(), randomBytes(10)) }) },
    files: config.files.s3 ? s3FileStore({ ...config.files.s3, secretKey: config.files.s3.secretKey.reveal() }) : diskFileStore(join(config.files.folder, 'kept')),
    incoming: incomingFiles(join(config.files.folder, 'incoming')),
    scanner: config.files.clamd === undefined ? noScanner : clamdScanner(config.files.clamd),
    live: liveHub(store, log),
    log,
    now,
    newId: () => newIdAt(now(), idBytes(10)),
    randomBytes: (size) => randomBytes(size),
    chance: () => Math.random(),
    ...overrides,
  };
}

/** The system's generator asked once for many ids: each asking costs more than the rest of an id. */
function pooledBytes(): (size: number) => Uint8Array {
  let pool = randomBytes(4096);
  let taken = 0;
  return (size) => {
    if (taken + size > pool.length) [pool, taken] = [randomBytes(4096), 0];
    taken += size;
    return pool.subarray(taken - size, taken);
  };
}
