import { join } from 'node:path';
import { DOUBLE, DuckDBDataChunk, type DuckDBAppender, type DuckDBConnection } from '@duckdb/node-api';
import { columnNameOf } from '#batch/claim-columns';
import { placeSql } from '#batch/claim-number';
import { quoteName, quoteText } from '#batch/quote';
import type { ClaimChunk } from '#batch/unit-chunks';
import type { UnitTask, WorkerSetup } from '#batch/unit-tasks';
import type { ColumnResults } from '#rules/targets/rows';

/** Rows of one part: four row groups. They wait in memory as columns until the part is written. */
const PART_ROWS = 4 * 122_880;

/**
 * Writes a unit's results as Parquet parts, in the order of its rows: the file, the row's number in it, and each
 * output in fen, NULL where the claim was refused.
 */
export class PartWriter {
  readonly #connection: DuckDBConnection;
  readonly #folder: string;
  readonly #task: UnitTask;
  readonly #select: string;
  readonly #columns: number;
  readonly #parts: string[] = [];
  #appender: DuckDBAppender | undefined;
  #rows = 0;

  constructor(connection: DuckDBConnection, folder: string, task: UnitTask, setup: WorkerSetup) {
    this.#connection = connection;
    this.#folder = folder;
    this.#task = task;
    const names = outputColumns(setup);
    this.#columns = 1 + names.length;
    this.#select = [
      ...placeSql('c0', setup.sources),
      ...names.map((name, at) => {
        const column = `c${at + 1}`;
        return `CASE WHEN isnan(${column}) THEN NULL ELSE ${column}::BIGINT END AS ${quoteName(name)}`;
      }),
    ].join(', ');
  }

  async write({ rows, numbers }: ClaimChunk, results: readonly ColumnResults[]): Promise<void> {
    this.#appender ??= await this.#begin();
    const chunk = DuckDBDataChunk.create(
      Array.from({ length: this.#columns }, () => DOUBLE),
      rows.length,
    );
    const columns = [numbers(), ...results.flatMap(({ outputs }) => outputs)];
    for (const [at, column] of columns.entries()) fillColumn(chunk, at, column, rows.length);
    this.#appender.appendDataChunk(chunk);
    this.#rows += rows.length;
    if (this.#rows >= PART_ROWS) await this.#end();
  }

  /** @returns the parts, in the order of the rows; the first unit has one even where there are no rows */
  async close(): Promise<readonly string[]> {
    if (this.#task.number === 0 && this.#parts.length === 0) this.#appender ??= await this.#begin();
    await this.#end();
    return this.#parts;
  }

  async #begin(): Promise<DuckDBAppender> {
    const columns = Array.from({ length: this.#columns }, (_, at) => `c${at} DOUBLE`);
    await this.#connection.run(`CREATE OR REPLACE TABLE part (${columns.join(', ')})`);
    return this.#connection.createAppender('part');
  }

  async #end(): Promise<void> {
    if (this.#appender === undefined) return;
    this.#appender.closeSync();
    this.#appender = undefined;
    this.#rows = 0;
    const number = (of: number): string => of.toString().padStart(5, '0');
    const part = join(
      this.#folder,
      `part-${number(this.#task.number)}-${number(this.#parts.length)}.parquet`,
    );
    await this.#connection.run(
      `COPY (SELECT ${this.#select} FROM part) TO ${quoteText(part)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    await this.#connection.run('DROP TABLE part');
    this.#parts.push(part);
  }
}

/** `fund_paid_fen`; with several scenarios each output once for each, as `base.fund_paid_fen`. */
function outputColumns({ outputs, scenarios }: WorkerSetup): readonly string[] {
  return scenarios.flatMap(({ name }) =>
    outputs.map((output) => `${scenarios.length > 1 ? `${name}.` : ''}${columnNameOf(output)}_fen`),
  );
}

interface FillableVector {
  readonly items: Float64Array;
  flush(): void;
}

function fillColumn(chunk: DuckDBDataChunk, at: number, figures: Float64Array, length: number): void {
  const vector = chunk.getColumnVector(at) as unknown as FillableVector;
  vector.items.set(figures.subarray(0, length));
  vector.flush();
}
