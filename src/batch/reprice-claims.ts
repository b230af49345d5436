import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { BatchControl, RepriceJob, RepriceResult } from '#application/ports/claims-batch';
import { fieldSql } from '#batch/claim-columns';
import { planQuery } from '#batch/claim-query';
import { checkFilesApart } from '#batch/claim-units';
import { openClaims } from '#batch/claims-file';
import { DECILES } from '#batch/deciles';
import { withDuckDb } from '#batch/duckdb';
import { guarded, refuseExisting } from '#batch/guarded';
import { DECILE, priceAll, type PreparedRun } from '#batch/price-all';
import { sortClaims } from '#batch/sort-claims';
import { WORKER_PROGRAM } from '#batch/worker-pool';
import { present } from '#kernel/assert';
import { allow, collect, refuse, type Decision, type Refusal } from '#kernel/decision';
import { layoutOf } from '#rules/targets/emit-layout';
import { planTargets } from '#rules/targets/plan';
import type { FieldPlan } from '#rules/targets/rows';

/** The fact of a claim that tells its cost. */
const COST: FieldPlan = { field: 'cost', unit: 'fen', scale: 1n };

/**
 * Prices claims again, in workers that each take stretches of whole persons. What is written lies under a
 * temporary name until all of it is there, so that a run that fails or is stopped leaves nothing behind.
 * @param program the worker's program, where it does not lie beside this file's
 */
export async function repriceClaims(
  job: RepriceJob,
  control: BatchControl,
  program = WORKER_PROGRAM,
): Promise<Decision<RepriceResult>> {
  let [isStopped, isOpen] = [false, true];
  return refuseExisting(job.output, () =>
    guarded(
      job.output ?? job.input,
      () => isStopped,
      async () => {
        const scratch = await makeScratch(job.output);
        try {
          return await withDuckDb({ threads: String(job.workers) }, async (connection) => {
            void control.stopRequested?.then(() => {
              isStopped = true;
              if (isOpen) connection.interrupt();
            });
            try {
              const run = await prepareRun(connection, job, scratch);
              return run.allowed ? await priceAll(connection, run.value, job, control, program) : run;
            } finally {
              isOpen = false;
            }
          });
        } finally {
          await rm(scratch, { recursive: true, force: true });
        }
      },
    ),
  );
}

/** A folder for nobody else's eyes: beside the output, so that it can be renamed there, else among temporary ones. */
async function makeScratch(output: string | undefined): Promise<string> {
  if (output === undefined) return mkdtemp(join(tmpdir(), 'tongchou-'));
  const scratch = `${resolve(output)}.partial-${process.pid}`;
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  return scratch;
}

async function prepareRun(
  connection: DuckDBConnection,
  job: RepriceJob,
  scratch: string,
): Promise<Decision<PreparedRun>> {
  const opened = await openClaims(connection, job.input);
  if (!opened.allowed) return opened;
  const { fields, totals } = layoutOf(planTargets(job.formula, job.outputs));
  const hasDeciles = job.by.includes(DECILE);
  const hasYears = totals.length > 0 || hasDeciles;
  const refusals: Refusal[] = [];
  const by = job.by.filter((name) => name !== DECILE);
  const { pricedOn, versionsFrom } = job;
  const furtherMembers = hasDeciles ? DECILES.length + 1 : 1;
  const needs = { fields, pricedOn, versionsFrom, by, furtherMembers, hasYears };
  const query = collect(await planQuery(connection, opened.value, needs), refusals);
  const costSql = hasDeciles ? collect(fieldSql(COST, opened.value.columns), refusals) : undefined;
  const [first, ...others] = refusals;
  if (first !== undefined) return refuse(first, ...others);
  const claims = job.sort ? await sortClaims(connection, opened.value, pricedOn, scratch) : opened.value;
  const apart = hasYears ? await checkFilesApart(connection, job.input, claims) : allow(undefined);
  if (!apart.allowed) return apart;
  const partsFolder = join(scratch, 'parts');
  if (job.output !== undefined) await mkdir(partsFolder);
  return allow({
    claims,
    scratch,
    setup: {
      sources: opened.value.files,
      files: claims.files,
      query: present(query, 'a query that nothing was found against'),
      formula: job.formula,
      outputs: job.outputs,
      scenarios: job.scenarios,
      hasDeciles,
      ...(costSql === undefined ? {} : { costSql }),
      ...(job.output === undefined ? {} : { partsFolder }),
    },
  });
}
