import { serve } from '@hono/node-server';
import { createApp } from '../src/app.ts';
import { machineEnvironment, readConfig } from '../src/config.ts';
import { openDeps } from '../src/open-deps.ts';

// For one test: a second process that writes to a server's database, which `main.ts` refuses to be.
const deps = openDeps(readConfig(machineEnvironment()));
const server = serve({ fetch: createApp(deps).fetch, port: deps.config.port, hostname: deps.config.host });

process.on('SIGTERM', () => {
  server.close(() => void deps.store.close());
  if ('closeAllConnections' in server) server.closeAllConnections();
});
