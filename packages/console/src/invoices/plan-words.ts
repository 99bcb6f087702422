import type { PlanRequestKind } from '@portico/contract/invoices/plans.ts';

/** What a client asks for. */
export const wishWords: Readonly<Record<PlanRequestKind, string>> = { pause: 'Asks for a pause.', resume: 'Asks to go on.', cancel: 'Asks to end it.' };
export const acceptWords: Readonly<Record<PlanRequestKind, string>> = { pause: 'Pause it', resume: 'Let it go on', cancel: 'End it' };
