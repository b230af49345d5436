import type { DuckDBConnection } from '@duckdb/node-api';
import type { BatchControl, RepriceJob, RepriceResult } from '#application/ports/claims-batch';
import { cutUnits } from '#batch/claim-units';
import type { ClaimsFiles } from '#batch/claims-file';
import { DECILES, decilesOf } from '#batch/deciles';
import { groupSums, type Members } from '#batch/group-keys';
import { publishParts } from '#batch/publish-parts';
import { refusedYears } from '#batch/refused-years';
import { MOST_REFUSED, type UnitOutcome, type UnitTask, type WorkerSetup } from '#batch/unit-tasks';
import { WorkerPool } from '#batch/worker-pool';
import { assert } from '#kernel/assert';
import { allow, type Decision } from '#kernel/decision';

/** The group of tenths of persons' years by cost. */
export const DECILE = 'decile';

/** A run whose input was looked at and found good. */
export interface PreparedRun {
  readonly claims: ClaimsFiles;
  readonly setup: WorkerSetup;
  /** A folder beside the output, of which nothing stays. */
  readonly scratch: string;
}

/** Hands the stretches of the claims to workers and puts together what they find. */
export async function priceAll(
  connection: DuckDBConnection,
  { claims, setup, scratch }: PreparedRun,
  job: RepriceJob,
  control: BatchControl,
  program: URL,
): Promise<Decision<RepriceResult>> {
  const units = await cutUnits(connection, claims, job.workers);
  const pool = new WorkerPool(setup, {
    program,
    workers: Math.min(job.workers, units.length),
    progress: counted(claims.rows, control),
    stopRequested: control.stopRequested,
  });
  try {
    const tasks = units.map((unit, number): UnitTask => ({ number, unit, step: 'price' }));
    const placed = setup.hasDeciles ? await withDeciles(pool, tasks) : allow(tasks);
    const outcomes = placed.allowed ? await pool.run(placed.value) : placed;
    if (!outcomes.allowed) return outcomes;
    const priced = outcomes.value.filter(isPriced);
    const rows = priced.reduce((sum, each) => sum + each.rows, 0);
    assert(rows === claims.rows, `every row lies in one stretch: ${rows} of ${claims.rows}`);
    const first = priced.flatMap(({ refused }) => refused).slice(0, MOST_REFUSED);
    const refused = await refusedYears(connection, claims, setup, first);
    if (job.output !== undefined) {
      await publishParts(
        connection,
        priced.flatMap(({ parts }) => parts),
        scratch,
        job.output,
      );
    }
    return allow({
      rows,
      groups: inOrderOf(
        job.by,
        groupSums(
          priced.map(({ totals }) => totals),
          groupColumns(setup),
          job.scenarios,
          job.outputs.length,
        ),
        groupColumns(setup),
      ),
      refused,
    });
  } finally {
    await pool.close();
  }
}

/** Progress of the whole from what each chunk adds. */
function counted(total: number, { progress }: BatchControl): (rows: number) => void {
  let done = 0;
  return (rows) => {
    done += rows;
    progress({ done, total });
  };
}

/** What every year cost is read first: where the tenths end is known only then. */
async function withDeciles(
  pool: WorkerPool,
  tasks: readonly UnitTask[],
): Promise<Decision<readonly UnitTask[]>> {
  const outcomes = await pool.run(tasks.map((task) => ({ ...task, step: 'costs' })));
  if (!outcomes.allowed) return outcomes;
  const deciles = decilesOf(outcomes.value.flatMap((each) => (each.outcome === 'costs' ? [each.costs] : [])));
  return allow(tasks.map((task, at) => ({ ...task, deciles: deciles[at] ?? new Uint8Array(0) })));
}

function isPriced(outcome: UnitOutcome): outcome is UnitOutcome & { readonly outcome: 'priced' } {
  return outcome.outcome === 'priced';
}

/** The groups as workers number them: the columns, and the tenths last. */
function groupColumns({ query, hasDeciles }: WorkerSetup): readonly Members[] {
  return [...query.groups, ...(hasDeciles ? [{ name: DECILE, members: DECILES }] : [])];
}

/** The keys in the order in which the groups were asked for. */
function inOrderOf(
  by: readonly string[],
  sums: RepriceResult['groups'],
  columns: readonly Members[],
): RepriceResult['groups'] {
  const positions = by.map((name) => columns.findIndex((column) => column.name === name));
  return sums.map((sum) => ({ ...sum, key: positions.map((at) => sum.key[at]) }));
}
