import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DOUBLE, DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import { refusedReasons } from '#application/benefit/refused-reasons';
import type { RefusedClaim } from '#application/ports/claims-batch';
import { present } from '#kernel/assert';
import type { Refusal } from '#kernel/decision';
import { daysOf } from '#rules/formula/day-number';
import type { Formula } from '#rules/formula/node';
import { plainDate } from '#kernel/plain-date';
import { encodeVector, joinVectors } from '#rules/targets/encode-vector';
import { planTargets } from '#rules/targets/plan';
import type { ColumnChunk, ColumnResults, Vectors } from '#rules/targets/rows';
import { generateRows } from '#tests/support/formula-rows';
import type { RowField } from '#tests/support/formula-rows-fields';
import { runOracle } from '#tests/support/formula-rows-oracle';
import { planTrial } from '#tests/support/formula-rows-story';
import { inpatientTrial } from '#tests/support/inpatient-place';

/** Generated claims of the invented place, as the oracle prices them. */
export interface TrialClaims {
  readonly formula: Formula;
  readonly outputs: readonly string[];
  readonly vectors: Vectors;
  /** The last version's figures at all times. */
  readonly lastOnly: Vectors;
  readonly versionsFrom: readonly number[];
  readonly oracle: ColumnResults;
  readonly reasons: (claim: RefusedClaim) => readonly Refusal[];
  /** Where a column stands among the fields. */
  readonly fieldOrder: (column: string) => number;
  readonly fields: readonly RowField[];
  readonly chunk: ColumnChunk;
}

const AMOUNTS = ['fundPaid', 'largeExpensePaid', 'personPaid', 'deductible'];

export function buildClaims(rows: number): TrialClaims {
  const { formula: whole, ...rest } = inpatientTrial('factor');
  const outputs = AMOUNTS.map((name) => [name, present(whole.outputs[name], name)] as const);
  const formula = { ...whole, outputs: Object.fromEntries(outputs) };
  const trial = planTrial({ ...rest, formula });
  const [chunk] = [...generateRows(trial, { seed: 7, rows })];
  const target = planTargets(formula);
  const encoded = trial.vectors.map(([, vector]) => encodeVector(target, vector));
  const none = { cells: new Float64Array(target.cellCount).fill(Number.NaN) };
  const last = present(encoded.at(-1), 'a last vector');
  const [first, ...others] = trial.vectors;
  return {
    formula,
    outputs: AMOUNTS,
    vectors: joinVectors([...encoded, none]),
    lastOnly: joinVectors([...encoded.map(() => last), none]),
    // Generated rows before the first version take its figures.
    versionsFrom: [daysOf(plainDate(1800, 1, 1)), ...others.map(([day]) => daysOf(day))],
    oracle: runOracle(trial, present(chunk, 'rows')),
    reasons: (claim) => {
      const values = [...trial.vectors, present(first, 'a first vector')].map(([, vector]) => vector);
      return refusedReasons(formula, claim, values).refusals;
    },
    fieldOrder: (column) => trial.fields.findIndex(({ field }) => columnOf(field) === column),
    fields: trial.fields,
    chunk: present(chunk, 'rows'),
  };
}

/** Writes the claims, or those for which a condition holds, in an order and through a query over `claims`. */
export async function writeClaims(
  { fields, chunk }: TrialClaims,
  path: string,
  where = 'true',
  order = 'number',
  query = 'SELECT * FROM claims',
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const connection = await (await DuckDBInstance.create()).connect();
  const names = ['number', 'person', ...fields.map(({ field }) => field)];
  await connection.run(`CREATE TABLE raw (${names.map((name) => `${name} DOUBLE`).join(', ')})`);
  const appender = await connection.createAppender('raw');
  for (const rows of numbersOf(fields, chunk)) {
    const part = DuckDBDataChunk.create(names.map(() => DOUBLE));
    part.setRows(rows);
    appender.appendDataChunk(part);
  }
  appender.closeSync();
  await connection.run(`CREATE VIEW claims AS SELECT * EXCLUDE (number) FROM (
    SELECT number, person::BIGINT AS person, 2025::SMALLINT AS year, ${fields.map(factSql).join(', ')}
    FROM raw WHERE ${where} ORDER BY ${order})`);
  await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
  connection.closeSync();
}

/** Rows of a query, each an object of its columns. */
export async function runRows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjects();
}

function* numbersOf(
  fields: readonly RowField[],
  { columns, starts, length }: ColumnChunk,
): Generator<(number | null)[][]> {
  let person = 0;
  let rows: (number | null)[][] = [];
  for (let row = 0; row < length; row += 1) {
    person += starts?.[row] ?? 0;
    const facts = fields.map(({ field }) => {
      const { data, missing } = present(columns.get(field), field);
      return missing?.[row] === 1 ? null : (data[row] ?? null);
    });
    rows.push([row, person, ...facts]);
    if (rows.length < 2048 && row < length - 1) continue;
    yield rows;
    rows = [];
  }
}

function factSql({ field, unit, options = [] }: RowField): string {
  const column = columnOf(field);
  switch (unit) {
    case 'date':
      return `DATE '1970-01-01' + ${field}::INTEGER AS ${column}`;
    case 'truth':
      return `${field} = 1 AS ${column}`;
    case 'choice':
      return `[${options.map((option) => `'${option}'`).join(', ')}][${field}::INTEGER + 1] AS ${column}`;
    default:
      return `${field}::BIGINT AS ${column}_fen`;
  }
}

function columnOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
