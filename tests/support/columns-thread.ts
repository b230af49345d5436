import { parentPort, workerData } from 'node:worker_threads';
import { present } from '#kernel/assert';
import { loadColumns, type ColumnsText } from '#rules/targets/columns';
import { rowsOf } from '#rules/targets/columns-split';
import type { ColumnChunk, ColumnResults, Vectors } from '#rules/targets/rows';

/** What a thread is begun with. */
export interface ThreadSetup {
  readonly text: ColumnsText;
  readonly vectors: Vectors;
  /** Rows of one call, so that totals run on from call to call. */
  readonly pieceRows: number;
}

/** One part of a chunk, and the shared memory that its results go to. */
export interface ThreadTask {
  readonly part: ColumnChunk;
  readonly results: ColumnResults;
}

const port = present(parentPort, 'a port: this program runs in a thread');
const { text, vectors, pieceRows } = workerData as ThreadSetup;
const program = loadColumns(text);

port.on('message', ({ part, results }: ThreadTask) => {
  const carried = program.newCarried();
  for (let start = 0; start < part.length; start += pieceRows) {
    const piece = rowsOf(part, start, Math.min(part.length, start + pieceRows));
    program.run(piece, vectors, carried, {
      outputs: results.outputs.map((output) => output.subarray(start, start + piece.length)),
      valid: results.valid.subarray(start, start + piece.length),
    });
  }
  port.postMessage('done');
});
