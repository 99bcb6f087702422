import type { WeeklyHours } from '@portico/contract/bookings/hours.ts';
import type { AddProviderInput, ChangeProviderInput, ProviderSettings } from '@portico/contract/bookings/providers.ts';
import type { Deps } from '../deps.ts';
import { invalidField, notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { tellHoursChanged } from './blocks.ts';
import { overridesBetween, replaceOverrides, replaceWeeklyHours, weeklyHoursOf } from './hours-store.ts';
import { findProvider, insertProvider, providersOf, updateProvider, type ProviderRow } from './service-store.ts';

/** Told apart at a glance, also by people who see few colours: the calendar writes the name too. */
const colours = ['#2f6f62', '#8a4b2a', '#3d5a98', '#7a3e6d', '#5b6b1f', '#9b3d3d'];

export async function listProviders(deps: Deps, scope: Scope): Promise<{ items: ProviderSettings[] }> {
  return deps.store.read(async (db) => ({ items: await Promise.all((await providersOf(db, scope)).map((row) => settingsOf(db, scope, row))) }));
}

async function settingsOf(db: ReadDb, scope: Scope, row: ProviderRow): Promise<ProviderSettings> {
  const hours = (await weeklyHoursOf(db, scope)).filter((one) => one.providerId === row.id);
  const overrides = (await overridesBetween(db, scope, '1970-01-01', '2200-12-31')).filter((one) => one.providerId === row.id);
  return {
    ...row, weeklyHours: hours.map(({ weekday, startMinute, endMinute }) => ({ weekday, startMinute, endMinute })),
    overrides: overrides.map(({ date, ranges }) => ({ date, ranges: [...ranges] })),
  };
}

export async function addProvider(deps: Deps, tx: WriteDb, scope: Scope, input: AddProviderInput): Promise<ProviderSettings> {
  requireStaff(scope, 'admin');
  const position = (await providersOf(tx, scope)).length;
  const row: ProviderRow = {
    businessId: scope.businessId, id: deps.newId(), name: input.name, colour: input.colour ?? colours[position % colours.length] ?? '#2f6f62',
    staffId: input.staffId ?? null, maxPerDay: input.maxPerDay ?? null, archived: false, position,
  };
  await insertProvider(tx, row);
  if (input.weeklyHours) await setHours(tx, scope, row.id, input.weeklyHours);
  await tellHoursChanged(deps, tx, scope, 'provider added', row.id, row.name);
  return settingsOf(tx, scope, row);
}

export async function changeProvider(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: ChangeProviderInput): Promise<ProviderSettings> {
  requireStaff(scope, 'admin');
  if (!(await findProvider(tx, scope, id))) throw notFound();
  const { weeklyHours, overrides, ...columns } = input;
  await updateProvider(tx, scope, id, Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)));
  if (weeklyHours) await setHours(tx, scope, id, weeklyHours);
  if (overrides) {
    const dates = overrides.map((override) => override.date);
    const twice = dates.findIndex((date, index) => dates.indexOf(date) !== index);
    if (twice >= 0) throw invalidField(`overrides.${twice}.date`, 'This date is in the list twice: put its hours together.');
    await replaceOverrides(tx, scope, id, overrides);
  }
  const row = await findProvider(tx, scope, id);
  if (!row) throw notFound();
  await tellHoursChanged(deps, tx, scope, 'hours changed', id, row.name);
  return settingsOf(tx, scope, row);
}

async function setHours(tx: WriteDb, scope: Scope, providerId: string, hours: readonly WeeklyHours[]): Promise<void> {
  const clash = hours.findIndex((one, index) => hours.some((other, at) => at < index && other.weekday === one.weekday && other.startMinute < one.endMinute && one.startMinute < other.endMinute));
  if (clash >= 0) throw invalidField(`weeklyHours.${clash}.startMinute`, 'These hours overlap others of the same day: put them together.');
  await replaceWeeklyHours(tx, scope, providerId, hours);
}
