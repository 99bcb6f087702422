/** BG-4 seller, BG-7 buyer. */
export interface EParty {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly country: string;
  /** BT-31, BT-48: with the prefix of its country (BR-CO-9). */
  readonly vatId: string;
  /** BT-32: known only to the local tax office. */
  readonly taxNumber: string;
  /** BT-30, BT-47. */
  readonly legalId: string;
  readonly email: string;
  readonly phone: string;
}

interface Known {
  readonly name: string;
  readonly address: string;
  readonly country: string;
  readonly taxNumber: string;
  readonly email: string;
  readonly registration?: string;
  readonly phone?: string;
}

// Greece writes EL where its country code is GR.
const isVatId = (text: string): boolean => /^(?!\d)[A-Z]{2}[0-9A-Z+*]{2,12}$/.test(text);

/** BR-O-02: what is outside the scope of VAT names no VAT identifier. */
export function partyOf({ name, address, country, taxNumber, email, registration = '', phone = '' }: Known, isOutsideVat: boolean): EParty {
  const compact = taxNumber.replaceAll(/[\s.-]/g, '').toUpperCase();
  const vatId = !isOutsideVat && isVatId(compact) ? compact : '';
  return {
    name, country, vatId, taxNumber: vatId || isOutsideVat ? '' : taxNumber, email, phone,
    addressLines: address.split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(0, 3),
    // BR-CO-26 wants some identifier of the seller that is not the local tax number.
    legalId: registration || (vatId ? '' : taxNumber),
  };
}
