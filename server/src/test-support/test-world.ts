import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobWorker, notifyReader } from '../all-work.ts';
import { createApp } from '../app.ts';
import { readConfig, type Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import type { Mailer, OutgoingMail } from '../effects/mailer.ts';
import { migrationsFolder, openDeps } from '../open-deps.ts';
import { migrate } from '../storage/migrate.ts';

/** A whole server in memory's reach: real SQLite, real routes, a clock that stands still until told, mail that is caught. */
export interface TestWorld {
  readonly deps: Deps;
  readonly config: Config;
  readonly mails: OutgoingMail[];
  /** Makes the next mails fail with this error; undefined: mail works. */
  mailFails(error: Error | undefined): void;
  setNow(iso: string): void;
  advance(minutes: number): void;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Notifies and works until nothing is due. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const template = join(tmpdir(), `portico-template-${process.pid}`);

/** Migrating takes longer than copying the result. */
function migratedTemplate(): string {
  const path = join(template, 'portico.db');
  if (!existsSync(path)) {
    mkdirSync(template, { recursive: true });
    migrate(path, migrationsFolder);
  }
  return path;
}

export async function testWorld(environment: Readonly<Record<string, string>> = {}): Promise<TestWorld> {
  const data = mkdtempSync(join(tmpdir(), 'portico-test-'));
  copyFileSync(migratedTemplate(), join(data, 'portico.db'));
  const config = readConfig({ PORTICO_DATA: data, PORTICO_URL: 'http://localhost:8787', PORTICO_LOG: 'silent', PORTICO_SECRET: 'a secret that only the tests ever see', PORTICO_RATE_LIMITS: 'off', PORTICO_SIGN_UP: 'open', ...environment });
  let now = Date.parse('2026-11-23T06:00:00Z');
  let failure: Error | undefined;
  const mails: OutgoingMail[] = [];
  const mailer: Mailer = {
    send: async (mail) => {
      if (failure) throw failure;
      mails.push(mail);
    },
    check: async () => undefined,
    close: async () => undefined,
  };
  const deps = openDeps(config, { now: () => now, mailer, chance: () => 0.5 });
  const app = createApp(deps);
  const notify = notifyReader(deps);
  const work = jobWorker(deps);
  const stop = deps.store.onCommit(() => void deps.live.catchUp());
  return {
    deps, config, mails,
    mailFails: (error) => { failure = error; },
    setNow: (iso) => { now = Date.parse(iso); },
    advance: (minutes) => { now += minutes * 60_000; },
    fetch: async (path, init) => app.fetch(new Request(new URL(path, config.publicUrl), init)),
    async settle() {
      await notify.catchUp();
      await work.runDue();
      await notify.catchUp();
      await work.runDue();
    },
    async close() {
      stop();
      deps.live.closeAll();
      await deps.live.catchUp();
      await deps.store.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
