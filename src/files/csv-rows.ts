import { CsvError, parse } from 'csv-parse/sync';
import type { CsvColumn, CsvReader, CsvRow, TextSource } from '#application/ports/csv-reader';
import { parseDecimal, type DecimalFault } from '#kernel/decimal-text';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { Bilingual } from '#kernel/bilingual';

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What csv-parse gives with `info: true`; its types do not say so. */
interface ParsedRecord {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

const DECIMAL_FAULTS: Readonly<Record<DecimalFault, Bilingual>> = {
  empty: { zh: '没有数', en: 'there is no number' },
  exponent: { zh: '用了科学计数法', en: 'it is written with an exponent' },
  thousands_mark: { zh: '用了千分位符', en: 'it has thousands marks' },
  not_decimal: { zh: '不是十进制数', en: 'it is no decimal number' },
  too_many_decimals: { zh: '小数位过多', en: 'it has too many decimals' },
  too_long: { zh: '数位过长', en: 'it has too many digits' },
};

/** The strict reader behind the port `CsvReader`: nothing is guessed, trimmed or left out. */
export const readCsvRows: CsvReader = (source, columns) => {
  if (source.text.includes(UNREADABLE)) return refuse(wrongEncoding(source));
  const records = parseRecords(source);
  if (!records.allowed) return records;
  const [header, ...body] = records.value;
  if (header === undefined) return refuse(emptyFile(source));
  const headerFaults = checkHeader(source, header, columns);
  const [firstFault, ...moreFaults] = headerFaults;
  if (firstFault !== undefined) return refuse(firstFault, ...moreFaults);
  if (body.length === 0) return refuse(noRows(source, header.line));

  const refusals: Refusal[] = [];
  const rows = body.map((record) => readRow(source.file, header.cells, record, columns, refusals));
  return allowUnless(refusals, () => rows);
};

/** What stands where bytes were no UTF-8: the words that were there are lost, and nothing of the file is taken in. */
const UNREADABLE = '\uFFFD';

function wrongEncoding({ file, text }: TextSource): Refusal {
  const line = text.slice(0, text.indexOf(UNREADABLE)).split('\n').length;
  return {
    code: 'csv_encoding',
    at: `${file}:${line}`,
    what: {
      zh: '文件不是 UTF-8 编码，有的字已经读不出来',
      en: 'the file is no UTF-8: some of it cannot be read',
    },
    next: { zh: '请另存为 UTF-8 编码的 CSV', en: 'save it as CSV in UTF-8' },
  };
}

function parseRecords({ file, text }: TextSource): Decision<readonly CsvRecord[]> {
  try {
    const parsed: unknown = parse(text.replaceAll('\r\n', '\n'), {
      bom: true,
      info: true,
      comment: '#',
      comment_no_infix: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return allow(
      (parsed as readonly ParsedRecord[]).map(({ info, record }) => ({
        line: info.lines - lineBreaksWithin(record),
        cells: record,
      })),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse(malformed(file, error));
  }
}

/** csv-parse counts to the line on which a record ends; people look for the line on which it begins. */
function lineBreaksWithin(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell.split('\n').length - 1), 0);
}

function checkHeader(
  { file }: TextSource,
  header: CsvRecord,
  columns: readonly CsvColumn[],
): readonly Refusal[] {
  const at = (name: string): string => `${file}:${header.line} ${name}`;
  const known = new Set(columns.map(({ name }) => name));
  const missing = columns
    .filter(({ name }) => !header.cells.includes(name))
    .map(({ name }) => columnRefusal('csv_column_missing', at(name), '缺少这一列', 'this column is missing'));
  const unknown = header.cells
    .filter((name) => !known.has(name))
    .map((name) => columnRefusal('csv_column_unknown', at(name), '不认识这一列', 'this column is unknown'));
  const duplicate = header.cells
    .filter((name, index) => header.cells.indexOf(name) < index)
    .map((name) =>
      columnRefusal('csv_column_duplicate', at(name), '这一列出现两次', 'this column is there twice'),
    );
  return [...missing, ...unknown, ...duplicate];
}

function readRow<Name extends string>(
  file: string,
  header: readonly string[],
  record: CsvRecord,
  columns: readonly CsvColumn<Name>[],
  refusals: Refusal[],
): CsvRow<Name> {
  if (record.cells.length !== header.length) {
    refusals.push(wrongCount(`${file}:${record.line}`, header.length, record.cells.length));
  }
  const cells: Partial<Record<Name, string>> = {};
  for (const column of columns) {
    const cell = record.cells[header.indexOf(column.name)] ?? '';
    cells[column.name] = cell;
    if (record.cells.length !== header.length) continue;
    const fault = cellFault(column, cell);
    if (fault !== undefined) refusals.push({ at: `${file}:${record.line} ${column.name}`, ...fault });
  }
  return { file, line: record.line, cells: cells as Record<Name, string> };
}

function cellFault(column: CsvColumn, cell: string): Omit<Refusal, 'at'> | undefined {
  if (cell.trim() === '') return column.optional === true ? undefined : VALUE_MISSING;
  switch (column.content.kind) {
    case 'text':
      return undefined;
    case 'decimal': {
      const decimal = parseDecimal(cell, column.content.maxDecimals);
      return typeof decimal === 'string'
        ? notDecimal(cell, DECIMAL_FAULTS[decimal], column.content.maxDecimals)
        : undefined;
    }
    case 'choice':
      return column.content.options.includes(cell) ? undefined : notAChoice(cell, column.content.options);
  }
}

const VALUE_MISSING: Omit<Refusal, 'at'> = {
  code: 'csv_value_missing',
  what: { zh: '这一格是空的', en: 'the cell is empty' },
  next: { zh: '填上数值，空格不当作零', en: 'fill it in: an empty cell is not read as zero' },
};

function notDecimal(cell: string, fault: Bilingual, maxDecimals: number): Omit<Refusal, 'at'> {
  return {
    code: 'csv_not_decimal',
    what: { zh: `“${cell}”${fault.zh}`, en: `"${cell}" cannot be read: ${fault.en}` },
    next: {
      zh: `写成普通十进制数，小数最多 ${maxDecimals} 位`,
      en: `write a plain decimal with at most ${maxDecimals} decimals`,
    },
  };
}

function notAChoice(cell: string, options: readonly string[]): Omit<Refusal, 'at'> {
  return {
    code: 'csv_choice_unknown',
    what: { zh: `不认识“${cell}”`, en: `"${cell}" is unknown` },
    next: { zh: `写其中之一：${options.join('、')}`, en: `write one of: ${options.join(', ')}` },
  };
}

function columnRefusal(code: string, at: string, zh: string, en: string): Refusal {
  return {
    code,
    at,
    what: { zh, en },
    next: {
      zh: '首行须列出全部规定的列，各一次',
      en: 'the header names each of the required columns once, and no other',
    },
  };
}

function wrongCount(at: string, expected: number, found: number): Refusal {
  return {
    code: 'csv_field_count',
    at,
    what: {
      zh: `这一行有 ${found} 格，应有 ${expected} 格`,
      en: `this row has ${found} cells instead of ${expected}`,
    },
    next: {
      zh: '检查逗号和引号',
      en: 'check its commas and quotes',
    },
  };
}

function malformed(file: string, error: CsvError): Refusal {
  const { lines } = error as unknown as { readonly lines?: unknown };
  return {
    code: 'csv_malformed',
    at: typeof lines === 'number' ? `${file}:${lines}` : file,
    what: { zh: `引号有误（${error.code}）`, en: `a quote is wrong (${error.code})` },
    next: {
      zh: '整格加引号，格内的引号写两次',
      en: 'quote the whole cell and double each quote inside it',
    },
  };
}

function emptyFile({ file }: TextSource): Refusal {
  return {
    code: 'csv_empty',
    at: file,
    what: { zh: '文件是空的', en: 'the file is empty' },
    next: { zh: '首行写列名，其下每行一条', en: 'write a header line and one line for each row' },
  };
}

function noRows({ file }: TextSource, line: number): Refusal {
  return {
    code: 'csv_no_rows',
    at: `${file}:${line}`,
    what: { zh: '首行之下没有数据', en: 'there is no row below the header' },
    next: { zh: '每行写一条', en: 'write one line for each row' },
  };
}
