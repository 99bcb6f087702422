/** ISO 3166-1, two letters each. Free of zod: pages import it. */
const codes = 'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFR'
  + 'GAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQ'
  + 'MRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTR'
  + 'TTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW';

export const countryCodes: readonly string[] = codes.match(/../g) ?? [];

export interface Country {
  readonly value: string;
  readonly label: string;
}

/** Every country by its name in a language, as people look for it. One that is kept and is not known any more stays to be seen. */
export function countriesIn(lang: string, kept = ''): Country[] {
  const names = new Intl.DisplayNames([lang, 'en'], { type: 'region' });
  const all = kept === '' || countryCodes.includes(kept) ? countryCodes : [...countryCodes, kept];
  return all.map((value) => ({ value, label: nameOf(names, value) })).sort((a, b) => a.label.localeCompare(b.label, lang));
}

/** Old invoices may carry two letters that no country has. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
