import { cpus, loadavg, totalmem } from 'node:os';
import type { Findings } from '#bench/report/findings';
import { ratioTable } from '#bench/report/ratios';
import { targetTable, type ReachedTarget } from '#bench/report/targets';
import { threeDigits } from '#bench/report/text-table';

const GIB = 2 ** 30;

/** The reference page, written by each full run: what was measured, where and how, and which targets it meets. */
export function performanceDocument(
  findings: Findings,
  targets: readonly ReachedTarget[],
  measuredOn: Date,
): string {
  const { contest, scenarios, batch } = findings;
  return `# Performance

Written by \`npm run bench\` on ${measuredOn.toISOString().slice(0, 10)}; run it again to replace this page.

${machine()}

## Targets

${targetTable(targets)}

## The same rule, the same rows

One inpatient rule of an invented place (what is in scope, deductible with its exceptions, four bands that run on
over the year, the yearly cap, the cost that the cap cuts, the large-expense layer with its own cap) over
${contest.rows.toLocaleString('en-US')} made-up admissions: one to six a person and year, all levels of hospital, kinds of persons and ways
to care, minors and aided persons, caps reached, and one impossible row in a thousand, which must be refused with
the rest of its year.

${ratioTable(contest)}

How it was measured:

- Every contestant gave the same payment of the fund, of the large-expense layer and of the person, to the fen, and
  refused the same rows, before anything was timed: the loops, the scalar target and DuckDB over all rows, the others
  over the first ${contest.slowRows.toLocaleString('en-US')}.
- Contestants ran in ${contest.rounds} rounds, each one once in a round, and the best round counts.
- Facts lay in each contestant's own form in memory before the clock ran: typed arrays for the loops, figures for
  what is explained, objects for the rule engines, a table for DuckDB. The results were written to arrays; DuckDB summed them.
- All but zen ran on one thread. Zen evaluates on threads of its own, and eight persons' years were under way at once.
- The two loops by hand check what the compiled ones check (facts within their range, parts not above the whole, dates
  in order), and know the place: its figures are constants, and its bands are written out.
- What is explained are all ten outputs of the formula, with every named step, its words in two languages and its clauses;
  the others reckon three outputs. The oracle writes each explanation anew; the row explainer fills figures into what
  the oracle wrote for the first row that took the same way, and equals it word by word over the first rows.

## Volumes

${scenarios.scenarios} scenarios over ${scenarios.rows.toLocaleString('en-US')} claims took ${threeDigits(scenarios.seconds)} s in one pass of ${scenarios.threads} threads over shared memory, the best of three passes;
their sums equal those of the columns target run alone.

${batch.rows.toLocaleString('en-US')} claims from one Parquet file of ${threeDigits(batch.fileBytes / GIB)} GiB, clustered by person, took ${threeDigits(batch.seconds)} s with ${batch.workers} workers: opening,
reading, pricing and sums by place, the best of three runs in a process of its own. It took ${threeDigits(batch.peakBytes / GIB)} GiB of memory
at most. The parts of the cost add up to the cost that DuckDB sums from the file.${besideC(findings)}
`;
}

/** What claims from a file are beside the loop in C: told, and no target. */
function besideC({ contest: { rates }, batch }: Findings): string {
  if (rates.c_loop === null) return '';
  const share = threeDigits(batch.rows / batch.seconds / rates.c_loop);
  return `

In rows a second that is ${share} × the loop in C. The loop finds its rows in memory and adds up nothing, while nearly
all of a run is spent reading and decoding the file; like is therefore compared with like, the columns target with the
loop in C over the same rows.`;
}

function machine(): string {
  const [first] = cpus();
  const model = first?.model.trim() ?? 'unknown processor';
  const load = loadavg()[0] ?? 0;
  return [
    `Machine: ${model}, ${cpus().length} cores, ${Math.round(totalmem() / GIB)} GiB of memory, Node ${process.versions.node} on ${process.platform}/${process.arch}.`,
    `Load of the last minute when the run ended: ${load.toFixed(1)}; beyond the number of cores, others were at work and`,
    'all figures are too low.',
  ].join('\n');
}
