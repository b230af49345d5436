import { performance } from 'node:perf_hooks';
import { benchEvent } from '#bench/ledger/bench-events';
import type { BenchBooks } from '#bench/ledger/bench-books';
import { assert } from '#kernel/assert';

/** How events are posted: over how many connections, and how many a call. */
export interface PostingTrial {
  readonly connections: number;
  readonly eventsACall: number;
}

let runs = 0;

/** Events a second over some seconds; every event is posted and none refused. */
export async function timePosting(
  books: BenchBooks,
  { connections, eventsACall }: PostingTrial,
  seconds: number,
): Promise<number> {
  runs += 1;
  const run = `trial${runs}`;
  let next = 0;
  let posted = 0;
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const write = async (): Promise<void> => {
    while (performance.now() < end) {
      const from = next;
      next += eventsACall;
      await postRange(books, run, from, eventsACall);
      posted += eventsACall;
    }
  };
  await Promise.all(Array.from({ length: connections }, write));
  return (posted * 1000) / (performance.now() - begun);
}

/** Posts the events of a range of numbers in one call. */
export async function postRange(books: BenchBooks, run: string, from: number, count: number): Promise<void> {
  const commands = Array.from({ length: count }, (_, at) => benchEvent(books.packHash, run, from + at));
  const outcomes = await books.store.post(commands);
  const refused = outcomes.find(({ refusal }) => refusal !== null);
  assert(refused === undefined, `every event is posted, not ${refused?.refusal ?? ''}`);
}
