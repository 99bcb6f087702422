import { cpSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { freePort, newDataFolder, portico, removeFolder } from './running-server.ts';

/** The demo's data, freshly seeded, and the port that its businesses' website has in it. */
export interface SeededDemo {
  readonly data: string;
  readonly demoPort: number;
}

const place = 'PORTICO_E2E_SEEDED';

async function seed(): Promise<SeededDemo> {
  const [data, demoPort] = [newDataFolder(), await freePort()];
  await portico(data, ['seed-demo'], { PORTICO_DEMO_PORT: String(demoPort) });
  return { data, demoPort };
}

/** Vitest's global set-up: seeding takes longer than starting, so it is done once for each worker, and copied for each file. */
export async function setup(): Promise<() => void> {
  const seeded: SeededDemo[] = [];
  for (let worker = 0; worker < availableParallelism(); worker += 1) seeded.push(await seed());
  process.env[place] = JSON.stringify(seeded);
  return () => { for (const { data } of seeded) removeFolder(data); };
}

/** Data of one's own: this worker's copied, or seeded now where nobody has set up. */
export async function seededDemo(): Promise<SeededDemo> {
  const all = JSON.parse(process.env[place] ?? '[]') as readonly SeededDemo[];
  const ours = all[Number(process.env['VITEST_POOL_ID'] ?? 1) - 1];
  if (!ours) return seed();
  const data = newDataFolder();
  cpSync(ours.data, data, { recursive: true });
  return { data, demoPort: ours.demoPort };
}
