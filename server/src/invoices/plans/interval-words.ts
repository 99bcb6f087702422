import type { Rhythm } from './plan-rules.ts';

type Unit = 'week' | 'month' | 'year';

interface EveryWords {
  readonly one: Readonly<Record<Unit, string>>;
  /** Around a count with its unit, as `Intl` writes it: `every 2 weeks`. */
  readonly several: (counted: string, unit: Unit) => string;
  /** Where `Intl` has no form for it after "every". */
  readonly two?: Readonly<Record<Unit, string>>;
}

const words: Readonly<Record<string, EveryWords>> = {
  en: { one: { week: 'every week', month: 'every month', year: 'every year' }, several: (counted) => `every ${counted}` },
  de: { one: { week: 'jede Woche', month: 'jeden Monat', year: 'jedes Jahr' }, several: (counted) => `alle ${counted}` },
  fr: { one: { week: 'chaque semaine', month: 'chaque mois', year: 'chaque année' }, several: (counted, unit) => `${unit === 'week' ? 'toutes' : 'tous'} les ${counted}` },
  es: { one: { week: 'cada semana', month: 'cada mes', year: 'cada año' }, several: (counted) => `cada ${counted}` },
  pt: { one: { week: 'toda semana', month: 'todo mês', year: 'todo ano' }, several: (counted) => `a cada ${counted}` },
  ar: {
    one: { week: 'كل أسبوع', month: 'كل شهر', year: 'كل سنة' }, several: (counted) => `كل ${counted}`,
    two: { week: 'كل أسبوعين', month: 'كل شهرين', year: 'كل سنتين' },
  },
};

/** `every month`, `alle 2 Wochen`; a quarter is three months, and twelve of them three years. */
export function everyInWords({ interval, every }: Rhythm, lang: string): string {
  const spoken = words[lang.split('-')[0] ?? ''] ?? words['en'];
  if (!spoken) throw new Error('English is there');
  const [unit, count] = counted(interval === 'quarter' ? { unit: 'month', count: every * 3 } : { unit: interval, count: every });
  if (count === 1) return spoken.one[unit];
  if (count === 2 && spoken.two) return spoken.two[unit];
  const locale = words[lang.split('-')[0] ?? ''] ? lang : 'en';
  const text = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  return spoken.several(text, unit);
}

const counted = ({ unit, count }: { readonly unit: Unit; readonly count: number }): [Unit, number] => (unit === 'month' && count % 12 === 0 ? ['year', count / 12] : [unit, count]);
