/** The part of mailparser (no types of its own) that the tests use. */
declare module 'mailparser' {
  export interface ParsedAddress {
    readonly text: string;
    readonly value: readonly { readonly name: string; readonly address: string }[];
  }

  export interface ParsedMail {
    readonly subject: string;
    readonly messageId: string;
    readonly text: string;
    readonly html: string;
    readonly to: ParsedAddress;
    readonly from: ParsedAddress;
    readonly replyTo?: ParsedAddress;
    readonly headers: ReadonlyMap<string, unknown>;
    readonly attachments: readonly { readonly filename?: string; readonly content: Buffer }[];
  }

  export function simpleParser(source: Buffer | string): Promise<ParsedMail>;
}
