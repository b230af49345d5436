import { rowsOf } from '#rules/targets/columns-split';
import type { ColumnResults } from '#rules/targets/rows';
import { startColumnsThreads, type ColumnsThreads } from '#tests/support/columns-threads';
import { generateRows } from '#tests/support/formula-rows';
import { firstDifference } from '#tests/support/formula-rows-compare';
import { runOracle } from '#tests/support/formula-rows-oracle';
import { runSql, type SqlEngine } from '#tests/support/formula-rows-sql';
import { planTrial, type FormulaTrial, type TrialPlan } from '#tests/support/formula-rows-story';
import { wholeYears } from '#tests/support/formula-rows-whole';
import { columnsTarget, scalarTarget, scenariosTarget } from '#tests/support/formula-rows-targets';

/** Rows of all trials together: millions where the environment asks for them. */
export const DIFFERENTIAL_ROWS = Number(process.env['TONGCHOU_ROWS'] ?? '200000');

/** Of more rows than these the oracle, which is slow, runs the first of each chunk; the other targets run all. */
const ORACLE_ROWS = 200_000;
const ORACLE_SHARE = Math.max(0.1, Math.min(1, ORACLE_ROWS / DIFFERENTIAL_ROWS));
const CHUNK_ROWS = 100_000;

export interface CheckRequest {
  readonly trial: FormulaTrial;
  readonly rows: number;
  readonly seed: number;
  readonly engines: readonly SqlEngine[];
}

export interface CheckResult {
  readonly difference: string | undefined;
  /** Rows that were reckoned, and rows that were refused. */
  readonly reckoned: number;
  readonly refused: number;
}

/** Runs generated rows through every target and tells the first row on which two of them differ. */
export async function checkTargets(request: CheckRequest): Promise<CheckResult> {
  const planned = planTrial(request.trial);
  const threads = await startColumnsThreads(planned, 2);
  try {
    return await compareTargets(planned, threads, request);
  } finally {
    await threads.close();
  }
}

async function compareTargets(
  planned: TrialPlan,
  threads: ColumnsThreads,
  { rows, seed, engines }: CheckRequest,
): Promise<CheckResult> {
  const scalar = scalarTarget(planned);
  const columns = columnsTarget(planned);
  const scenarios = scenariosTarget(planned);
  let reckoned = 0;
  let refused = 0;
  for (const chunk of generateRows(planned, { seed, rows, chunkRows: CHUNK_ROWS })) {
    const results = new Map<string, ColumnResults>([
      ['scalar', scalar(chunk)],
      ['columns', columns(chunk)],
      ['columns on two threads', await threads.run(chunk)],
      ['sums of scenarios', scenarios(chunk)],
    ]);
    for (const engine of engines) results.set(engine.dialect, await runSql(engine, planned, chunk));
    const first = rowsOf(chunk, 0, Math.ceil(chunk.length * ORACLE_SHARE));
    results.set('oracle', runOracle(planned, first));
    // Rows that are marked go through the careful loops alone: those without a mark are run once more.
    const whole = wholeYears(chunk);
    const swift = new Map([
      ['scalar', scalar(whole)],
      ['columns without marks', columns(whole)],
    ]);
    const difference = firstDifference(planned, chunk, results) ?? firstDifference(planned, whole, swift);
    if (difference !== undefined) return { difference, reckoned, refused };
    const valid = results.get('scalar')?.valid ?? new Uint8Array(0);
    const accepted = valid.reduce((sum, each) => sum + each, 0);
    reckoned += accepted;
    refused += valid.length - accepted;
  }
  return { difference: undefined, reckoned, refused };
}
