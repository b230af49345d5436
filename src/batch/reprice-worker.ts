import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { withDuckDb } from '#batch/duckdb';
import { preparePricing, priceUnit } from '#batch/price-unit';
import type { UnitTask, WorkerMessage, WorkerStart } from '#batch/unit-tasks';
import { present } from '#kernel/assert';

/** The program of one worker: takes a task at a time from its port until it is told that there are no more. */
async function main(): Promise<void> {
  const port = present(parentPort, 'a port: this program runs in a thread');
  const { setup, stop } = workerData as WorkerStart;
  const flag = new Int32Array(stop);
  const nextTask = inbox(port);
  const say = (message: WorkerMessage): void => port.postMessage(message);
  const pricing = preparePricing(setup);
  const pace = {
    progress: (rows: number) => say({ kind: 'progress', rows }),
    isStopped: () => Atomics.load(flag, 0) !== 0,
  };
  // One thread of the engine a worker: the workers are the threads.
  await withDuckDb({ threads: '1' }, async (reading, writing) => {
    for (let task = await nextTask(); task !== undefined; task = await nextTask()) {
      const outcome = await priceUnit({ reading, writing }, pricing, task, pace);
      say({ kind: 'done', task: task.number, outcome });
    }
  });
  port.close();
}

/** Tasks in the order in which they came; undefined, which comes last, ends the work. */
function inbox(port: MessagePort): () => Promise<UnitTask | undefined> {
  const waiting: (UnitTask | undefined)[] = [];
  let wake: (() => void) | undefined;
  port.on('message', (task: UnitTask | undefined) => {
    waiting.push(task);
    wake?.();
  });
  return async () => {
    while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return waiting.shift();
  };
}

await main();
