import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { present } from '#kernel/assert';
import { columnsText } from '#rules/targets/columns';
import { partsOf, rowsOf } from '#rules/targets/columns-split';
import { encodeVector, joinVectors } from '#rules/targets/encode-vector';
import type { ColumnChunk, ColumnResults } from '#rules/targets/rows';
import type { ThreadSetup, ThreadTask } from '#tests/support/columns-thread';
import type { TrialPlan } from '#tests/support/formula-rows-story';
import { PIECE_ROWS } from '#tests/support/formula-rows-targets';

/** Columns on threads of their own. */
export interface ColumnsThreads {
  readonly run: (chunk: ColumnChunk) => Promise<ColumnResults>;
  readonly close: () => Promise<void>;
}

/** A formula's loop on several worker threads, each with its part of the rows; results lie in shared memory. */
export async function startColumnsThreads(trial: TrialPlan, threads: number): Promise<ColumnsThreads> {
  const { plan } = trial;
  const vectors = joinVectors(trial.vectors.map(([, vector]) => encodeVector(plan, vector)));
  const setup: ThreadSetup = { text: columnsText(plan), vectors, pieceRows: PIECE_ROWS };
  const program = await threadProgram();
  const workers = Array.from({ length: threads }, () => new Worker(program, { workerData: setup }));
  return {
    run: async (chunk) => {
      const results = sharedResults(plan.outputs.length, chunk.length);
      const cuts = partsOf(chunk, threads);
      await Promise.all(
        cuts.slice(0, -1).map(async (from, part) => {
          const worker = present(workers[part], 'a thread for each part');
          worker.postMessage(taskOf(chunk, results, from, cuts[part + 1] ?? chunk.length));
          // An error of the thread rejects.
          await once(worker, 'message');
        }),
      );
      return results;
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** The part is copied to the thread as it stands; a view would send all of the memory that it looks at. */
function taskOf(chunk: ColumnChunk, results: ColumnResults, from: number, to: number): ThreadTask {
  const { length, columns, starts, vectorOf } = rowsOf(chunk, from, to);
  const copied = [...columns].map(
    ([field, { data, missing }]) =>
      [
        field,
        { data: data.slice(), ...(missing === undefined ? {} : { missing: missing.slice() }) },
      ] as const,
  );
  return {
    part: {
      length,
      columns: new Map(copied),
      ...(starts === undefined ? {} : { starts: starts.slice() }),
      ...(vectorOf === undefined ? {} : { vectorOf: vectorOf.slice() }),
    },
    results: {
      outputs: results.outputs.map((output) => output.subarray(from, to)),
      valid: results.valid.subarray(from, to),
    },
  };
}

function sharedResults(outputs: number, length: number): ColumnResults {
  const figures = (): Float64Array =>
    new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
  return {
    outputs: Array.from({ length: outputs }, figures),
    valid: new Uint8Array(new SharedArrayBuffer(length)),
  };
}

let built: Promise<URL> | undefined;

/** The thread's program from its sources, built once. */
function threadProgram(): Promise<URL> {
  built ??= buildThread();
  return built;
}

async function buildThread(): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'columns-thread-'));
  const conditions = ['tongchou-source', 'node'];
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions },
    ssr: { noExternal: true, resolve: { conditions } },
    build: {
      ssr: new URL('columns-thread.ts', import.meta.url).pathname,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'columns-thread.mjs' } },
    },
  });
  return pathToFileURL(join(folder, 'columns-thread.mjs'));
}
