import { dateLabel } from '../../domain/civil-dates.ts';
import { formatMoneyExact } from '../../domain/money.ts';
import { spokenLocales } from '../../domain/moments.ts';
import { paperLocales, paperWords, type PaperWords } from './paper-words.ts';

/** How figures and dates are written on one paper. */
export interface PaperSpeech {
  readonly lang: string;
  readonly words: PaperWords;
  money(minor: number): string;
  /** 1.5 from thousandths. */
  quantity(milli: number): string;
  /** `19 %` from parts per million. */
  rate(ppm: number): string;
  date(civil: string): string;
  /** `7 Dec 2026`, for columns. */
  day(civil: string): string;
  /** `South Africa` from `ZA`. */
  country(code: string): string;
}

export function paperSpeech(lang: string, currency: string): PaperSpeech {
  // Figures in a language whose words we do not have would be a mixture.
  const spoken = paperLocales[lang.toLowerCase().split('-')[0] ?? ''] ? lang : 'en';
  const plain = new Intl.NumberFormat(spokenLocales(spoken), { maximumFractionDigits: 4 });
  const days = new Intl.DateTimeFormat(spokenLocales(spoken), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC', calendar: 'gregory' });
  const decimal = (digits: number, value: number): string => plain.format(`${Math.trunc(value / 10 ** digits)}.${String(Math.abs(value) % 10 ** digits).padStart(digits, '0')}` as unknown as number);
  return {
    lang: spoken, words: paperWords(spoken),
    money: (minor) => formatMoneyExact(minor, currency, spoken),
    quantity: (milli) => decimal(3, milli),
    rate: (ppm) => `${decimal(4, ppm)} %`,
    date: (civil) => dateLabel(civil, spoken),
    day: (civil) => days.format(new Date(`${civil}T00:00:00Z`)),
    country: (code) => (code === '' ? '' : new Intl.DisplayNames(spokenLocales(spoken), { type: 'region', fallback: 'code' }).of(code) ?? code),
  };
}
