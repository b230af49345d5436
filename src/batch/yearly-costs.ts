import type { DuckDBConnection } from '@duckdb/node-api';
import { columnReader } from '#batch/chunk-columns';
import { NEXT_YEAR, ORDER_AT, OUT_OF_ORDER, unitSql } from '#batch/claim-query';
import { present } from '#kernel/assert';
import type { Pace, UnitTask, WorkerSetup } from '#batch/unit-tasks';

/**
 * What each person's year of a unit cost, in the order of the file, in fen. A year with a claim whose cost is
 * not known, or none that an account could have, has no known cost. Order is checked when the unit is priced.
 * @returns undefined where the work was stopped
 */
export async function yearlyCosts(
  connection: DuckDBConnection,
  { files, query, costSql }: WorkerSetup,
  { unit }: UnitTask,
  { isStopped }: Pick<Pace, 'isStopped'>,
): Promise<Float64Array | undefined> {
  const cost = present(costSql, 'where the cost of a claim lies');
  const select = [...query.select.slice(0, ORDER_AT), cost];
  const result = await connection.stream(
    unitSql({ select, hasYears: true }, present(files[unit.file], 'the file of the unit'), unit),
  );
  const read = columnReader(result);
  let costs = new Float64Array(1 << 16);
  let years = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return costs.slice(0, years);
    if (isStopped()) return undefined;
    const order = read(chunk, ORDER_AT).data;
    const { data, missing } = read(chunk, ORDER_AT + 1);
    for (let row = 0; row < chunk.rowCount; row += 1) {
      if (order[row] === NEXT_YEAR || (order[row] ?? 0) >= OUT_OF_ORDER || years === 0) years += 1;
      if (years > costs.length) costs = doubled(costs);
      const figure = missing?.[row] === 1 ? Number.NaN : (data[row] as number);
      (costs[years - 1] as number) += Math.abs(figure) <= GREATEST_COST ? figure : Number.NaN;
    }
  }
}

/** Ten billion yuan: no claim costs as much, and a thousand of them stay below 2^53. */
const GREATEST_COST = 1e12;

function doubled(costs: Float64Array): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(costs.length * 2);
  wider.set(costs);
  return wider;
}
