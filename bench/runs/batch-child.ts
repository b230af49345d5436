import { performance } from 'node:perf_hooks';
import { repriceClaims } from '#batch/reprice-claims';
import { benchFormula, benchVector } from '#bench/place/inpatient-formula';
import { OUTPUTS } from '#bench/rows/results';
import { refusalLine } from '#kernel/decision';
import { encodeVector } from '#rules/targets/encode-vector';
import { planTargets } from '#rules/targets/plan';

/** What the program prints, as JSON. */
export interface BatchAnswer {
  readonly rows: number;
  readonly refused: number;
  readonly seconds: number;
  readonly peakBytes: number;
  /** The sum of all outputs: what the claims cost, if nothing is refused. */
  readonly sum: string;
}

/** The day from which the place's figures hold: 2025-01-01 as days since 1970-01-01. */
const FROM = 20_089;

/** Prices the claims of a file once, in a process of its own whose memory is that of the batch alone. */
async function main(input = '', workers = '2'): Promise<void> {
  const formula = benchFormula();
  const plan = planTargets(formula, OUTPUTS);
  const vectors = new Float64Array(2 * plan.cellCount).fill(NaN);
  vectors.set(encodeVector(plan, benchVector()).cells);
  const begun = performance.now();
  const priced = await repriceClaims(
    {
      input,
      sort: false,
      workers: Number.parseInt(workers, 10),
      formula,
      outputs: OUTPUTS,
      scenarios: [{ name: 'as it is', vectors }],
      pricedOn: 'admittedOn',
      versionsFrom: [FROM],
      by: ['place'],
    },
    { progress: () => undefined },
  );
  const seconds = (performance.now() - begun) / 1000;
  if (!priced.allowed) throw new Error(priced.refusals.map(refusalLine).join('\n'));
  const { rows, groups } = priced.value;
  const answer: BatchAnswer = {
    rows,
    refused: groups.reduce((sum, { refused }) => sum + refused, 0),
    seconds,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    sum: String(groups.flatMap(({ sums }) => sums).reduce((sum, each) => sum + each, 0n)),
  };
  process.stdout.write(JSON.stringify(answer));
}

await main(...process.argv.slice(2));
