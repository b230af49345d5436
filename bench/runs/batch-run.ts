import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { rowsOf, withDuckDb } from '#batch/duckdb';
import { quoteText } from '#batch/quote';
import { writeSampleClaims } from '#batch/sample-claims';
import type { BatchFindings } from '#bench/report/findings';
import type { Sizes } from '#bench/report/sizes';
import type { BatchAnswer } from '#bench/runs/batch-child';
import { assert } from '#kernel/assert';

const WORKERS = 2;
/** Runs of which the best counts; the file is in the system's cache from the second on. */
const RUNS = 3;
const CHILD = fileURLToPath(new URL('batch-child.js', import.meta.url));
const run = promisify(execFile);

/** Times the batch over a Parquet file of claims clustered by person: reading, pricing and sums by place. */
export async function measureBatch(
  sizes: Sizes,
  scratch: string,
  say: (line: string) => void,
): Promise<BatchFindings> {
  const file = join(scratch, 'claims.parquet');
  say(`writing ${sizes.batchRows} claims to Parquet`);
  await writeSampleClaims({ rows: sizes.batchRows, seed: 1, output: file });
  const cost = await costOf(file);
  const answers: BatchAnswer[] = [];
  for (let at = 1; at <= RUNS; at += 1) {
    say(`pricing them, run ${at} of ${RUNS}`);
    const { stdout } = await run(process.execPath, [CHILD, file, String(WORKERS)]);
    const answer = JSON.parse(stdout) as BatchAnswer;
    assert(answer.rows === sizes.batchRows && answer.refused === 0, 'every claim is priced');
    assert(answer.sum === cost, `the parts of the cost add up: ${answer.sum} of ${cost}`);
    answers.push(answer);
  }
  return {
    rows: sizes.batchRows,
    workers: WORKERS,
    seconds: Math.min(...answers.map(({ seconds }) => seconds)),
    peakBytes: Math.max(...answers.map(({ peakBytes }) => peakBytes)),
    fileBytes: (await stat(file)).size,
  };
}

/** What all claims cost, as a check from outside: the parts that the rule gives must add up to it. */
async function costOf(file: string): Promise<string> {
  return withDuckDb({}, async (connection) => {
    const sql = `SELECT sum(cost_fen)::VARCHAR AS cost FROM read_parquet(${quoteText(file)})`;
    const [row] = await rowsOf(connection, sql);
    return String(row?.['cost']);
  });
}
