import { cities as ar } from '@portico/contract/zone-cities/ar.ts';
import { cities as de } from '@portico/contract/zone-cities/de.ts';
import { cities as en } from '@portico/contract/zone-cities/en.ts';
import { cities as es } from '@portico/contract/zone-cities/es.ts';
import { cities as fr } from '@portico/contract/zone-cities/fr.ts';
import { cities as pt } from '@portico/contract/zone-cities/pt.ts';

const lists: Readonly<Record<string, ReadonlyMap<string, string>>> = { ar, de, en, es, fr, pt };

/** What people call the city that a zone is named after: `Prag` for `Prague`. ECMA-402 does not tell it. */
export const cityIn = (locale: string, city: string): string | undefined => lists[locale.split('-')[0]?.toLowerCase() ?? '']?.get(city);
