import type { DuckDBConnection } from '@duckdb/node-api';
import { parquet, type ClaimsFiles } from '#batch/claims-file';
import { rowsOf } from '#batch/duckdb';
import { quoteName, quoteText } from '#batch/quote';
import { personInTwoFiles } from '#batch/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

/** A stretch of one file that one worker takes: all rows of some persons. */
export interface ClaimUnit {
  /** Position of the file among the input's; a sorted copy is one file and tells of each row whence it came. */
  readonly file: number;
  readonly isSorted: boolean;
  /** SQL that holds for the unit's rows. */
  readonly where: string;
}

export const PERSON = 'person';
export const YEAR = 'year';

/** Stretches for each worker, so that one that meets slow rows does not keep the others waiting. */
const UNITS_PER_WORKER = 4;

/**
 * Cuts the files between persons, near the beginnings of row groups, of which the reader then skips all others.
 * Any cut is right, as it keeps a person's rows together in their order; a good one is fast.
 */
export async function cutUnits(
  connection: DuckDBConnection,
  { files, columns, isSorted }: ClaimsFiles,
  workers: number,
): Promise<readonly ClaimUnit[]> {
  const type = columns.get(PERSON);
  const wanted = Math.ceil((workers * UNITS_PER_WORKER) / files.length);
  const units: ClaimUnit[] = [];
  for (const [file, path] of files.entries()) {
    const starts = type === undefined || wanted < 2 ? [] : await personStarts(connection, path, type);
    const cuts = evenly(starts.slice(1), wanted - 1);
    units.push(...betweenCuts(cuts, type ?? '').map((where) => ({ file, isSorted, where })));
  }
  return units;
}

/** The least person of each row group, ascending. Statistics may leave it out; then there is less to cut at. */
async function personStarts(
  connection: DuckDBConnection,
  file: string,
  type: string,
): Promise<readonly string[]> {
  const found = await rowsOf(
    connection,
    `SELECT start::VARCHAR AS text FROM (
       SELECT DISTINCT TRY_CAST(stats_min_value AS ${type}) AS start
       FROM parquet_metadata(${quoteText(file)}) WHERE path_in_schema = ${quoteText(PERSON)}
     ) WHERE start IS NOT NULL ORDER BY start`,
  );
  return found.map(({ text }) => String(text));
}

function evenly(starts: readonly string[], most: number): readonly string[] {
  if (starts.length <= most) return starts;
  return Array.from({ length: most }, (_, at) => starts[Math.floor((at * starts.length) / most)] ?? '');
}

function betweenCuts(cuts: readonly string[], type: string): readonly string[] {
  const person = quoteName(PERSON);
  const cutAt = (cut: string): string => `CAST(${quoteText(cut)} AS ${type})`;
  const [first] = cuts;
  if (first === undefined) return ['true'];
  return [
    // A row without a person belongs nowhere; it is kept in the first stretch, which refuses it by name.
    `(${person} < ${cutAt(first)} OR ${person} IS NULL)`,
    ...cuts.map((cut, at) => {
      const next = cuts[at + 1];
      const from = `${person} >= ${cutAt(cut)}`;
      return next === undefined ? from : `${from} AND ${person} < ${cutAt(next)}`;
    }),
  ];
}

/**
 * Refuses files that share a person. Files whose ranges of persons lie apart need no look at their rows; all
 * others are compared person by person.
 */
export async function checkFilesApart(
  connection: DuckDBConnection,
  input: string,
  { files, columns }: ClaimsFiles,
): Promise<Decision<undefined>> {
  if (files.length < 2 || (await areRangesApart(connection, files, columns.get(PERSON) ?? ''))) {
    return allow(undefined);
  }
  const each = files.map(
    (file, at) => `SELECT DISTINCT ${quoteName(PERSON)} AS p, ${at} AS f FROM ${parquet(file)}`,
  );
  const shared = await rowsOf(
    connection,
    `SELECT 1 FROM (${each.join(' UNION ALL ')}) WHERE p IS NOT NULL GROUP BY p HAVING count(*) > 1 LIMIT 1`,
  );
  return shared.length === 0 ? allow(undefined) : refuse(personInTwoFiles(input));
}

/** By exact statistics only: the ends of a long text may be cut off in them. */
async function areRangesApart(
  connection: DuckDBConnection,
  files: readonly string[],
  type: string,
): Promise<boolean> {
  const spans = files.map(
    (file) =>
      `SELECT min(TRY_CAST(stats_min_value AS ${type})) AS low, max(TRY_CAST(stats_max_value AS ${type})) AS high,
       bool_and(stats_min_value IS NOT NULL AND stats_max_value IS NOT NULL
         AND coalesce(min_is_exact, true) AND coalesce(max_is_exact, true)) AS known
       FROM parquet_metadata(${quoteText(file)}) WHERE path_in_schema = ${quoteText(PERSON)}`,
  );
  const [result] = await rowsOf(
    connection,
    `SELECT bool_and(known AND (before IS NULL OR before < low)) AS apart FROM (
       SELECT low, known, lag(high) OVER (ORDER BY low) AS before FROM (${spans.join(' UNION ALL ')})
     )`,
  );
  return result?.['apart'] === true;
}
