import type { DuckDBConnection } from '@duckdb/node-api';
import type { RefusedClaim } from '#application/ports/claims-batch';
import { columnNameOf } from '#batch/claim-columns';
import { placeOfNumber, rowNumberSql } from '#batch/claim-number';
import { FIELDS_AT, VECTOR_AT, type ClaimQuery } from '#batch/claim-query';
import { PERSON, YEAR } from '#batch/claim-units';
import { parquet, type ClaimsFiles } from '#batch/claims-file';
import { rowsOf } from '#batch/duckdb';
import { quoteName, quoteText } from '#batch/quote';
import type { RefusedRow, WorkerSetup } from '#batch/unit-tasks';
import type { FormulaFigure } from '#rules/formula/figure';
import { decodeFigure } from '#rules/targets/encode-figure';
import type { FieldPlan } from '#rules/targets/rows';

type Row = Readonly<Record<string, unknown>>;

/** Reads refused claims again as the oracle takes them, each with the person's claims of the year before it. */
export async function refusedYears(
  connection: DuckDBConnection,
  claims: ClaimsFiles,
  { query, sources, scenarios }: WorkerSetup,
  refused: readonly RefusedRow[],
): Promise<readonly RefusedClaim[]> {
  if (refused.length === 0) return [];
  const numbers = refused.map(({ number }) => number);
  const rows = await readYears(connection, query, claims, numbers);
  return refused.map(({ number, scenario }) => {
    const { file, row } = placeOfNumber(number);
    const own = rows.find((each) => each[NUMBER] === number);
    const year = rows.filter((each) => each[NUMBER] === number || (query.hasYears && isEarlier(each, own)));
    return {
      file: sources[file] ?? '',
      row,
      scenario: scenarios[scenario]?.name ?? '',
      year: year.map((each) => ({ inputs: inputsOf(each, query.fields), vector: Number(each[VERSION]) })),
    };
  });
}

/** Earlier in the file, and of the same person and year. */
function isEarlier(row: Row, own: Row | undefined): boolean {
  return row[YEAR_KEY] === own?.[YEAR_KEY] && Number(row[PLACE]) < Number(own?.[PLACE]);
}

/** Rows with these numbers; where years matter, with all claims of the same persons and years. */
async function readYears(
  connection: DuckDBConnection,
  query: ClaimQuery,
  claims: ClaimsFiles,
  numbers: readonly number[],
): Promise<readonly Row[]> {
  const isAsked = `${quoteName(NUMBER)} IN (${numbers.join(', ')})`;
  if (!query.hasYears) return rowsOf(connection, factsSql(query, claims, isAsked));
  const persons = await rowsOf(
    connection,
    factsSql(query, claims, isAsked, [`${PERSON_TEXT} AS ${quoteName(PERSON_KEY)}`]),
  );
  // By the persons themselves, so that the reader skips the row groups of all others.
  const type = claims.columns.get(PERSON) ?? 'VARCHAR';
  const list = persons.map((row) => `CAST(${quoteText(String(row[PERSON_KEY]))} AS ${type})`);
  const keys = persons.map((row) => quoteText(String(row[YEAR_KEY])));
  const isTheirs = `${quoteName(PERSON)} IN (${list.join(', ')}) AND ${quoteName(YEAR_KEY)} IN (${keys.join(', ')})`;
  return rowsOf(connection, factsSql(query, claims, isTheirs));
}

/** Columns of these queries, by names that no file's own columns have. */
const NUMBER = 'tongchou number';
const PLACE = 'tongchou place';
const VERSION = 'tongchou version';
const YEAR_KEY = 'tongchou year';
const PERSON_KEY = 'tongchou person';

const PERSON_TEXT = `${quoteName(PERSON)}::VARCHAR`;

function factsSql(
  query: ClaimQuery,
  { files, isSorted }: ClaimsFiles,
  where: string,
  further: readonly string[] = [],
): string {
  const facts = query.fields.map(({ field, unit }, at) => {
    const column = quoteName(columnNameOf(field));
    if (unit === 'choice') return `${column}::VARCHAR AS f${at}`;
    if (unit === 'date') return `(${column} - DATE '1970-01-01')::DOUBLE AS f${at}`;
    return `(${query.select[FIELDS_AT - 1 + at] ?? 'NULL'})::DOUBLE AS f${at}`;
  });
  const key = query.hasYears ? `${quoteName(YEAR)}::VARCHAR || ' ' || ${PERSON_TEXT}` : `''`;
  const perFile = files.map(
    (path, file) =>
      `SELECT ${rowNumberSql({ file, isSorted })}::DOUBLE AS ${quoteName(NUMBER)},
       file_row_number AS ${quoteName(PLACE)}, ${key} AS ${quoteName(YEAR_KEY)},
       ${query.select[VECTOR_AT - 1] ?? '0'} AS ${quoteName(VERSION)}, ${[...further, ...facts].join(', ')}
       FROM ${parquet(path)} WHERE ${where}`,
  );
  return `SELECT * FROM (${perFile.join(' UNION ALL ')}) ORDER BY ${quoteName(PLACE)}`;
}

function inputsOf(row: Row, fields: readonly FieldPlan[]): ReadonlyMap<string, FormulaFigure> {
  const inputs = new Map<string, FormulaFigure>();
  for (const [at, field] of fields.entries()) {
    const fact = row[`f${at}`];
    if (fact === null || fact === undefined) continue;
    const { unit, scale } = field;
    const figure =
      unit === 'choice' && typeof fact === 'string'
        ? { unit, choice: fact }
        : decodeFigure(Number(fact), unit, scale);
    inputs.set(field.field, figure);
  }
  return inputs;
}
