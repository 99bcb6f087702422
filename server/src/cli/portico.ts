import { parseArgs } from 'node:util';
import { commands } from './commands.ts';

const help = `portico: the keeper's tool

  portico migrate                                     bring the database up to date
  portico create-business --name N --email E --zone Z --currency C [--lang L] [--owner NAME] [--password P]
  portico add-staff --business KEY --name N --email E [--role owner|admin|member]
  portico back-up FILE                                one consistent copy, also while the server runs
  portico restore FILE                                puts a copy in place; stop the server first
  portico audit verify [--business KEY [--head HEAD]] checks the chain of the event log, up to a head that it printed earlier
  portico seed-demo                                   the two demo businesses, into an empty database

PORTICO_DATA says where the data is (./.data).`;

const { positionals, values } = parseArgs({ allowPositionals: true, strict: false, args: process.argv.slice(2) });
const [name = 'help', ...rest] = positionals;
const command = commands[name];

if (!command) {
  console.log(help);
  process.exitCode = name === 'help' ? 0 : 2;
} else {
  try {
    await command(rest, Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string')));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
