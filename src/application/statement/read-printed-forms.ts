import type { PrintedColumn } from '#domain/statement/check-printed';
import {
  lineTwice,
  notStatementFile,
  printedAmountWrong,
  unknownLine,
} from '#application/statement/printed-refusals';
import type { RawCell, RawRow, RawTable } from '#domain/reconciliation/raw-table';
import { parseDecimal, type Decimal } from '#kernel/decimal-text';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { RawStatementForm } from '#rules/pack/raw-statement';

/** Ten decimals of an amount in 亿元 reach to the fen. */
const MAX_DECIMALS = 10;

/** The headings of a file by the ids of a pack's lines. */
const BY_ID = ['form', 'line', 'column', 'amount'] as const;

/** The headings above the lines of a form as this program lays it out. */
const BY_FORM = ['项目', '行次'] as const;

type Forms = readonly RawStatementForm[];

/** A printed figure as read. */
interface PrintedFigure {
  readonly form: RawStatementForm;
  readonly line: string;
  readonly column: string;
  readonly cell: RawCell;
  /** Place in the file, for refusals. */
  readonly at: string;
  /** Whether the page is in yuan: figures are to the fen and nothing is rounded. */
  readonly isExact: boolean;
}

/**
 * Reads printed statements from a file: forms as this program exports them, each below its name with 项目 and 行次, or a
 * list of `form,line,column,amount` by the ids of the pack. Refuses, by file and line, an unknown line, a repeated line
 * and an unreadable amount.
 */
export function readPrintedForms(
  tables: readonly RawTable[],
  forms: Forms,
): Decision<readonly PrintedColumn[]> {
  const faults: Refusal[] = [];
  const figures = tables.flatMap((table) => {
    const byId = idColumns(table);
    return byId === undefined ? laidOut(table, forms, faults) : listed(table, byId, forms, faults);
  });
  if (figures.length === 0 && faults.length === 0) {
    return refuse(notStatementFile(tables[0]?.file ?? ''));
  }
  const columns = gather(figures, faults);
  return allowUnless(faults, () => columns);
}

type IdColumns = Readonly<Record<(typeof BY_ID)[number], number>>;

function idColumns({ rows }: RawTable): IdColumns | undefined {
  const header = rows.find(({ cells }) => !textOf(cells[0]).startsWith('#'));
  const found = BY_ID.map((name) => [name, header?.cells.findIndex((cell) => textOf(cell) === name) ?? -1]);
  return found.every(([, index]) => index !== -1) ? (Object.fromEntries(found) as IdColumns) : undefined;
}

function listed(
  { file, rows }: RawTable,
  { form: formAt, line: lineAt, column: columnAt, amount: amountAt }: IdColumns,
  forms: Forms,
  faults: Refusal[],
): readonly PrintedFigure[] {
  const lines = rows.filter(({ cells }) => !textOf(cells[0]).startsWith('#')).slice(1);
  return lines.flatMap(({ line: number, cells }) => {
    const at = `${file}:${number}`;
    const [id, line, column] = [formAt, lineAt, columnAt].map((index) => textOf(cells[index]));
    const form = forms.find((one) => one.id === id);
    if (form === undefined) faults.push(unknownLine(`${at} form`, id ?? ''));
    else if (!form.lines.some((one) => one.id === line)) faults.push(unknownLine(`${at} line`, line ?? ''));
    else {
      const cell = cells[amountAt] ?? { text: '', isNumber: false };
      return [{ form, line: line ?? '', column: column ?? '', cell, at, isExact: false }];
    }
    return [];
  });
}

/** Reads the forms of a table one after another: a title, the headings of the columns, and lines by name and number. */
function laidOut({ file, rows }: RawTable, forms: Forms, faults: Refusal[]): readonly PrintedFigure[] {
  const isExact = rows.some(({ cells }) => textOf(cells[0]) === '单位' && textOf(cells[1]) === '元');
  const found: PrintedFigure[] = [];
  let form: RawStatementForm | undefined;
  let heads: readonly string[] = [];
  for (const row of rows) {
    const [first, number, ...rest] = row.cells.map(textOf);
    const titled = forms.find(({ name }) => first === name.zh || first?.startsWith(`${name.zh}（`) === true);
    if (titled !== undefined && (number ?? '') === '') {
      [form, heads] = [titled, []];
    } else if (first === BY_FORM[0] && number === BY_FORM[1]) {
      heads = rest;
    } else if (form !== undefined && heads.length > 0 && /^[1-9]\d*$/.test(number ?? '')) {
      found.push(...lineFigures(row, { form, heads, isExact, file }, faults));
    }
  }
  return found;
}

function lineFigures(
  { line: row, cells }: RawRow,
  {
    form,
    heads,
    isExact,
    file,
  }: Pick<PrintedFigure, 'form' | 'isExact'> & {
    readonly heads: readonly string[];
    readonly file: string;
  },
  faults: Refusal[],
): readonly PrintedFigure[] {
  const [name, number] = cells.map(textOf);
  const line = form.lines[Number.parseInt(number ?? '', 10) - 1];
  const at = `${file}:${row}`;
  if (line === undefined || line.name.zh !== name) {
    faults.push(unknownLine(at, `${number} ${name}`));
    return [];
  }
  return heads.flatMap((column, index) => {
    const cell = cells[index + BY_FORM.length];
    if (column === '' || cell === undefined || textOf(cell) === '') return [];
    return [{ form, line: line.id, column, cell, at: `${at} ${column}`, isExact }];
  });
}

function gather(figures: readonly PrintedFigure[], faults: Refusal[]): readonly PrintedColumn[] {
  const columns = new Map<string, PrintedColumn & { readonly figures: Map<string, Decimal> }>();
  for (const { form, line, column, cell, at, isExact } of figures) {
    const key = `${form.id} ${column}`;
    const own = columns.get(key) ?? { form, column, isExact, figures: new Map<string, Decimal>() };
    columns.set(key, own);
    if (own.figures.has(line)) faults.push(lineTwice(`${at} line`, line));
    const decimal = figureOf(cell);
    if (decimal === undefined) faults.push(printedAmountWrong(at, textOf(cell)));
    else own.figures.set(line, decimal);
  }
  return [...columns.values()];
}

/** A workbook stores 12.50 as 12.5: its numbers are shown with two decimals, and are as exact as these. */
const SHOWN_DECIMALS = 2;

function figureOf(cell: RawCell): Decimal | undefined {
  const decimal = parseDecimal(textOf(cell).replaceAll(/(?<=\d),(?=\d{3})/g, ''), MAX_DECIMALS);
  if (typeof decimal === 'string') return undefined;
  const lacking = cell.isNumber ? Math.max(0, SHOWN_DECIMALS - decimal.scale) : 0;
  const coefficient = decimal.coefficient * 10n ** BigInt(lacking);
  return { coefficient, scale: decimal.scale + lacking };
}

function textOf(cell: RawCell | undefined): string {
  return cell?.text.trim() ?? '';
}
