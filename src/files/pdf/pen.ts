import type PDFDocument from 'pdfkit';
import { drawable } from '#files/pdf/chinese-font';

type Document = InstanceType<typeof PDFDocument>;

/** A sheet in points; the running head and foot stand in the margins. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
}

/** A4 for wide tables, and A4 as official papers have it (GB/T 9704). */
export const LANDSCAPE: Page = { width: 841.89, height: 595.28, side: 32, top: 58, bottom: 40 };
export const PORTRAIT: Page = { width: 595.28, height: 841.89, side: 62, top: 72, bottom: 56 };

export const INK = {
  text: '#1d2733',
  soft: '#5b6775',
  line: '#c3cad3',
  head: '#edf0f4',
  alarm: '#b42318',
} as const;

/** Height of a line over the size of its type: what the font asks for is too wide for tables. */
const LEADING = 1.32;

/** Writes down a page and goes to a new one where the text would not fit; nothing is ever cut. */
export class Pen {
  readonly document: Document;
  readonly page: Page;
  y: number;
  private readonly known = new Map<number, boolean>();

  constructor(document: Document, page: Page) {
    this.document = document;
    this.page = page;
    this.y = page.top;
  }

  /** Points between the margins. */
  get bodyWidth(): number {
    return this.page.width - 2 * this.page.side;
  }

  /** Makes room for so many points; true where that took a new page. */
  need(height: number): boolean {
    if (height <= this.left) return false;
    this.document.addPage();
    this.y = this.page.top;
    return true;
  }

  /** Points that a page has left. */
  get left(): number {
    return this.page.height - this.page.bottom - this.y;
  }

  widthOf(text: string, size: number): number {
    return this.document.fontSize(size).widthOfString(this.clean(text));
  }

  /** The text in lines no wider than so many points, broken where Chinese may be broken. */
  linesOf(text: string, size: number, width: number): readonly string[] {
    const lines: string[] = [];
    for (const paragraph of this.clean(text).split('\n')) {
      let line = '';
      for (const part of breakable(paragraph)) {
        if (line !== '' && this.widthOf(line + part, size) > width) {
          lines.push(line);
          line = '';
        }
        line += part.trimStart() === '' && line === '' ? '' : part;
        while (this.widthOf(line, size) > width) {
          const fitting = this.fitting(line, size, width);
          lines.push(line.slice(0, fitting));
          line = line.slice(fitting);
        }
      }
      lines.push(line);
    }
    return lines;
  }

  /** Writes one line whose top is at `y`. */
  line(text: string, x: number, y: number, size: number, color: string = INK.text): void {
    this.document
      .fontSize(size)
      .fillColor(color)
      .text(this.clean(text), x, y, { lineBreak: false, baseline: -size * BASELINE });
  }

  /** Writes a paragraph at the pen and moves below it. */
  paragraph(
    text: string,
    size: number,
    options: {
      readonly color?: string;
      readonly indent?: number;
      readonly align?: 'left' | 'center' | 'right';
    } = {},
  ): void {
    const { color = INK.text, indent = 0, align = 'left' } = options;
    for (const line of this.linesOf(text, size, this.bodyWidth - indent)) {
      this.need(heightOf(size));
      const spare = this.bodyWidth - indent - this.widthOf(line, size);
      const before = { left: 0, center: spare / 2, right: spare }[align];
      this.line(line, this.page.side + indent + before, this.y, size, color);
      this.y += heightOf(size);
    }
  }

  clean(text: string): string {
    return drawable(text, (codePoint) => this.hasGlyph(codePoint));
  }

  private fitting(text: string, size: number, width: number): number {
    let end = 1;
    while (end < text.length && this.widthOf(text.slice(0, end + 1), size) <= width) end += 1;
    return end;
  }

  private hasGlyph(codePoint: number): boolean {
    const before = this.known.get(codePoint);
    if (before !== undefined) return before;
    const { font } = (this.document as unknown as EmbeddedFont)._font;
    const has = font.hasGlyphForCodePoint(codePoint);
    this.known.set(codePoint, has);
    return has;
  }
}

/** Where the library keeps the font in use: its types do not say so. */
interface EmbeddedFont {
  readonly _font: { readonly font: { readonly hasGlyphForCodePoint: (codePoint: number) => boolean } };
}

/** How far the baseline is below the top of a line, in sizes of its type. */
const BASELINE = 1.02;

export function heightOf(size: number, lines = 1): number {
  return size * LEADING * lines;
}

/** Signs that may not begin a line, and those that may not end one (GB/T 15834, the common ones). */
const NOT_FIRST = /^[，。、；：！？）》〉」』】〕”’％%,.;:!?)\]]/u;
const NOT_LAST = /[（《〈「『【〔“‘([]$/u;

/** The parts between which a line may be broken: Latin words and figures are whole, Chinese breaks anywhere. */
function breakable(text: string): readonly string[] {
  const parts = text.match(/[\p{Script=Latin}\p{Nd}._/:%+\-−,〔〕]+|\s+|./gu) ?? [];
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before !== undefined && (NOT_FIRST.test(part) || NOT_LAST.test(before))) {
      joined[joined.length - 1] = before + part;
    } else joined.push(part);
  }
  return joined;
}
