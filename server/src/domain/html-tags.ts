/** A start tag of a page. */
export interface HtmlTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text inside, of elements that hold only text. */
  readonly text: string;
}

export interface HtmlFound {
  readonly tags: readonly HtmlTag[];
  /** What visitors read, roughly. */
  readonly text: string;
}

/** Elements whose content is no markup, or (noscript, template) none that a browser with scripts shows. */
const holdsText = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'template', 'iframe', 'xmp', 'noembed', 'noframes']);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decode = (text: string): string => text.replaceAll(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|(\w{2,8}));?/gi, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
  if (name) return entities[name.toLowerCase()] ?? whole;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
});

/** Reads the start tags of a page in one pass, as a browser would see them: not those in comments, scripts or text. */
export function readTags(html: string): HtmlFound {
  const tags: HtmlTag[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    text += html.slice(at, open === -1 ? html.length : open);
    if (open === -1) break;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end === -1 ? html.length : end + 3;
      continue;
    }
    const name = /^[a-z][^\s/>]*/i.exec(html.slice(open + 1, open + 65))?.[0].toLowerCase();
    if (!name) {
      const end = html.indexOf('>', open);
      at = /[/!?]/.test(html[open + 1] ?? '') && end !== -1 ? end + 1 : open + 1;
      continue;
    }
    const { attributes, end } = readAttributes(html, open + 1 + name.length);
    at = end;
    let inside = '';
    if (holdsText.has(name)) {
      const close = indexOfClose(html, name, at);
      inside = html.slice(at, close);
      at = close;
    }
    tags.push({ name, attributes, text: inside });
  }
  return { tags, text: decode(text) };
}

function indexOfClose(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at !== -1; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  }
  return html.length;
}

function readAttributes(html: string, from: number): { readonly attributes: Readonly<Record<string, string>>; readonly end: number } {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  const next = /[\s/]*(?:(>)|([^\s=>"'/][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?|.)/gsy;
  next.lastIndex = from;
  for (let found = next.exec(html); found; found = next.exec(html)) {
    const [, close, name, ...values] = found;
    if (close) break;
    const key = name?.toLowerCase();
    if (key !== undefined && !(key in attributes)) attributes[key] = decode(values.find((value) => value !== undefined) ?? '');
  }
  return { attributes, end: next.lastIndex === 0 ? html.length : next.lastIndex };
}
