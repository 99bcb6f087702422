/** A piece of XML that is written already; only this module and what it escapes make one. */
export interface Xml {
  readonly xml: string;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
// What XML 1.0 cannot hold at all, even escaped.
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const escapeXml = (text: string): string => text.replaceAll(impossible, '').replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

export type XmlContent = string | Xml | null | false | readonly XmlContent[];

/** `<name a="b">…</name>`; strings are escaped, nothing at all becomes no element. */
export function tag(name: string, content: XmlContent, attributes: Readonly<Record<string, string>> = {}): Xml {
  const inside = written(content);
  if (inside === '') return { xml: '' };
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
  return { xml: `<${name}${given}>${inside}</${name}>` };
}

export const xmlFile = ({ xml }: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;

function written(content: XmlContent): string {
  if (content === null || content === false) return '';
  if (typeof content === 'string') return escapeXml(content);
  return 'xml' in content ? content.xml : content.map(written).join('');
}
