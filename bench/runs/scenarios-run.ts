import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { benchFormula, benchVector, PLACE_VALUES, type PlaceValues } from '#bench/place/inpatient-formula';
import type { ScenarioFindings } from '#bench/report/findings';
import type { Sizes } from '#bench/report/sizes';
import { chunkOf } from '#bench/rows/claims';
import { makeClaims } from '#bench/rows/make-claims';
import { OUTPUTS } from '#bench/rows/results';
import type { ScenarioTask } from '#bench/runs/scenario-worker';
import { assert, present } from '#kernel/assert';
import { compileColumns } from '#rules/targets/columns';
import { scenariosText, type ScenarioSums } from '#rules/targets/columns-scenarios';
import { partsOf, rowsOf } from '#rules/targets/columns-split';
import { encodeVector, joinVectors } from '#rules/targets/encode-vector';
import { planTargets, type TargetPlan } from '#rules/targets/plan';
import type { ColumnChunk } from '#rules/targets/rows';

const THREADS = 2;
/** Passes of which the best counts; the first one compiles while it runs. */
const PASSES = 3;
const WORKER = new URL('scenario-worker.js', import.meta.url);

/** Times many scenarios over the same claims in one pass, on threads that share the rows' memory. */
export async function measureScenarios(sizes: Sizes, say: (line: string) => void): Promise<ScenarioFindings> {
  const { scenarios, scenarioRows: rows } = sizes;
  say(`${scenarios} scenarios over ${rows} claims on ${THREADS} threads`);
  const plan = planTargets(benchFormula(), OUTPUTS);
  const each = Array.from({ length: scenarios }, (_, at) => encodeVector(plan, benchVector(scenario(at))));
  const vectors = joinVectors(each);
  const chunk = chunkOf(makeClaims(rows));
  const workers = await start(plan, chunk, vectors, scenarios);
  try {
    let best = Infinity;
    for (let pass = 0; pass < PASSES; pass += 1) {
      const begun = performance.now();
      const sums = await runAll(workers);
      best = Math.min(best, (performance.now() - begun) / 1000);
      if (pass === 0) checkSums(plan, chunk, each, sums);
    }
    return { scenarios, rows, threads: THREADS, seconds: best };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** A scenario's figures: higher deductibles, lower rates and a higher cap, each by its number. */
function scenario(number: number): PlaceValues {
  const changed = (name: keyof typeof PLACE_VALUES, change: (figure: number) => number): PlaceValues => {
    const value = present(PLACE_VALUES[name], name);
    return { [name]: { ...value, cells: value.cells.map(change) } };
  };
  return {
    ...PLACE_VALUES,
    ...changed('deductible', (amount) => Math.floor((amount * (100 + number)) / 100)),
    ...changed('bandRate', (rate) => rate - number * 1000),
    ...changed('cap', (cap) => cap + number * 100_000),
  };
}

async function start(
  plan: TargetPlan,
  chunk: ColumnChunk,
  vectors: Float64Array,
  scenarios: number,
): Promise<readonly Worker[]> {
  const text = scenariosText(plan);
  const cuts = partsOf(chunk, THREADS);
  const workers = cuts.slice(1).map((to, part) => {
    const workerData: ScenarioTask = { text, chunk: rowsOf(chunk, cuts[part] ?? 0, to), vectors, scenarios };
    return new Worker(WORKER, { workerData });
  });
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  return workers;
}

/** One pass of all threads. @returns the sums by scenario, in it by output */
async function runAll(workers: readonly Worker[]): Promise<Float64Array> {
  const parts = await Promise.all(
    workers.map(async (worker) => {
      const answered = once(worker, 'message') as Promise<[ScenarioSums]>;
      worker.postMessage('run');
      return (await answered)[0].sums;
    }),
  );
  const [first, ...others] = parts;
  const total = Float64Array.from(present(first, 'a thread'));
  for (const part of others) part.forEach((sum, at) => ((total[at] as number) += sum));
  return total;
}

/** The first and the last scenario against the columns target, run with that scenario's figures alone. */
function checkSums(
  plan: TargetPlan,
  chunk: ColumnChunk,
  each: readonly { readonly cells: Float64Array }[],
  sums: Float64Array,
): void {
  const program = compileColumns(plan);
  const results = program.newResults(chunk.length);
  for (const at of [0, each.length - 1]) {
    program.run(chunk, present(each[at], `scenario ${at}`).cells, program.newCarried(), results);
    results.outputs.forEach((figures, output) => {
      let expected = 0;
      for (const figure of figures) if (!Number.isNaN(figure)) expected += figure;
      const found = sums[at * plan.outputs.length + output];
      assert(
        found === expected,
        `scenario ${at}: ${plan.outputs[output] ?? ''} is ${expected}, found ${found ?? ''}`,
      );
    });
  }
}
