import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { performanceDocument } from '#bench/report/performance-document';
import { jsonReport, ratioTable } from '#bench/report/ratios';
import { FULL, QUICK, type Sizes } from '#bench/report/sizes';
import { reachedTargets, targetTable } from '#bench/report/targets';
import type { Findings } from '#bench/report/findings';
import { measureBatch } from '#bench/runs/batch-run';
import { measureContestants } from '#bench/runs/contestants-run';
import { measureScenarios } from '#bench/runs/scenarios-run';

/** The benchmark's sources, where its package, its C program and the opponents' install lie. */
const FOLDER = new URL('../../bench/', import.meta.url);
const DOCUMENT = new URL('../../docs/reference/performance.md', import.meta.url);

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function main(options: ReadonlySet<string>): Promise<void> {
  const unknown = [...options].filter((option) => option !== '--json' && option !== '--quick');
  if (unknown.length > 0) {
    say(`unknown: ${unknown.join(' ')}; known: --json, --quick`);
    process.exitCode = 2;
    return;
  }
  const sizes = options.has('--quick') ? QUICK : FULL;
  const scratch = await mkdtemp(join(tmpdir(), 'tongchou-bench-'));
  try {
    const contest = await measureContestants(FOLDER, sizes, scratch, say);
    if (options.has('--json')) {
      process.stdout.write(`${JSON.stringify(jsonReport(contest), null, 2)}\n`);
      return;
    }
    await reportAll({ contest, ...(await measureVolumes(sizes, scratch)) }, sizes);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function measureVolumes(sizes: Sizes, scratch: string): Promise<Omit<Findings, 'contest'>> {
  const scenarios = await measureScenarios(sizes, say);
  return { scenarios, batch: await measureBatch(sizes, scratch, say) };
}

/** The tables for the reader; a run in full size is kept in the reference, a quick one proves nothing. */
async function reportAll(findings: Findings, sizes: Sizes): Promise<void> {
  const targets = reachedTargets(findings);
  process.stdout.write(`${ratioTable(findings.contest)}\n\n${targetTable(targets)}\n`);
  if (sizes !== FULL) return;
  await writeFile(DOCUMENT, performanceDocument(findings, targets, new Date()));
  say(`written: ${fileURLToPath(DOCUMENT).split('/').slice(-3).join('/')}`);
}

await main(new Set(process.argv.slice(2)));
