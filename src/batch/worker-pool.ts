import { Worker } from 'node:worker_threads';
import { stopped, workerFailed } from '#batch/refusals';
import type { UnitOutcome, UnitTask, WorkerMessage, WorkerSetup, WorkerStart } from '#batch/unit-tasks';
import { allow, refuse, type Decision } from '#kernel/decision';

/** The worker's program beside this file. */
export const WORKER_PROGRAM = new URL('reprice-worker.js', import.meta.url);

export interface PoolOptions {
  readonly program: URL;
  readonly workers: number;
  readonly progress: (rows: number) => void;
  readonly stopRequested: Promise<void> | undefined;
}

/** Tasks under way, shared by the workers. */
interface TaskList {
  readonly tasks: readonly UnitTask[];
  readonly outcomes: UnitOutcome[];
  begun: number;
  done: number;
}

/** Threads that take tasks from one list. The first that fails or refuses ends them all. */
export class WorkerPool {
  readonly #workers: readonly Worker[];
  readonly #options: PoolOptions;
  readonly #stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  readonly #exits: readonly Promise<unknown>[];
  /** Why a worker ended, whether or not something was asked of it just then. */
  #ended: string | undefined;

  constructor(setup: WorkerSetup, options: PoolOptions) {
    this.#options = options;
    this.#workers = Array.from(
      { length: options.workers },
      () => new Worker(options.program, { workerData: { setup, stop: this.#stop } satisfies WorkerStart }),
    );
    for (const worker of this.#workers) {
      worker.on('error', (error) => (this.#ended ??= firstLine(error.message)));
      worker.on('exit', (status) => (this.#ended ??= `exit ${status}`));
    }
    this.#exits = this.#workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve)));
  }

  /** @returns each task's outcome, in the order of the tasks */
  async run(tasks: readonly UnitTask[]): Promise<Decision<readonly UnitOutcome[]>> {
    if (tasks.length === 0) return allow([]);
    if (this.#ended !== undefined) return refuse(workerFailed(this.#ended));
    const list: TaskList = { tasks, outcomes: new Array<UnitOutcome>(tasks.length), begun: 0, done: 0 };
    const listeners: (() => void)[] = [];
    try {
      return await new Promise((settle) => {
        void this.#options.stopRequested?.then(() => settle(refuse(stopped())));
        for (const worker of this.#workers) listeners.push(this.#work(worker, list, settle));
      });
    } finally {
      for (const remove of listeners) remove();
    }
  }

  /** Gives a worker one task after the other. @returns how to stop listening to it */
  #work(
    worker: Worker,
    list: TaskList,
    settle: (decision: Decision<readonly UnitOutcome[]>) => void,
  ): () => void {
    let at = -1;
    const next = (): void => {
      if (list.begun === list.tasks.length) return;
      at = list.begun;
      list.begun += 1;
      worker.postMessage(list.tasks[at]);
    };
    const hear = (message: WorkerMessage): void => {
      if (message.kind === 'progress') {
        this.#options.progress(message.rows);
        return;
      }
      const { outcome } = message;
      list.outcomes[at] = outcome;
      list.done += 1;
      if (outcome.outcome === 'refused') settle(refuse(outcome.refusal));
      else if (list.done === list.tasks.length) settle(allow(list.outcomes));
      else next();
    };
    const fail = (error: Error): void => settle(refuse(workerFailed(firstLine(error.message))));
    const exit = (status: number): void => settle(refuse(workerFailed(`exit ${status}`)));
    worker.on('message', hear).on('error', fail).on('exit', exit);
    next();
    return () => worker.off('message', hear).off('error', fail).off('exit', exit);
  }

  /** Ends the workers in order: one that is ended from outside while the engine works takes the program with it. */
  async close(): Promise<void> {
    Atomics.store(new Int32Array(this.#stop), 0, 1);
    for (const worker of this.#workers) worker.postMessage(undefined);
    await Promise.all(this.#exits);
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}
