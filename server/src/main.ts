import { serve } from '@hono/node-server';
import { jobWorker, notifyReader } from './all-work.ts';
import { createApp } from './app.ts';
import { machineEnvironment, readConfig } from './config.ts';
import { readyFiles } from './documents/public.ts';
import { keepHouse } from './housekeeping.ts';
import { elements } from './http/pages.ts';
import { keepRelease } from './http/releases.ts';
import { openDeps } from './open-deps.ts';
import { claimDatabase } from './storage/claim.ts';

/** Time for the server before us to finish what it accepted. */
const claimPatienceMs = 3_000;
const config = configOrExit();
const release = claimOrExit(config.databasePath);
const deps = openDeps(config);
keepRelease(elements, config.dataDir, { replace: config.demo });
const app = createApp(deps);
const notify = notifyReader(deps);
const work = jobWorker(deps);

const stopListening = deps.store.onCommit(() => {
  void deps.live.catchUp();
  void notify.catchUp().catch((error: unknown) => deps.log.error({ err: error }, 'the notify reader stumbled'));
});
void notify.catchUp();
// Before anybody can begin an upload; the jobs that hand files over wait for it too.
await readyFiles(deps);
work.start();
const housekeeping = setInterval(() => void keepHouse(deps).catch((error: unknown) => deps.log.error({ err: error }, 'housekeeping stumbled')), 3_600_000);

const server = serve({ fetch: app.fetch, port: deps.config.port, hostname: deps.config.host, serverOptions: { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 } }, (info) => {
  deps.log.info({ port: info.port, url: deps.config.publicUrl }, 'Portico is up');
});

let stopping = false;

/** Finishes what was accepted: no new connections, open requests and the running jobs end, then the database closes. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  deps.live.closeAll();
  const closed = new Promise<void>((done) => { server.close(() => done()); });
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  const patience = setTimeout(() => { if ('closeAllConnections' in server) server.closeAllConnections(); }, 10_000);
  await closed;
  clearTimeout(patience);
  clearInterval(housekeeping);
  stopListening();
  await work.stop();
  await notify.catchUp().catch(() => undefined);
  await deps.mailer.close();
  await deps.store.close();
  release();
  deps.log.info('Portico has stopped');
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());

function claimOrExit(databasePath: string): () => void {
  const claimed = claimDatabase(databasePath, claimPatienceMs);
  if (claimed) return claimed;
  console.error(`Another Portico server runs on ${databasePath}. Stop it first, or give this one data of its own with PORTICO_DATA.`);
  process.exit(1);
}

function configOrExit(): ReturnType<typeof readConfig> {
  try {
    return readConfig(machineEnvironment());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
