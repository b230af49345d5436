import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClaimChunk } from '#batch/unit-chunks';
import { unitChunks } from '#batch/unit-chunks';
import { GroupSums } from '#batch/group-sums';
import { DECILES } from '#batch/deciles';
import { PartWriter } from '#batch/part-writer';
import { stopped } from '#batch/refusals';
import {
  MOST_REFUSED,
  type Pace,
  type RefusedRow,
  type UnitOutcome,
  type UnitTask,
  type WorkerSetup,
} from '#batch/unit-tasks';
import { yearlyCosts } from '#batch/yearly-costs';
import { present } from '#kernel/assert';
import { compileColumns, type ColumnsProgram } from '#rules/targets/columns';
import { planTargets, type TargetPlan } from '#rules/targets/plan';
import type { Carried, ColumnChunk, ColumnResults, Vectors } from '#rules/targets/rows';
import { scaledSize } from '#rules/targets/scale';
import { boundsOf } from '#rules/formula/bounds';

/** A formula ready to price units: compiled once a thread. */
export interface Pricing {
  readonly setup: WorkerSetup;
  readonly plan: TargetPlan;
  readonly program: ColumnsProgram;
  /** The greatest magnitude of any output. */
  readonly greatest: bigint;
}

/** Rows after which progress is told. */
const TOLD_ROWS = 16 * 2048;

/** Rows of a chunk that the engine gives at most; a unit's results are kept no longer than one chunk. */
const CHUNK_ROWS = 2048;

export function preparePricing(setup: WorkerSetup): Pricing {
  const plan = planTargets(setup.formula, setup.outputs);
  const bounds = boundsOf(setup.formula);
  const sizes = setup.outputs.map((name) => {
    const range = bounds.range(present(setup.formula.outputs[name], name));
    return range === undefined ? BigInt(Number.MAX_SAFE_INTEGER) : scaledSize(range, 1n);
  });
  const greatest = sizes.reduce((most, size) => (size > most ? size : most), 1n);
  return { setup, plan, program: compileColumns(plan), greatest };
}

/** Rows stream over one connection while parts are written over the other. */
export interface UnitConnections {
  readonly reading: DuckDBConnection;
  readonly writing: DuckDBConnection;
}

/** Performs a task: reads what each year cost, or prices the unit. */
export async function priceUnit(
  connections: UnitConnections,
  pricing: Pricing,
  task: UnitTask,
  pace: Pace,
): Promise<UnitOutcome> {
  if (task.step === 'price') return priceRows(connections, pricing, task, pace);
  const costs = await yearlyCosts(connections.reading, pricing.setup, task, pace);
  return costs === undefined ? STOPPED : { outcome: 'costs', costs };
}

const STOPPED: UnitOutcome = { outcome: 'refused', refusal: stopped() };

/** Prices one unit in every scenario, adds up its groups and writes its parts of the output. */
async function priceRows(
  { reading, writing }: UnitConnections,
  pricing: Pricing,
  task: UnitTask,
  pace: Pace,
): Promise<UnitOutcome> {
  const { setup, program } = pricing;
  const grouping = new Grouping(setup, task.deciles);
  const runs = setup.scenarios.map(({ vectors }) => ({
    vectors,
    carried: program.newCarried(),
    results: program.newResults(CHUNK_ROWS),
    sums: new GroupSums(grouping.count, setup.outputs.length, pricing.greatest),
  }));
  const writer =
    setup.partsFolder === undefined ? undefined : new PartWriter(writing, setup.partsFolder, task, setup);
  const refused: RefusedRow[] = [];
  let [rows, untold] = [0, 0];
  for await (const chunk of unitChunks(reading, setup, task.unit)) {
    if (pace.isStopped()) return STOPPED;
    if (chunk.refusal !== undefined) return { outcome: 'refused', refusal: chunk.refusal };
    const groupOf = grouping.of(chunk);
    for (const [scenario, { vectors, carried, results, sums }] of runs.entries()) {
      runChunk(pricing, chunk.rows, vectors, carried, results);
      sums.add(results, chunk.rows.length, groupOf);
      if (refused.length < MOST_REFUSED) noteRefused(refused, chunk, results, scenario);
    }
    await writer?.write(
      chunk,
      runs.map(({ results }) => results),
    );
    rows += chunk.rows.length;
    untold += chunk.rows.length;
    if (untold >= TOLD_ROWS) {
      pace.progress(untold);
      untold = 0;
    }
  }
  pace.progress(untold);
  const parts = (await writer?.close()) ?? [];
  return { outcome: 'priced', rows, totals: runs.map(({ sums }) => sums.totals()), refused, parts };
}

/** Rows of one version need no look at each row's vector; only rows outside all versions see the empty one. */
function runChunk(
  { plan: { cellCount }, program }: Pricing,
  rows: ClaimChunk['rows'],
  vectors: Vectors,
  carried: Carried,
  results: ColumnResults,
): void {
  let [least, most] = [rows.vectorOf[0] ?? 0, 0];
  for (let row = 0; row < rows.length; row += 1) {
    const vector = rows.vectorOf[row] as number;
    if (vector < least) least = vector;
    if (vector > most) most = vector;
  }
  if (least === most) {
    const { vectorOf: _, ...alike } = rows;
    program.run(alike, vectors.subarray(least * cellCount, (least + 1) * cellCount), carried, results);
    return;
  }
  const chunk: ColumnChunk = rows;
  program.run(chunk, vectors.subarray(0, (most + 1) * cellCount), carried, results);
}

function noteRefused(
  into: RefusedRow[],
  { rows, numbers }: ClaimChunk,
  { valid }: ColumnResults,
  scenario: number,
): void {
  let at = valid.indexOf(0);
  while (at !== -1 && at < rows.length && into.length < MOST_REFUSED) {
    into.push({ number: numbers()[at] ?? 0, scenario });
    at = valid.indexOf(0, at + 1);
  }
}

/** Which group a row lies in: the positions of its members, each column's none after them, in one number. */
class Grouping {
  readonly count: number;
  readonly #sizes: readonly number[];
  readonly #deciles: Uint8Array | undefined;
  readonly #groupOf = new Uint16Array(CHUNK_ROWS);
  #year = -1;

  constructor({ query, hasDeciles }: WorkerSetup, deciles: Uint8Array | undefined) {
    this.#sizes = query.groups.map(({ members }) => members.length + 1);
    this.#deciles = hasDeciles ? deciles : undefined;
    this.count = [...this.#sizes, hasDeciles ? DECILES.length + 1 : 1].reduce((a, b) => a * b, 1);
  }

  of({ rows: { length, starts }, groups }: ClaimChunk): Uint16Array {
    const groupOf = this.#groupOf.fill(0);
    for (const [at, { data, missing }] of groups.entries()) {
      const size = this.#sizes[at] ?? 1;
      for (let row = 0; row < length; row += 1) {
        const member = missing?.[row] === 1 ? size - 1 : (data[row] as number);
        groupOf[row] = (groupOf[row] as number) * size + member;
      }
    }
    if (this.#deciles === undefined) return groupOf;
    for (let row = 0; row < length; row += 1) {
      this.#year += starts[row] as number;
      groupOf[row] = (groupOf[row] as number) * (DECILES.length + 1) + (this.#deciles[this.#year] as number);
    }
    return groupOf;
  }
}
