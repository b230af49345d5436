import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClaimChunk } from '#batch/unit-chunks';
import { unitChunks } from '#batch/unit-chunks';
import { GroupSums } from '#batch/group-sums';
import { DECILES } from '#batch/deciles';
import { PartWriter } from '#batch/part-writer';
import { stopped } from '#batch/refusals';
import { CHUNK_ROWS, RowResults } from '#batch/row-results';
import { ScenarioVectors } from '#batch/scenario-vectors';
import {
  MOST_REFUSED,
  type Pace,
  type RefusedRow,
  type UnitOutcome,
  type UnitTask,
  type WorkerSetup,
} from '#batch/unit-tasks';
import { yearlyCosts } from '#batch/yearly-costs';
import { compileColumns, type ColumnsProgram } from '#rules/targets/columns';
import { compileScenarios, type ScenariosProgram } from '#rules/targets/columns-scenarios';
import { planTargets } from '#rules/targets/plan';
import type { ColumnResults } from '#rules/targets/rows';

/** A formula ready to price units: compiled once a thread. */
export interface Pricing {
  readonly setup: WorkerSetup;
  readonly vectors: ScenarioVectors;
  /** Sums of all scenarios in one pass. */
  readonly sums: ScenariosProgram;
  /** Each row by itself. */
  readonly rows: ColumnsProgram;
}

/** Rows after which progress is told. */
const TOLD_ROWS = 16 * 2048;

export function preparePricing(setup: WorkerSetup): Pricing {
  const plan = planTargets(setup.formula, setup.outputs);
  return {
    setup,
    vectors: new ScenarioVectors(setup.scenarios, plan.cellCount),
    sums: compileScenarios(plan),
    rows: compileColumns(plan),
  };
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
  const { setup } = pricing;
  const scenarios = setup.scenarios.length;
  const grouping = new Grouping(setup, task.deciles);
  const sums = new GroupSums(pricing.sums, scenarios, grouping.count);
  const rowResults = new RowResults(pricing.rows, scenarios);
  const writer =
    setup.partsFolder === undefined ? undefined : new PartWriter(writing, setup.partsFolder, task, setup);
  const refused: RefusedRow[] = [];
  let [rows, untold] = [0, 0];
  for await (const chunk of unitChunks(reading, setup, task.unit)) {
    if (pace.isStopped()) return STOPPED;
    if (chunk.refusal !== undefined) return { outcome: 'refused', refusal: chunk.refusal };
    const [taken, carried] = [pricing.vectors.of(chunk.rows), sums.carried()];
    const isAnyRefused = sums.add(taken, grouping.of(chunk)) > 0;
    const isNamed = isAnyRefused && refused.length < MOST_REFUSED;
    const results = isNamed || writer !== undefined ? rowResults.of(taken, carried) : [];
    if (isNamed) results.forEach((each, scenario) => noteRefused(refused, chunk, each, scenario));
    await writer?.write(chunk, results);
    rows += chunk.rows.length;
    untold += chunk.rows.length;
    if (untold >= TOLD_ROWS) {
      pace.progress(untold);
      untold = 0;
    }
  }
  pace.progress(untold);
  const parts = (await writer?.close()) ?? [];
  return { outcome: 'priced', rows, totals: sums.totals(), refused, parts };
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
