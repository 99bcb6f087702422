import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createStaff, issueInvitation } from '../auth/public.ts';
import { addBusiness } from '../business/add-business.ts';
import { allBusinesses, findBusinessByKey } from '../business/public.ts';
import { machineEnvironment, readConfig } from '../config.ts';
import type { Deps } from '../deps.ts';
import { verifyChain } from '../events/verify-chain.ts';
import { migrationsFolder, openDeps } from '../open-deps.ts';
import { claimDatabase } from '../storage/claim.ts';
import { migrate } from '../storage/migrate.ts';
import { assertSound } from '../storage/sound-copy.ts';
import { seedDemo } from './seed-demo.ts';

type Options = Readonly<Record<string, string>>;
type Command = (words: readonly string[], options: Options) => Promise<void>;

function needed(options: Options, name: string): string {
  const value = options[name];
  if (value === undefined) throw new Error(`Say --${name}.`);
  return value;
}

async function withDeps(work: (deps: Deps) => Promise<void>, environment: Options = {}): Promise<void> {
  const deps = openDeps(readConfig(machineEnvironment({ PORTICO_LOG: 'error', ...environment })));
  try {
    await work(deps);
  } finally {
    await deps.store.close();
  }
}

const createBusiness: Command = (_, options) => withDeps(async (deps) => {
  const passwordHash = options['password'] === undefined ? undefined : await deps.hasher.hash(options['password']);
  const made = await deps.store.write(async (tx) => {
    const business = await addBusiness(deps, tx, { name: needed(options, 'name'), email: needed(options, 'email'), timeZone: needed(options, 'zone'), currency: needed(options, 'currency'), lang: options['lang'] ?? 'en' });
    const owner = await createStaff(deps, tx, business.id, { name: options['owner'] ?? business.name, email: business.email, role: 'owner', ...(passwordHash && { passwordHash }) });
    return { business, token: passwordHash ? undefined : (await issueInvitation(deps, tx, business.id, owner.id)).token };
  });
  console.log(`${made.business.name} is there, with the key ${made.business.key}.`);
  console.log(made.token ? `The owner sets a password here: ${deps.config.publicUrl}/console#/invitation/${made.token}` : `Sign in at ${deps.config.publicUrl}/console`);
});

const addStaff: Command = (_, options) => withDeps(async (deps) => {
  const role = options['role'] ?? 'member';
  if (role !== 'owner' && role !== 'admin' && role !== 'member') throw new Error('Use --role owner, admin or member.');
  const token = await deps.store.write(async (tx) => {
    const business = await findBusinessByKey(tx, needed(options, 'business'));
    if (!business) throw new Error(`There is no business with the key ${options['business']}.`);
    const member = await createStaff(deps, tx, business.id, { name: needed(options, 'name'), email: needed(options, 'email'), role });
    return (await issueInvitation(deps, tx, business.id, member.id)).token;
  });
  console.log(`They set a password here: ${deps.config.publicUrl}/console#/invitation/${token}`);
});

const backUp: Command = ([file]) => {
  if (!file) throw new Error('Say where to: portico back-up FILE.');
  return withDeps(async (deps) => {
    const bytes = await deps.store.backUp(`${file}.part`);
    assertSound(`${file}.part`);
    renameSync(`${file}.part`, file);
    console.log(`${file}: ${Math.ceil(bytes / 1000)} kB, checked. Keep the files “secret” and “file-key” of the data folder with it, unless you set them yourself, and the folder “files”: tokens, the audit chain and documents need them.`);
  });
};

const restore: Command = async ([file]) => {
  if (!file || !existsSync(file)) throw new Error('Say which copy: portico restore FILE.');
  assertSound(file);
  const config = readConfig(machineEnvironment({ PORTICO_LOG: 'error' }));
  const release = claimDatabase(config.databasePath, 0);
  if (!release) throw new Error('Stop the server first: it would write into the old file.');
  for (const suffix of ['-wal', '-shm']) rmSync(config.databasePath + suffix, { force: true });
  copyFileSync(file, `${config.databasePath}.part`);
  renameSync(`${config.databasePath}.part`, config.databasePath);
  migrate(config.databasePath, migrationsFolder);
  release();
  console.log(`Restored from ${file}.`);
};

const audit: Command = ([word], options) => {
  if (word !== 'verify') throw new Error('Use: portico audit verify.');
  const { business: only, head: keptHead } = options;
  if (keptHead !== undefined && only === undefined) throw new Error('A head belongs to one business: say --business KEY as well.');
  return withDeps(async (deps) => {
    for (const business of await deps.store.read(allBusinesses)) {
      if (only !== undefined && only !== business.key) continue;
      const { events, broken, head } = await verifyChain(deps, business.id, keptHead);
      console.log(broken ? `${business.key}: broken at ${broken.seq} (${broken.why})` : `${business.key}: ${events} events, unbroken, head ${head}`);
      if (broken) process.exitCode = 1;
    }
  });
};

export const commands: Readonly<Record<string, Command>> = {
  migrate: async () => {
    const config = readConfig(machineEnvironment({ PORTICO_LOG: 'error' }));
    const { applied } = migrate(config.databasePath, migrationsFolder);
    console.log(applied.length === 0 ? 'Nothing to do.' : `Applied ${applied.join(', ')}.`);
  },
  'create-business': createBusiness,
  'add-staff': addStaff,
  'back-up': backUp,
  restore,
  audit,
  'seed-demo': () => withDeps(seedDemo, { PORTICO_DEMO: '1' }),
};
