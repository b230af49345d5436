import { TextWriter, Uint8ArrayReader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import type { RawCell, RawRow } from '#domain/reconciliation/raw-table';

/** The file is no workbook that can be read. */
export class SheetFault extends Error {
  override readonly name = 'SheetFault';
}

/** Unpacked, a part of a workbook may have so many bytes: a month of a busy account has some tens of millions. */
const LARGEST_PART = 128 * 1024 * 1024;

/** A sheet with its name. */
interface Sheet {
  readonly name: string;
  readonly rows: readonly RawRow[];
}

/**
 * The sheets of a workbook (ISO/IEC 29500), in its order. Numbers are the digits that the file stores: a library that gives them as
 * floats has lost what they were. Of a formula the stored value is read, as whoever opens the file sees it.
 * @param most so many from the first on are read
 * @throws SheetFault where the bytes are no such workbook
 */
export async function readSheets(bytes: Uint8Array, most: number): Promise<readonly Sheet[]> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
  try {
    const entries = (await reader.getEntries()).filter((entry): entry is FileEntry => !entry.directory);
    const parts = new Map(entries.map((entry) => [entry.filename, entry]));
    const shared = parts.get('xl/sharedStrings.xml');
    const texts = shared === undefined ? [] : sharedTexts(await textOf(shared));
    const sheets: Sheet[] = [];
    for (const { name, part } of (await findSheets(parts)).slice(0, most)) {
      sheets.push({ name, rows: sheetRows(await textOf(part), texts) });
    }
    return sheets;
  } catch (error) {
    if (error instanceof SheetFault) throw error;
    throw new SheetFault(error instanceof Error ? error.message : String(error));
  } finally {
    await reader.close();
  }
}

async function textOf(entry: FileEntry): Promise<string> {
  if (entry.uncompressedSize > LARGEST_PART) throw new SheetFault(`${entry.filename} is too large`);
  return entry.getData(new TextWriter(), { useWebWorkers: false, checkSignature: true });
}

/** By the order of the workbook, since the number in a part's name says nothing. */
async function findSheets(
  parts: ReadonlyMap<string, FileEntry>,
): Promise<readonly { readonly name: string; readonly part: FileEntry }[]> {
  const book = parts.get('xl/workbook.xml');
  const links = parts.get('xl/_rels/workbook.xml.rels');
  if (book === undefined || links === undefined) throw new SheetFault('xl/workbook.xml is missing');
  const text = await textOf(book);
  if (/<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(text)) throw new SheetFault('date1904');
  const targets = new Map(
    [...(await textOf(links)).matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  const sheets = [...text.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, 'r:id'));
    if (target === undefined) throw new SheetFault('a sheet is missing');
    const part = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    if (part === undefined) throw new SheetFault(`${target} is missing`);
    return { name: attribute(tag, 'name') ?? '', part };
  });
  if (sheets.length === 0) throw new SheetFault('the first sheet is missing');
  return sheets;
}

function sharedTexts(xml: string): readonly string[] {
  return [...xml.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map(([, item]) =>
    runsOf(item ?? ''),
  );
}

/** The text of a string item: its runs one after another, without the reading aids of East Asian text. */
function runsOf(xml: string): string {
  const shown = xml.replaceAll(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '');
  return [...shown.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)]
    .map(([, text]) => unescapeXml(text ?? ''))
    .join('');
}

const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/;

const EMPTY: RawCell = { text: '', isNumber: false };

function sheetRows(xml: string, texts: readonly string[]): readonly RawRow[] {
  let before = 0;
  return [...xml.matchAll(ROW)].map(([, attributes = '', content = '']) => {
    const line = Number.parseInt(attribute(attributes, 'r') ?? (before + 1).toString(), 10);
    before = line;
    const cells: RawCell[] = [];
    for (const [, own = '', inner = ''] of content.matchAll(CELL)) {
      const column = columnOf(attribute(own, 'r')) ?? cells.length;
      while (cells.length < column) cells.push(EMPTY);
      cells[column] = cellOf(attribute(own, 't') ?? 'n', inner, texts);
    }
    return { line, cells };
  });
}

function cellOf(type: string, inner: string, texts: readonly string[]): RawCell {
  if (type === 'inlineStr') return { text: runsOf(inner), isNumber: false };
  const value = unescapeXml(VALUE.exec(inner)?.[1] ?? '');
  if (type === 's') {
    const text = texts[Number.parseInt(value, 10)];
    if (text === undefined) throw new SheetFault(`shared string ${value} is missing`);
    return { text, isNumber: false };
  }
  return { text: value, isNumber: type === 'n' && value !== '' };
}

/** Workbooks have 16,384 columns, XFD at most. */
const LAST_COLUMN = 16_384;

/** `AB12` is column 27, counted from nought. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  const number = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  if (number > LAST_COLUMN) throw new SheetFault(`${reference} is no cell`);
  return number - 1;
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescapeXml(found);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16));
    if (typeof decimal === 'string') return String.fromCodePoint(Number.parseInt(decimal, 10));
    return ENTITIES[String(name)] ?? whole;
  });
}
