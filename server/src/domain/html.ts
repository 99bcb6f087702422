/**
 * HTML for mail and for the few pages the server makes itself. Everything put into `html` is escaped;
 * only HTML that is already `SafeHtml`, and addresses from `safeUrl`, keep their meaning.
 */

/** HTML that is known to be safe. Constructing one is the only way around escaping: never from what a person typed. */
export class SafeHtml {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** An address that may stand in `href`, `src` or `action`. */
export class SafeUrl {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type HtmlValue =
  | SafeHtml | SafeUrl | string | number | bigint | boolean | null | undefined | readonly HtmlValue[];

/** Escapes what is put in. `null`, `undefined` and booleans leave nothing behind; lists are joined. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml {
  assertSafePlaces(strings);
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    assertUrlIsSafe(strings[index] ?? '', value);
    text += textOf(value) + (strings[index + 1] ?? '');
  });
  return new SafeHtml(text);
}

/** The finished text, for a response or a mail. */
export function render(content: SafeHtml): string {
  return content.toString();
}

/** Lets http, https and mailto through and makes everything else, `javascript:` above all, lead nowhere. */
export function safeUrl(address: string): SafeUrl {
  const url = URL.parse(address);
  const allowed = url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol);
  return new SafeUrl(allowed ? url.href : '#');
}

export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
    .replaceAll('\0', '\ufffd');
}

function textOf(value: HtmlValue): string {
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (value instanceof SafeHtml) return value.toString();
  if (isList(value)) return value.map(textOf).join('');
  const isPlain = value instanceof SafeUrl || ['string', 'number', 'bigint'].includes(typeof value);
  if (isPlain) return escapeHtml(String(value));
  throw new TypeError('html`…` takes text, numbers, SafeHtml, SafeUrl and lists of them.');
}

function isList(value: HtmlValue): value is readonly HtmlValue[] {
  return Array.isArray(value);
}

/** A whole `href` or `src` decides where it leads; text after a fixed start (`href="/p/…`) does not. */
function assertUrlIsSafe(before: string, value: HtmlValue): void {
  if (/\s(?:href|src|action|formaction|poster|background)\s*=\s*["']$/i.test(before) && !(value instanceof SafeUrl)) {
    throw new TypeError('An address in html`…` goes through safeUrl().');
  }
}

const checked = new WeakSet<TemplateStringsArray>();

/** Escaping cannot help without quotes or inside scripts and style sheets, so these places take no values. */
function assertSafePlaces(strings: TemplateStringsArray): void {
  if (checked.has(strings)) return;
  let before = '';
  for (const part of strings.slice(0, -1)) {
    before += part;
    const isUnquoted = /=\s*$/.test(part) && /<[^>]*$/.test(before);
    if (isUnquoted) throw new TypeError('Put quotes around attribute values in html`…`.');
    const isInCode = /<(script|style)\b[^>]*>(?![\s\S]*<\/\1)/i.test(before);
    if (isInCode) throw new TypeError('html`…` takes no values in <script> or <style>.');
  }
  checked.add(strings);
}
