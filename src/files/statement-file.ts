import { createHash } from 'node:crypto';
import { CsvError, parse } from 'csv-parse/sync';
import type { StatementFile, StatementFileReader } from '#application/ports/statement-file-reader';
import type { RawRow } from '#domain/reconciliation/raw-table';
import { fileRefusal } from '#domain/reconciliation/refusals';
import { readSheets, SheetFault } from '#files/workbook/read-sheet';
import { present } from '#kernel/assert';
import { allow, refuse } from '#kernel/decision';

/** What csv-parse gives with `info: true`; its types do not say so. */
interface ParsedRecord {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** A file of forms has a sheet for each and one for what stands behind them. */
const MOST_SHEETS = 40;

/** A ZIP archive begins so, and no text does. */
const ZIP_START = [0x50, 0x4b, 0x03, 0x04];

/** The reader behind the port: a workbook is known by its first bytes, anything else is CSV in UTF-8 or GB 18030. */
export const readStatementFile: StatementFileReader = async (file, which = 'first') => {
  try {
    const isWorkbook = ZIP_START.every((byte, index) => file.bytes[index] === byte);
    const sheets = isWorkbook
      ? await readSheets(file.bytes, which === 'first' ? 1 : MOST_SHEETS)
      : [{ name: '', rows: readCsv(file) }];
    const fileHash = createHash('sha256').update(file.bytes).digest('hex');
    const tables = sheets.map(({ name, rows }) => ({
      file: sheets.length === 1 ? file.name : `${file.name} ${name}`,
      rows: rows.filter(isFilled),
    }));
    return allow({ table: present(tables[0], 'a sheet'), tables, fileHash });
  } catch (error) {
    const isFault =
      error instanceof SheetFault || error instanceof CsvError || error instanceof EncodingFault;
    if (isFault) return refuse(fileRefusal('file_unreadable', file.name, error.message));
    throw error;
  }
};

function isFilled({ cells }: RawRow): boolean {
  return cells.some(({ text }) => text.trim() !== '');
}

class EncodingFault extends Error {
  override readonly name = 'EncodingFault';
}

function readCsv({ bytes }: StatementFile): readonly RawRow[] {
  const parsed: unknown = parse(decode(bytes).replaceAll('\r\n', '\n'), {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  return (parsed as readonly ParsedRecord[]).map(({ info, record }) => {
    const breaks = record.reduce((count, cell) => count + (cell.split('\n').length - 1), 0);
    const cells = record.map((text) => ({ text, isNumber: false }));
    return { line: info.lines - breaks, cells };
  });
}

/** Banks write GB 18030 where they do not write UTF-8; bytes that are neither are refused and not guessed at. */
function decode(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new EncodingFault('UTF-8, GB 18030');
}
