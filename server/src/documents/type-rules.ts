import { extensionOf, withExtension } from './name-rules.ts';

/** What the content itself says it is. */
export interface Detected {
  readonly extension: string;
  readonly mediaType: string;
}

export interface JudgedFile {
  readonly name: string;
  readonly mediaType: string;
  /** A browser might run it, or something in it: never shown in a page. */
  readonly isActive: boolean;
}

export type Judgement = { readonly ok: true; readonly file: JudgedFile } | { readonly ok: false; readonly why: string };

/** Endings that mean the same content. */
const families: readonly (readonly string[])[] = [
  ['jpg', 'jpeg', 'jpe', 'jfif'], ['tif', 'tiff'], ['mp4', 'm4v', 'm4a', 'mov', 'qt'], ['heic', 'heif', 'hif'], ['mpg', 'mpeg'], ['ogg', 'oga', 'ogv', 'opus'], ['gz', 'tgz'], ['mid', 'midi'], ['aif', 'aiff'], ['wmv', 'asf', 'wma'], ['ps', 'eps', 'ai'], ['pdf', 'ai'],
  // Packed folders, told apart by what is in them; not always by the beginning.
  ['zip', 'docx', 'docm', 'dotx', 'xlsx', 'xlsm', 'xltx', 'pptx', 'pptm', 'potx', 'odt', 'ods', 'odp', 'odg', 'epub', 'jar', 'apk', 'key', 'numbers', 'pages', 'vsdx', '3mf', 'kmz', 'xpi'],
  // Microsoft's older container.
  ['cfb', 'doc', 'xls', 'ppt', 'msg', 'msi', 'vsd', 'pub', 'mpp'],
  ['xml', 'svg', 'kml', 'gpx', 'rss', 'xsd', 'xsl', 'xslt', 'xhtml', 'html', 'htm', 'drawio', 'fodt', 'fods', 'ubl'],
];

/** Endings whose content has marks of its own: without them it is something else. */
const marked = new Set([
  'pdf', 'png', 'gif', 'bmp', 'webp', 'avif', 'psd', 'flac', 'mp3', 'wav', 'avi', 'mkv', 'webm', 'rar', '7z', 'rtf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'doc', 'xls', 'ppt', 'zip', 'epub',
  'jpg', 'jpeg', 'tif', 'tiff', 'heic', 'mp4', 'mov', 'gz',
]);

/** Programs: never behind another name. */
const programs = new Set(['exe', 'elf', 'macho', 'dll', 'deb', 'rpm', 'crx', 'class', 'dex', 'wasm', 'swf', 'lnk', 'nes', 'ar', 'chm']);

const texts: Readonly<Record<string, string>> = { txt: 'text/plain', csv: 'text/csv', md: 'text/markdown', json: 'application/json', ics: 'text/calendar', eml: 'message/rfc822', vcf: 'text/vcard', log: 'text/plain', tsv: 'text/tab-separated-values' };
const activeEndings = new Set(['html', 'htm', 'xhtml', 'svg', 'svgz', 'xml', 'xsl', 'xslt', 'js', 'mjs', 'mht', 'mhtml', 'hta', 'swf', 'pdfxml', 'shtml']);
const activeMarks = /<(?:script|html|svg|body|iframe|object|embed|meta|!doctype\s+html|\?xml-stylesheet)\b|javascript:/i;
const activePdf = /\/(?:JavaScript|Launch|RichMedia)\b/;
const binary = 'application/octet-stream';

/**
 * The content decides. A name that says something harmlessly different is put right; one that hides a program, or
 * claims a kind of content that is not there, is refused. `start` is the beginning of the content, in Latin-1.
 */
export function judgeFile(name: string, detected: Detected | undefined, start: string): Judgement {
  const claimed = extensionOf(name);
  const isActive = activeEndings.has(claimed) || activeMarks.test(start) || (detected?.extension === 'pdf' && activePdf.test(start));
  if (!detected) {
    if (marked.has(claimed)) return { ok: false, why: `“${name}” says that it is a ${claimed.toUpperCase()} file, but its content is not. Check the file, or give it its right name.` };
    return { ok: true, file: { name, mediaType: isActive ? binary : texts[claimed] ?? binary, isActive } };
  }
  const fits = claimed === detected.extension || families.some((family) => family.includes(claimed) && family.includes(detected.extension));
  if (!fits && claimed !== '' && programs.has(detected.extension)) return { ok: false, why: `“${name}” is a program with the name of something else. We did not keep it.` };
  const kept = fits || isBroad(detected, claimed) ? name : withExtension(name, detected.extension);
  return { ok: true, file: { name: kept, mediaType: isActive || programs.has(detected.extension) ? binary : mediaTypeOf(detected, extensionOf(kept)), isActive: isActive || activeEndings.has(detected.extension) } };
}

/** A packed folder or plain XML may carry any ending that we have no marks for: a program's own format. */
const isBroad = ({ extension }: Detected, claimed: string): boolean => ['zip', 'cfb', 'xml', 'gz'].includes(extension) && claimed !== '' && !marked.has(claimed);

const office: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text', ods: 'application/vnd.oasis.opendocument.spreadsheet', odp: 'application/vnd.oasis.opendocument.presentation',
  doc: 'application/msword', xls: 'application/vnd.ms-excel', ppt: 'application/vnd.ms-powerpoint',
};

const mediaTypeOf = ({ extension, mediaType }: Detected, kept: string): string => extension === 'zip' || extension === 'cfb' ? office[kept] ?? mediaType : mediaType;
