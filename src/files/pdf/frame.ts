import type PDFDocument from 'pdfkit';
import { INK, type Page, type Pen } from '#files/pdf/pen';

const HEAD_Y = 20;
const NOTE_Y = 34;
const FOOT_FROM_BOTTOM = 28;
const SIZE = 7.5;
const GAP = 12;

/** What every page says beside its content. */
export interface PageFrame {
  readonly title: string;
  /** Across the page and in its head; null where nothing has to be warned of. */
  readonly draftMark: string | null;
  /** What must be known before any figure is read. */
  readonly note: string;
  /** Which record it is, with its hash. */
  readonly foot: string;
}

/** Head and foot of every page: what it is, what must be known of the data, which record, which page of how many. */
export function addFrames(pen: Pen, { title, draftMark, note, foot }: PageFrame): void {
  const { document, page: sheet } = pen;
  const footY = sheet.height - FOOT_FROM_BOTTOM;
  const { start, count } = document.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(start + page);
    pen.line(title, sheet.side, HEAD_Y, SIZE, INK.soft);
    if (draftMark !== null) writeRight(pen, draftMark, HEAD_Y, INK.alarm);
    pen.line(oneLine(pen, note, pen.bodyWidth), sheet.side, NOTE_Y, SIZE, INK.alarm);
    rule(pen, NOTE_Y + 14);
    rule(pen, footY - 4);
    pen.line(foot, sheet.side, footY, SIZE, INK.soft);
    writeRight(pen, `第 ${page + 1} / ${count} 页`, footY, INK.soft);
  }
}

const FULL_NOTE = '…（全文见首页）';

/** The note in one line; a longer one is told in full at the head of the first page. */
function oneLine(pen: Pen, text: string, width: number): string {
  if (!text.includes('\n') && pen.widthOf(text, SIZE) <= width) return text;
  const [first = ''] = pen.linesOf(text, SIZE, width - pen.widthOf(FULL_NOTE, SIZE) - GAP);
  return first + FULL_NOTE;
}

function writeRight(pen: Pen, text: string, y: number, color: string): void {
  pen.line(text, pen.page.width - pen.page.side - pen.widthOf(text, SIZE), y, SIZE, color);
}

function rule({ document, page }: Pen, y: number): void {
  document
    .moveTo(page.side, y)
    .lineTo(page.width - page.side, y)
    .lineWidth(0.6)
    .stroke(INK.line);
}

const MARK_SIZE = 76;
const MARK_ANGLE = -28;
const MARK_OPACITY = 0.09;

/** The mark of a draft across the page, under everything that is written on it. */
export function drawWatermark(
  document: InstanceType<typeof PDFDocument>,
  { draftMark }: Pick<PageFrame, 'draftMark'>,
  page: Page,
): void {
  if (draftMark === null) return;
  const [x, y] = [page.width / 2, page.height / 2];
  document.save().rotate(MARK_ANGLE, { origin: [x, y] });
  document.fontSize(MARK_SIZE).fillColor(INK.alarm, MARK_OPACITY);
  const width = document.widthOfString(draftMark);
  document.text(draftMark, x - width / 2, y - MARK_SIZE * 0.7, { lineBreak: false });
  document.restore().fillColor(INK.text, 1);
}
