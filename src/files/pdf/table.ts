import type { ReportCell, ReportColumn, ReportTable } from '#application/exports/report';
import { formatYuanGrouped, parseYuan } from '#kernel/fen';
import { heightOf, INK, type Pen } from '#files/pdf/pen';

/** Sizes of type that a table may have, largest first: it takes the first in which all its columns stand side by side. */
const SIZES = [8, 7.5, 7, 6.5, 6, 5.5] as const;
const SMALLEST = 5.5;
const PADDING = { x: 3, y: 2.5 } as const;
/** Prose narrower than this is no longer read with ease. */
const LEAST_PROSE = 110;
/** A heading is broken between its words; one of more characters than this may be broken itself. */
const HEADING_CHARACTERS = 8;
/** So many rows at the end of a table stand on one page, with what belongs below it: a closing line is never alone. */
const CLOSING_ROWS = 4;
const NOTHING = '—';

interface PlacedColumn {
  readonly column: ReportColumn;
  readonly index: number;
  readonly width: number;
}

interface Band {
  readonly size: number;
  readonly columns: readonly PlacedColumn[];
}

/**
 * Draws a table over as many pages as it takes, its head on each. Columns that do not fit beside one another even in the
 * smallest type go into further tables below, each with the first column again: none is cut.
 * @param tail points that stand below the table on its last page (0: nothing does). With a tail the table takes the
 *   largest type in which all of it fits on what is left of the page, if there is one.
 */
export function drawTable(pen: Pen, table: ReportTable, tail: number): void {
  for (const band of bandsOf(pen, table, tail)) drawBand(pen, table, band, tail);
}

function bandsOf(pen: Pen, table: ReportTable, tail: number): readonly Band[] {
  const whole = SIZES.flatMap((size): readonly Band[] => {
    const columns = place(pen, table, size, allOf(table));
    return columns === undefined ? [] : [{ size, columns }];
  });
  const [largest] = whole;
  if (largest !== undefined) {
    const fitting =
      tail === 0 ? largest : whole.find((band) => bandHeight(pen, table, band) + tail <= pen.left);
    return [fitting ?? largest];
  }
  const [first, ...others] = allOf(table);
  if (first === undefined) return [];
  const bands: Band[] = [];
  let current = [first];
  for (const index of others) {
    if (place(pen, table, SMALLEST, [...current, index]) === undefined && current.length > 1) {
      bands.push(band(pen, table, current));
      current = [first];
    }
    current.push(index);
  }
  return [...bands, band(pen, table, current)];
}

function band(pen: Pen, table: ReportTable, indices: readonly number[]): Band {
  return { size: SMALLEST, columns: place(pen, table, SMALLEST, indices) ?? squeezed(pen, table, indices) };
}

/** The last resort for columns that are wider than a page by themselves: equal parts, their text broken into lines. */
function squeezed(pen: Pen, table: ReportTable, indices: readonly number[]): readonly PlacedColumn[] {
  const width = pen.bodyWidth / indices.length;
  return columnsAt(table, indices).map((placed) => ({ ...placed, width }));
}

function allOf(table: ReportTable): readonly number[] {
  return table.columns.map((_, index) => index);
}

function columnsAt(table: ReportTable, indices: readonly number[]): readonly Omit<PlacedColumn, 'width'>[] {
  return indices.flatMap((index) => {
    const column = table.columns[index];
    return column === undefined ? [] : [{ column, index }];
  });
}

/** Widths that fill the page, or undefined where the columns do not fit in this size of type. */
function place(
  pen: Pen,
  table: ReportTable,
  size: number,
  indices: readonly number[],
): readonly PlacedColumn[] | undefined {
  const columns = columnsAt(table, indices).map((placed) => ({
    ...placed,
    width: naturalWidth(pen, table, placed, size),
  }));
  const sum = (of: readonly PlacedColumn[]): number => of.reduce((total, { width }) => total + width, 0);
  const prose = columns.filter(({ column }) => column.content === 'prose');
  const room = pen.bodyWidth - sum(columns) + sum(prose);
  if (prose.length === 0) {
    const spare = (pen.bodyWidth - sum(columns)) / columns.length;
    return spare < 0 ? undefined : columns.map((placed) => ({ ...placed, width: placed.width + spare }));
  }
  const least = prose.map(({ width }) => Math.min(width, LEAST_PROSE)).reduce((a, b) => a + b, 0);
  if (room < least) return undefined;
  const wanted = sum(prose) - least;
  const share = wanted === 0 ? 0 : (room - least) / wanted;
  return columns.map((placed) => {
    if (placed.column.content !== 'prose') return placed;
    const own = Math.min(placed.width, LEAST_PROSE);
    return { ...placed, width: own + (placed.width - own) * share };
  });
}

function naturalWidth(
  pen: Pen,
  { rows, totals = [] }: ReportTable,
  { column, index }: Omit<PlacedColumn, 'width'>,
  size: number,
): number {
  const cells = [...rows, totals].map((row) => pen.widthOf(shown(row[index] ?? null, column), size));
  const words = column.header.split(' ').map((word) => pen.widthOf(word.slice(0, HEADING_CHARACTERS), size));
  return Math.max(...words, ...cells) + 2 * PADDING.x;
}

/** A table's rows broken into lines for the columns of a band. */
interface BandLines {
  readonly head: Lines;
  readonly rows: readonly Lines[];
  readonly totals: Lines | undefined;
}

function bandLines(
  pen: Pen,
  { columns, rows, totals }: ReportTable,
  { size, columns: placed }: Band,
): BandLines {
  return {
    head: headLines(pen, columns, placed, size),
    rows: rows.map((row) => cellLines(pen, row, placed, size)),
    totals:
      totals === undefined
        ? undefined
        : cellLines(
            pen,
            totals.map((cell) => cell ?? ''),
            placed,
            size,
          ),
  };
}

function bandHeight(pen: Pen, table: ReportTable, band: Band): number {
  const { head, rows, totals } = bandLines(pen, table, band);
  return heightOfRows([head, ...rows, ...(totals === undefined ? [] : [totals])], band.size);
}

function heightOfRows(rows: readonly Lines[], size: number): number {
  return rows.reduce((sum, lines) => sum + rowHeight(lines, size), 0);
}

function drawBand(pen: Pen, table: ReportTable, band: Band, tail: number): void {
  const { size, columns: placed } = band;
  const { head, rows, totals } = bandLines(pen, table, band);
  const drawHead = (): void => drawRow(pen, head, placed, size, 'head');
  pen.need(rowHeight(head, size) * 3);
  drawHead();
  const closing = Math.max(0, rows.length - CLOSING_ROWS);
  for (const [index, lines] of rows.entries()) {
    if (index === closing && index > 0) keepTogether(pen, rows.slice(closing), totals, size, tail, drawHead);
    drawFitting(pen, lines, placed, size, drawHead);
  }
  if (totals === undefined) return;
  if (pen.need(rowHeight(totals, size))) drawHead();
  drawRow(pen, totals, placed, size, 'total');
  pen.y += 6;
}

/** Moves the closing rows to a new page where they, with what belongs below, do not fit on this one. */
function keepTogether(
  pen: Pen,
  closing: readonly Lines[],
  totals: Lines | undefined,
  size: number,
  tail: number,
  drawHead: () => void,
): void {
  const height = heightOfRows([...closing, ...(totals === undefined ? [] : [totals])], size) + tail;
  if (height <= WHOLE_PAGE && pen.need(height)) drawHead();
}

/** Draws a row, on a new page where it does not fit; one that is higher than a page goes on over several. */
function drawFitting(
  pen: Pen,
  lines: Lines,
  placed: readonly PlacedColumn[],
  size: number,
  drawHead: () => void,
): void {
  let rest = lines;
  if (pen.need(Math.min(rowHeight(rest, size), WHOLE_PAGE))) drawHead();
  while (rowHeight(rest, size) > pen.left) {
    const fitting = Math.max(1, Math.floor((pen.left - 2 * PADDING.y) / heightOf(size)));
    drawRow(
      pen,
      rest.map((cell) => cell.slice(0, fitting)),
      placed,
      size,
      'row',
    );
    rest = rest.map((cell) => cell.slice(fitting));
    if (pen.need(WHOLE_PAGE)) drawHead();
  }
  drawRow(pen, rest, placed, size, 'row');
}

/** A row so high begins on a new page, if it does not fit on what is left of this one. */
const WHOLE_PAGE = 300;

/** For each cell its lines. */
type Lines = readonly (readonly string[])[];

function cellLines(
  pen: Pen,
  row: readonly ReportCell[],
  placed: readonly PlacedColumn[],
  size: number,
): Lines {
  return placed.map(({ column, index, width }) =>
    pen.linesOf(shown(row[index] ?? null, column), size, width - 2 * PADDING.x + 0.01),
  );
}

/** Headings in lines: one that is too long for its column is broken between its words. */
function headLines(
  pen: Pen,
  columns: readonly ReportColumn[],
  placed: readonly PlacedColumn[],
  size: number,
): Lines {
  return placed.map(({ index, width }) => {
    const header = columns[index]?.header ?? '';
    const room = width - 2 * PADDING.x + 0.01;
    return pen.linesOf(pen.widthOf(header, size) > room ? header.replaceAll(' ', '\n') : header, size, room);
  });
}

function rowHeight(lines: Lines, size: number): number {
  return heightOf(size, Math.max(1, ...lines.map((cell) => cell.length))) + 2 * PADDING.y;
}

function drawRow(
  pen: Pen,
  lines: Lines,
  placed: readonly PlacedColumn[],
  size: number,
  kind: 'head' | 'row' | 'total',
): void {
  const height = rowHeight(lines, size);
  const { document } = pen;
  const width = placed.reduce((total, column) => total + column.width, 0);
  if (kind !== 'row') document.rect(pen.page.side, pen.y, width, height).fill(INK.head);
  let x = pen.page.side;
  for (const [at, { column, width: own }] of placed.entries()) {
    const isFigure = column.content === 'amount' || column.content === 'number';
    for (const [row, line] of (lines[at] ?? []).entries()) {
      const left = isFigure ? x + own - PADDING.x - pen.widthOf(line, size) : x + PADDING.x;
      pen.line(line, left, pen.y + PADDING.y + heightOf(size, row), size);
    }
    x += own;
  }
  drawRules(pen, placed, height);
  pen.y += height;
  document
    .moveTo(pen.page.side, pen.y)
    .lineTo(pen.page.side + width, pen.y)
    .lineWidth(kind === 'row' ? 0.4 : 0.8)
    .stroke(INK.line);
}

/** Vertical lines at both sides of every column, along a row. */
function drawRules({ document, page, y }: Pen, placed: readonly PlacedColumn[], height: number): void {
  let x = page.side;
  for (const width of [0, ...placed.map((column) => column.width)]) {
    x += width;
    document
      .moveTo(x, y)
      .lineTo(x, y + height)
      .lineWidth(0.4)
      .stroke(INK.line);
  }
}

/** An amount with thousands marks; what there is none of, as a dash. */
function shown(cell: ReportCell, column: ReportColumn): string {
  if (cell === null) return NOTHING;
  if (column.content !== 'amount') return cell;
  const amount = parseYuan(cell);
  return typeof amount === 'string' ? cell : formatYuanGrouped(amount);
}
