import PdfDocument from 'pdfkit';

export interface PaperContent {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** A contact sheet: so many frames below the words. */
  readonly frames?: number;
}

const margin = 72;
const across = 3;

/** A page as an office would make it. */
export async function drawPaper({ title, paragraphs, frames = 0 }: PaperContent): Promise<Buffer> {
  const pdf = new PdfDocument({ size: 'A4', margin, info: { Title: title } });
  const pieces: Buffer[] = [];
  const ended = new Promise<void>((done) => { pdf.on('data', (piece: Buffer) => pieces.push(piece)).once('end', done); });
  pdf.font('Helvetica-Bold').fontSize(18).text(title).moveDown();
  for (const text of paragraphs) pdf.font('Helvetica').fontSize(11).text(text, { lineGap: 3 }).moveDown();
  drawFrames(pdf, frames);
  pdf.end();
  await ended;
  return Buffer.concat(pieces);
}

/** Portraits against one light, as far as a few shapes go: no two heads are held alike. */
function drawFrames(pdf: InstanceType<typeof PdfDocument>, frames: number): void {
  const [gap, top] = [10, pdf.y];
  const width = (pdf.page.width - 2 * margin - (across - 1) * gap) / across;
  const height = width * 0.66;
  for (let index = 0; index < frames; index += 1) {
    const [x, y] = [margin + (index % across) * (width + gap), top + Math.floor(index / across) * (height + 22)];
    const turn = Math.sin(index * 2.4) * width * 0.09;
    const light = pdf.radialGradient(x + width * 0.3, y + height * 0.3, 4, x + width * 0.4, y + height * 0.5, width * 0.75).stop(0, '#8d8378').stop(1, '#1d1b1a');
    pdf.save().rect(x, y, width, height).clip();
    pdf.rect(x, y, width, height).fill(light);
    pdf.ellipse(x + width / 2 + turn * 0.4, y + height * 1.06, width * 0.3, height * 0.42).fill('#2c2a2c');
    pdf.ellipse(x + width / 2 + turn, y + height * 0.45, width * 0.115, height * 0.24).fill('#c9a58c');
    pdf.ellipse(x + width / 2 + turn * 1.15, y + height * 0.29, width * 0.13, height * 0.14).fill('#241d1a');
    pdf.restore();
    pdf.fillColor('#555').font('Helvetica').fontSize(8).text(`47–${index + 1}`, x, y + height + 4, { lineBreak: false });
  }
}
