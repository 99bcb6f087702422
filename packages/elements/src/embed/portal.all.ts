/** `portal.all.js`: the loader and every element in one file, for pages that check every byte by its hash. */
import type { ElementName } from './element-names.ts';
import { startLoader } from './loader.ts';

const modules: Readonly<Record<ElementName, () => Promise<unknown>>> = {
  bookings: () => import('../bookings/define.ts'),
  documents: () => import('../documents/define.ts'),
  invoices: () => import('../invoices/define.ts'),
  login: () => import('../auth/define.ts'),
};

startLoader((name) => modules[name]());
