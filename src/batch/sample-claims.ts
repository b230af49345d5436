import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { SampleClaims } from '#application/ports/claims-batch';
import { withDuckDb } from '#batch/duckdb';
import { quoteText } from '#batch/quote';

/** The insurance year of the made-up claims. */
const SAMPLE_YEAR = 2025;

/**
 * Writes made-up claims of inpatient care, clustered by person: five persons to twelve claims, who have one to
 * five of them each. Everything follows from the seed and the row's number; no real person's data comes into it.
 */
export async function writeSampleClaims({ rows, seed, output }: SampleClaims): Promise<void> {
  const path = resolve(output);
  const scratch = `${path}.partial-${process.pid}`;
  try {
    await withDuckDb({}, async (connection) => {
      // Unpacked faster than the default, at the same size.
      const format = '(FORMAT parquet, COMPRESSION lz4_raw)';
      await connection.run(`COPY (${sampleSql(rows, seed)}) TO ${quoteText(scratch)} ${format}`);
    });
    await rename(scratch, path);
  } finally {
    await rm(scratch, { force: true });
  }
}

/** Bits of a row's or a person's number are drawn from one mixed number, each use from bits of its own. */
function sampleSql(rows: number, seed: number): string {
  const bits = (of: 'r' | 'p' | 'q', from: number, count: number): string =>
    `((${of} >> ${from}) & ${2 ** count - 1})::BIGINT`;
  const pick = (texts: readonly string[], at: string): string =>
    `[${texts.map(quoteText).join(', ')}][${at} % ${texts.length} + 1]`;
  return `
    WITH placed AS (
      SELECT i, (i // 12) * 5 + CASE WHEN i % 12 < 1 THEN 0 WHEN i % 12 < 3 THEN 1 WHEN i % 12 < 4 THEN 2
        WHEN i % 12 < 9 THEN 3 ELSE 4 END AS person,
        CASE WHEN i % 12 < 1 THEN 0 WHEN i % 12 < 3 THEN i % 12 - 1 WHEN i % 12 < 4 THEN 0
        WHEN i % 12 < 9 THEN i % 12 - 4 ELSE i % 12 - 9 END AS nth
      FROM range(${rows}) numbers(i)
    ), mixed AS (
      SELECT *, hash(i, ${seed}) AS r, hash(i, ${seed}, 1) AS q, hash(person, ${seed}, 2) AS p FROM placed
    ), drawn AS (
      SELECT *, DATE '${SAMPLE_YEAR}-01-01' + (nth * 60 + ${bits('r', 0, 10)} % 50)::INTEGER AS admitted_on,
        (20000 + ${bits('r', 10, 19)}) * CASE WHEN ${bits('r', 30, 7)} < 90 THEN 1
          WHEN ${bits('r', 30, 7)} < 122 THEN 5 ELSE 40 END AS cost_fen,
        ${bits('p', 0, 8)} % 3 AS kind
      FROM mixed
    ), parts AS (
      SELECT *, cost_fen * (${bits('q', 0, 8)} % 15) // 100 AS self_paid_fen,
        cost_fen * (${bits('q', 8, 8)} % 5) // 100 AS above_limit_fen
      FROM drawn
    )
    SELECT person, ${SAMPLE_YEAR}::SMALLINT AS year, ${pick(['east', 'west', 'north', 'south', 'centre'], bits('p', 8, 8))} AS place,
      ${pick(['employee', 'retiree', 'resident'], 'kind')} AS person_kind,
      ${pick(['primary', 'secondary', 'tertiary'], bits('r', 40, 8))} AS hospital_level,
      ${pick(['first', 'second', 'later'], 'least(nth, 2)')} AS admission_number,
      ${pick(['local', 'local', 'local', 'local', 'local', 'local', 'referred', 'unreferred'], bits('q', 16, 8))} AS off_site_path,
      admitted_on, admitted_on + (1 + ${bits('q', 24, 8)} % 20)::INTEGER AS discharged_on,
      CASE kind WHEN 0 THEN DATE '1966-01-01' WHEN 1 THEN DATE '1936-01-01' ELSE DATE '1950-01-01' END
        + (${bits('p', 16, 16)} % CASE kind WHEN 2 THEN 27000 ELSE 10900 END)::INTEGER AS born_on,
      ${bits('p', 32, 4)} = 0 AS aided,
      cost_fen::INTEGER AS cost_fen, self_paid_fen::INTEGER AS self_paid_fen, above_limit_fen::INTEGER AS above_limit_fen,
      ((cost_fen - self_paid_fen - above_limit_fen) * (${bits('q', 32, 8)} % 40) // 100)::INTEGER AS first_pay_base_fen
    FROM parts`;
}
