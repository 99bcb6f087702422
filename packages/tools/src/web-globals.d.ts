/** The only things outside ES that pages and Node share and the contract may lean on. */
declare class URL {
  constructor(address: string, base?: string | URL);
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly username: string;
  readonly password: string;
  static canParse(address: string, base?: string | URL): boolean;
  static parse(address: string, base?: string | URL): URL | null;
}
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
