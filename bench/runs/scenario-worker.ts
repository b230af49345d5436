import { parentPort, workerData } from 'node:worker_threads';
import { present } from '#kernel/assert';
import { loadScenarios, type ScenariosText } from '#rules/targets/columns-scenarios';
import type { ColumnChunk, Vectors } from '#rules/targets/rows';

/** What a thread is told once: the program, its part of the rows (in shared memory), and the scenarios' figures. */
export interface ScenarioTask {
  readonly text: ScenariosText;
  readonly chunk: ColumnChunk;
  readonly vectors: Vectors;
  readonly scenarios: number;
}

/** The program of one thread: each message asks for one pass over its rows, and is answered with the sums. */
function main(): void {
  const port = present(parentPort, 'a port: this program runs in a thread');
  const { text, chunk, vectors, scenarios } = workerData as ScenarioTask;
  const program = loadScenarios(text);
  port.on('message', () => {
    const sums = program.newSums(scenarios, 1);
    program.run(chunk, vectors, program.newCarried(scenarios), sums);
    port.postMessage(sums);
  });
  port.postMessage('ready');
}

main();
