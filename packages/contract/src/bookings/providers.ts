import { z } from 'zod';
import { Colour, Id, Line } from '../primitives.ts';
import { DateOverride, WeeklyHours } from './hours.ts';

export const Provider = z.object({ id: Id, name: z.string() }).meta({ id: 'Provider' });
export type Provider = z.infer<typeof Provider>;

/** What the owner keeps about a provider: somebody (or something) that can be booked. */
export const ProviderSettings = z.object({
  id: Id, name: z.string(), colour: z.string(), staffId: Id.nullable(), maxPerDay: z.int().nullable(), archived: z.boolean(), position: z.int(),
  weeklyHours: z.array(WeeklyHours), overrides: z.array(DateOverride),
}).meta({ id: 'ProviderSettings' });
export type ProviderSettings = z.infer<typeof ProviderSettings>;
export const ProviderSettingsList = z.object({ items: z.array(ProviderSettings) });
export const AddProviderInput = z.strictObject({ name: Line(80), colour: Colour.optional(), staffId: Id.nullable().optional(), maxPerDay: z.int().min(1).max(200).nullable().optional(), weeklyHours: z.array(WeeklyHours).max(70).optional() });
export type AddProviderInput = z.infer<typeof AddProviderInput>;
export const ChangeProviderInput = AddProviderInput.partial().extend({ overrides: z.array(DateOverride).max(400).optional(), archived: z.boolean().optional(), position: z.int().min(0).max(1000).optional() });
export type ChangeProviderInput = z.infer<typeof ChangeProviderInput>;
