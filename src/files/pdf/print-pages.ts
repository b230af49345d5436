import { readChineseFont } from '#files/pdf/chinese-font';
import { addFrames, drawWatermark, type PageFrame } from '#files/pdf/frame';
import { LANDSCAPE, Pen, type Page } from '#files/pdf/pen';

const CREATOR = 'Tongchou 统筹';

/** What a printed record is: how it is found again, and what every page says. */
export interface PrintedRecord {
  readonly subject: string;
  readonly keywords: string;
  /** ISO 8601 in UTC; the only time in the file, so that the same record gives the same bytes. */
  readonly recordedAt: string;
  readonly frame: PageFrame;
  /** A4 landscape where left out. */
  readonly page?: Page;
}

/** A record as a PDF for printing: A4, Chinese, its font embedded, each page with its frame. */
export async function printPages(record: PrintedRecord, draw: (pen: Pen) => void): Promise<Uint8Array> {
  const { subject, keywords, recordedAt, frame, page = LANDSCAPE } = record;
  // Read at the first export: the command line and the server start without it.
  const [{ default: PDFDocument }, font] = await Promise.all([import('pdfkit'), readChineseFont()]);
  const document = new PDFDocument({
    size: 'A4',
    layout: page.width > page.height ? 'landscape' : 'portrait',
    // Margins are the pen's own, so that the library never starts a page by itself.
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: frame.title,
      Subject: subject,
      Keywords: keywords,
      Creator: CREATOR,
      Producer: CREATOR,
      CreationDate: new Date(recordedAt),
      ModDate: new Date(recordedAt),
    },
    font: font as unknown as string,
  });
  const bytes = collect(document);
  document.on('pageAdded', () => drawWatermark(document, frame, page));
  document.addPage();
  const pen = new Pen(document, page);
  draw(pen);
  addFrames(pen, frame);
  document.end();
  return bytes;
}

function collect(document: NodeJS.ReadableStream): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });
}
