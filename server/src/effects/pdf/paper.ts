import PdfDocument from 'pdfkit';
import { escapeXml } from '../../domain/xml.ts';
import type { Weight } from './font-book.ts';
import { tokensOf, visualOrder, type Direction, type Token } from './text-tokens.ts';

export interface PaperOptions {
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  readonly direction: Direction;
  /** Fixed, so that the same paper gives the same bytes. */
  readonly madeAt: Date;
}

export interface TextStyle {
  /** From the side where reading starts, in points. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  readonly align?: 'start' | 'end';
  /** Lines are this many sizes apart. */
  readonly leading?: number;
}

export const pageWidth = 595.28;
export const pageHeight = 841.89;

/** One A4 document. Places are counted from where reading starts, so right-to-left papers are mirrored by themselves. */
export class Paper {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #direction: Direction;
  readonly #registered = new Set<string>();
  /** Widths at 1000 points: text is measured when it is wrapped and again when it is placed. */
  readonly #widths = new Map<string, number>();
  readonly #chunks: Buffer[] = [];
  readonly #done: Promise<Buffer>;

  constructor({ title, author, lang, direction, madeAt }: PaperOptions) {
    this.#direction = direction;
    this.#pdf = new PdfDocument({
      size: 'A4', margin: 0, bufferPages: true, lang, displayTitle: true, pdfVersion: '1.7', subset: 'PDF/A-3b',
      info: { Title: title, Author: author, Producer: 'Portico', Creator: 'Portico', CreationDate: madeAt, ModDate: madeAt },
    });
    escapeMetadata(this.#pdf, [title, author]);
    this.#pdf.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.#done = new Promise((resolve, reject) => {
      this.#pdf.on('end', () => resolve(Buffer.concat(this.#chunks)));
      this.#pdf.on('error', reject);
    });
  }

  /** Writes text, wrapped to the width; answers how high it became. */
  text(text: string, style: TextStyle): number {
    const { size, weight = 400, leading = 1.4 } = style;
    const lines = this.#wrapped(text, style.width, size, weight);
    for (const [index, line] of lines.entries()) this.#line(line, style, style.y + index * size * leading);
    return lines.length * size * leading;
  }

  /** How high text would become. */
  heightOf(text: string, { width, size, weight = 400, leading = 1.4 }: Pick<TextStyle, 'width' | 'size' | 'weight' | 'leading'>): number {
    return this.#wrapped(text, width, size, weight).length * size * leading;
  }

  rule(y: number, { x, width, colour, thickness = 0.5 }: { readonly x: number; readonly width: number; readonly colour: string; readonly thickness?: number }): void {
    const left = this.#left(x, width);
    this.#pdf.moveTo(left, y).lineTo(left + width, y).lineWidth(thickness).strokeColor(colour).stroke();
  }

  bar({ x, y, width, height, colour }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly colour: string }): void {
    this.#pdf.rect(this.#left(x, width), y, width, height).fill(colour);
  }

  addPage(): void {
    this.#pdf.addPage();
  }

  /** Calls back for every page once all are known: for "page 1 of 3". */
  onEveryPage(draw: (page: number, pages: number) => void): void {
    const { start, count } = this.#pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.#pdf.switchToPage(start + page);
      draw(page + 1, count);
    }
  }

  /** Puts a file into the document (PDF/A-3), such as the machine-readable invoice. */
  attach(name: string, content: Buffer, { description, relationship, madeAt }: { readonly description: string; readonly relationship: 'Alternative' | 'Data' | 'Source'; readonly madeAt: Date }): void {
    // pdfkit knows the relationship, its types do not.
    const options: PDFKit.Mixins.PDFAttachmentOptions & { relationship: string } = { name, type: 'text/xml', description, relationship, creationDate: madeAt, modifiedDate: madeAt };
    this.#pdf.file(content, options);
  }

  /** More of what the document says of itself: an `rdf:Description` of its XMP metadata. */
  describe(rdf: string): void {
    // pdfkit has it, its types do not.
    (this.#pdf as unknown as { appendXML(xml: string): void }).appendXML(rdf);
  }

  async finish(): Promise<Buffer> {
    this.#pdf.end();
    return this.#done;
  }

  #left(x: number, width: number): number {
    return this.#direction === 'ltr' ? x : pageWidth - x - width;
  }

  #use({ font }: Token, size: number): void {
    if (!this.#registered.has(font.name)) {
      this.#pdf.registerFont(font.name, font.bytes);
      this.#registered.add(font.name);
    }
    this.#pdf.font(font.name).fontSize(size);
  }

  #widthOf(token: Token, size: number): number {
    const key = `${token.font.name} ${token.text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      this.#use(token, 1000);
      width = this.#pdf.widthOfString(token.text);
      this.#widths.set(key, width);
    }
    return width * size / 1000;
  }

  #wrapped(text: string, width: number, size: number, weight: Weight): Token[][] {
    return text.split('\n').flatMap((paragraph) => this.#wrapParagraph(tokensOf(paragraph, weight), width, size));
  }

  #wrapParagraph(tokens: readonly Token[], width: number, size: number): Token[][] {
    const lines: Token[][] = [];
    let line: Token[] = [];
    let used = 0;
    for (const piece of pieces(tokens)) {
      for (const part of this.#fitting(piece, width, size)) {
        const partWidth = part.reduce((sum, token) => sum + this.#widthOf(token, size), 0);
        if (used + partWidth > width && line.length > 0) {
          lines.push(line);
          [line, used] = [[], 0];
        }
        if (line.length === 0 && part.every(({ isSpace }) => isSpace)) continue;
        line.push(...part);
        used += partWidth;
      }
    }
    return [...lines, line];
  }

  /** A word that is wider than the line is cut wherever it must be. */
  #fitting(piece: readonly Token[], width: number, size: number): Token[][] {
    const whole = piece.reduce((sum, token) => sum + this.#widthOf(token, size), 0);
    if (whole <= width || piece.every(({ isSpace }) => isSpace)) return [[...piece]];
    return piece.flatMap((token) => [...token.text].map((character) => [{ ...token, text: character }]));
  }

  #line(tokens: readonly Token[], style: TextStyle, y: number): void {
    const { size, colour = '#000000', align = 'start' } = style;
    const ordered = visualOrder(tokens.slice(0, tokens.findLastIndex(({ isSpace }) => !isSpace) + 1));
    const used = ordered.reduce((sum, token) => sum + this.#widthOf(token, size), 0);
    const toRight = (this.#direction === 'rtl') === (align === 'start');
    let at = this.#left(style.x, style.width) + (toRight ? style.width - used : 0);
    for (const token of ordered) {
      this.#use(token, size);
      // Each font has its own ascent; text of one line shares a baseline.
      if (!token.isSpace) this.#pdf.fillColor(colour).text(token.text, at, y + size, { lineBreak: false, baseline: 'alphabetic' });
      at += this.#widthOf(token, size);
    }
  }
}

/** pdfkit 0.20 writes title and author into the XMP as they are, where an "&" breaks it (2026-11). */
function escapeMetadata(pdf: PDFKit.PDFDocument, texts: readonly string[]): void {
  const { metadata } = pdf as unknown as { metadata: { append(xml: string, newline?: boolean): void } };
  const append = metadata.append.bind(metadata);
  metadata.append = (xml, newline) => append(texts.reduce((all, text) => all.replace(`>${text}<`, () => `>${escapeXml(text)}<`), xml), newline);
}

/** Tokens that stay together: what stands between two places where a line may end. */
function pieces(tokens: readonly Token[]): Token[][] {
  const all: Token[][] = [];
  let piece: Token[] = [];
  for (const token of tokens) {
    piece.push(token);
    if (!token.breaksAfter) continue;
    all.push(piece);
    piece = [];
  }
  return piece.length > 0 ? [...all, piece] : all;
}
