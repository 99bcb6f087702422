import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { snippetOf } from '../../../packages/contract/src/embed-snippet.ts';
import { freePort, newDataFolder, portico, removeFolder, startServer, type RunningServer } from '../../../server/e2e/running-server.ts';
import { serveZoo, type PrintedSnippet, type Zoo } from '../serve.ts';

export interface ZooWorld {
  readonly server: RunningServer;
  readonly zoo: Zoo;
  readonly snippet: PrintedSnippet;
  close(): Promise<void>;
}

const business = 'river-physio';

/** The snippet for a business of the demo, as the console prints it today. */
export function printedSnippet(apiUrl: string): PrintedSnippet {
  const place = { scriptUrl: `${apiUrl}/v1/portal.js`, key: business, hostedUrl: `${apiUrl}/p/${business}` };
  const script = snippetOf(place, []);
  const tag = (element: 'bookings' | 'login'): string => snippetOf(place, [{ element }]).slice(script.length).trim();
  return { business, script, bookings: tag('bookings'), login: tag('login'), hostedUrl: place.hostedUrl };
}

/** A seeded server, and the hostile pages on another origin that the business has registered. */
export async function openZoo(): Promise<ZooWorld> {
  const data = newDataFolder();
  const port = await freePort();
  const environment = { PORTICO_DEMO_PORT: String(port) };
  await portico(data, ['seed-demo'], environment);
  const server = await startServer(data, environment);
  const snippet = printedSnippet(server.url);
  const zoo = await serveZoo({ port, apiUrl: server.url, snippet });
  return {
    server, zoo, snippet,
    async close() {
      await zoo.close();
      await server.stop();
      removeFolder(data);
    },
  };
}

/** What watches in the page, as one script. */
export function witnessScript(): string {
  const entry = fileURLToPath(new URL('../witness/witness.ts', import.meta.url));
  return buildSync({ entryPoints: [entry], bundle: true, write: false, format: 'iife', target: 'es2022' }).outputFiles[0]?.text ?? '';
}

export const axeScript = (): string => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The Firefox of this machine, if it has one. */
export function firefoxPath(): string | undefined {
  return [process.env['FIREFOX'], '/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => path && existsSync(path));
}
