import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStaff } from '../auth/public.ts';
import { addProvider, addService } from '../bookings/public.ts';
import { addBusiness } from '../business/add-business.ts';
import { allBusinesses, type BusinessRow } from '../business/public.ts';
import { addClientWithContact } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { lastPosition, moveCursor } from '../events/event-store.ts';
import type { WriteDb } from '../storage/store.ts';
import { demoBusinesses, type DemoBusiness } from './demo-businesses.ts';
import { seedBookings } from './seed-bookings.ts';
import { seedPlans } from './seed-plans.ts';
import { planOverlooked } from '../invoices/public.ts';
import { seedDocuments } from './seed-documents.ts';
import { seedInvoices, switchOnTestCards } from './seed-invoices.ts';

const password = 'portico demo';

/** Two businesses in different zones and currencies, with people, hours, a past and a future, and what was invoiced for it. Only into an empty database. */
export async function seedDemo(deps: Deps): Promise<void> {
  if ((await deps.store.read(allBusinesses)).length > 0) {
    console.log('There is data already: nothing seeded. (npm run reset removes it.)');
    return;
  }
  const passwordHash = await deps.hasher.hash(password);
  const lines: string[] = [];
  for (const demo of demoBusinesses) {
    const { business, scope, firstClientId } = await deps.store.write((tx) => seedOne(deps, tx, demo, passwordHash));
    await switchOnTestCards(deps, scope);
    if (firstClientId) await seedDocuments(deps, scope, { clientId: firstClientId, timeZone: business.timeZone }, demo.papers);
    lines.push(`${business.name}: ${demo.owner.email} · ${password}`);
    lines.push(`  a client of it: ${demo.people[0]?.email ?? ''} (Mail me a code instead)`);
  }
  // The past is history: nobody is mailed about it.
  await deps.store.write(async (tx) => moveCursor(tx, 'notify', await lastPosition(tx)));
  await planOverlooked(deps);
  writeFileSync(join(deps.config.dataDir, 'demo-people.txt'), `${lines.join('\n')}\n`);
  console.log(lines.join('\n'));
}

async function seedOne(deps: Deps, tx: WriteDb, demo: DemoBusiness, passwordHash: string): Promise<{ readonly business: BusinessRow; readonly scope: Scope; readonly firstClientId: string | undefined }> {
  const site = `http://localhost:${deps.config.demoPort}`;
  const business = await addBusiness(deps, tx, { ...demo.business, origins: [site, `http://127.0.0.1:${deps.config.demoPort}`], portalUrl: site + demo.portalPath });
  const owner = await createStaff(deps, tx, business.id, { name: demo.owner.name, email: demo.owner.email, role: 'owner', passwordHash, proven: true });
  const scope: Scope = Object.freeze({ businessId: business.id, role: 'owner', actor: `staff:${owner.id}`, staffId: owner.id });
  const providerIds = new Map<string, string>();
  for (const provider of demo.providers) {
    const made = await addProvider(deps, tx, scope, { name: provider.name, colour: provider.colour, weeklyHours: provider.hours.map((hours) => ({ ...hours })) });
    providerIds.set(provider.name, made.id);
  }
  const services = [];
  for (const { by, ...service } of demo.services) {
    services.push({ service: await addService(deps, tx, scope, { ...service, providerIds: by.map((name) => providerIds.get(name) ?? '') }), by: by.map((name) => providerIds.get(name) ?? '') });
  }
  const people = [];
  for (const person of demo.people) people.push(await addClientWithContact(deps, tx, scope, person, 'staff'));
  await seedBookings(deps, tx, scope, business, services, people, demo);
  await seedInvoices(deps, tx, scope, business, { demo, services: services.map(({ service }) => service), clientIds: people.map(({ clientId }) => clientId) });
  const [first] = people;
  if (first) await seedPlans(deps, tx, scope, business, { demo, clientId: first.clientId });
  return { business, scope, firstClientId: first?.clientId };
}
