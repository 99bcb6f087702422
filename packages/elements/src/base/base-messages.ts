import type { Dictionary } from './localize.ts';

/** Words that every element needs. */
const english = {
  loading: 'Loading…',
  tryAgain: 'Try again',
  failed: 'This could not be loaded.',
  offline: 'There is no connection at the moment.',
  broken: 'This part of the page is not working. Please reload the page.',
  noBusiness: 'This part of the page is not set up yet. Add data-business to the script.',
} as const;

export type BaseMessage = keyof typeof english;

export const baseDictionary: Dictionary<BaseMessage> = {
  name: 'base',
  english,
  others: {
    ar: () => import('./locales/ar.ts'),
    de: () => import('./locales/de.ts'),
    es: () => import('./locales/es.ts'),
    fr: () => import('./locales/fr.ts'),
    pt: () => import('./locales/pt.ts'),
  },
};
