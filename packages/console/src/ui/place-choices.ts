import type { ChoiceOption } from './portico-choice.ts';

/** Zones, currencies and languages by the names people know. */
export function zoneChoices(): readonly ChoiceOption[] {
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), guessedZone()])];
  return zones.map((zone) => {
    const [region = '', ...rest] = zone.split('/');
    return { value: zone, label: (rest.join(', ') || region).replaceAll('_', ' '), detail: rest.length > 0 ? region.replaceAll('_', ' ') : '' };
  }).sort((a, b) => a.label.localeCompare(b.label));
}

export function currencyChoices(): readonly ChoiceOption[] {
  const names = new Intl.DisplayNames(['en'], { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: names.of(code) ?? code, detail: code })).sort((a, b) => a.label.localeCompare(b.label));
}

const languages = ['en', 'en-GB', 'en-ZA', 'en-US', 'en-AU', 'en-CA', 'en-IE', 'en-NZ', 'af', 'ar', 'cs', 'da', 'de', 'de-AT', 'de-CH', 'el', 'es', 'es-MX', 'fi', 'fr', 'fr-CA', 'fr-CH', 'he', 'hi', 'hu', 'id', 'it', 'ja', 'ko', 'nb', 'nl', 'nl-BE', 'pl', 'pt', 'pt-BR', 'ro', 'sk', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-CN', 'zh-TW', 'zu'];

export function languageChoices(...also: readonly string[]): readonly ChoiceOption[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  return [...new Set([...languages, ...also])].map((tag) => ({ value: tag, label: names.of(tag) ?? tag, detail: tag })).sort((a, b) => a.label.localeCompare(b.label));
}

export const guessedZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
export const guessedLanguage = (): string => Intl.getCanonicalLocales(navigator.language)[0] ?? 'en';

const currencyOfRegion: Readonly<Record<string, string>> = {
  ZA: 'ZAR', US: 'USD', GB: 'GBP', CH: 'CHF', AU: 'AUD', CA: 'CAD', NZ: 'NZD', JP: 'JPY', IN: 'INR', BR: 'BRL', MX: 'MXN', SE: 'SEK', NO: 'NOK', DK: 'DKK', PL: 'PLN', CZ: 'CZK', HU: 'HUF', RO: 'RON',
  TR: 'TRY', IL: 'ILS', AE: 'AED', KE: 'KES', NG: 'NGN', SG: 'SGD', HK: 'HKD', KR: 'KRW', CN: 'CNY', TH: 'THB',
};
const regionOfZone: Readonly<Record<string, string>> = {
  'Africa/Johannesburg': 'ZA', 'Europe/London': 'GB', 'Europe/Zurich': 'CH', 'Europe/Stockholm': 'SE', 'Europe/Oslo': 'NO', 'Europe/Copenhagen': 'DK', 'Europe/Warsaw': 'PL', 'Europe/Prague': 'CZ',
  'Asia/Tokyo': 'JP', 'Asia/Kolkata': 'IN', 'Asia/Singapore': 'SG', 'Africa/Nairobi': 'KE', 'Africa/Lagos': 'NG',
};

/** From where the clock says one is, else from the language. */
export function guessedCurrency(zone: string, lang: string): string {
  const region = regionOfZone[zone] ?? (zone.startsWith('Australia/') ? 'AU' : new Intl.Locale(lang).region ?? '');
  return currencyOfRegion[region] ?? (zone.startsWith('Europe/') ? 'EUR' : zone.startsWith('America/') ? 'USD' : 'EUR');
}
