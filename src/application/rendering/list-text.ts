import { renderTextTable } from '#application/rendering/text-table';
import { chinaTimeOf } from '#application/time/china-time';
import type { Bilingual } from '#kernel/bilingual';

type Language = keyof Bilingual;

/** What stands in a cell: a text of no language, a number, words in both languages, or nothing, which is a dash. */
export type Cell = string | number | Bilingual | null;

/** A column of a listing: what it is called, and what of a row stands in it. */
export interface ListColumn<Row> {
  readonly header: Bilingual;
  readonly align: 'left' | 'right';
  readonly cellOf: (row: Row) => Cell;
}

export function text<Row>(zh: string, en: string, cellOf: (row: Row) => Cell): ListColumn<Row> {
  return { header: { zh, en }, align: 'left', cellOf };
}

export function amount<Row>(zh: string, en: string, cellOf: (row: Row) => Cell): ListColumn<Row> {
  return { header: { zh, en }, align: 'right', cellOf };
}

/** A column of instants, given in UTC and shown in China time to the second. */
export function instant<Row>(
  zh: string,
  en: string,
  instantOf: (row: Row) => string | null,
): ListColumn<Row> {
  const cellOf = (row: Row): Cell => {
    const at = instantOf(row);
    return at === null ? null : chinaTimeOf(at);
  };
  return { header: { zh, en }, align: 'left', cellOf };
}

/** Rows as a table in one language, ended by a line break. */
export function listText<Row>(
  language: Language,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
): string {
  const heads = columns.map(({ header, align }) => ({ header: header[language], align }));
  const lines = rows.map((row) => columns.map(({ cellOf }) => cellText(language, cellOf(row))));
  return `${renderTextTable(heads, lines)}\n`;
}

/** A record as lines of what it has and what that is. */
export function recordText(language: Language, pairs: readonly (readonly [Bilingual, Cell])[]): string {
  const columns = [
    text<(typeof pairs)[number]>('项目', 'item', ([label]) => label),
    text<(typeof pairs)[number]>('内容', 'content', ([, cell]) => cell),
  ];
  return listText(language, columns, pairs);
}

function cellText(language: Language, cell: Cell): string {
  if (cell === null || cell === '') return '—';
  return typeof cell === 'object' ? cell[language] : String(cell);
}
