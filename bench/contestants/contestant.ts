import { performance } from 'node:perf_hooks';
import type { Results } from '#bench/rows/results';

/** How fast a stretch was: how many rows in how many seconds. */
export interface Stretch {
  readonly rows: number;
  readonly seconds: number;
}

/** One way to reckon the same rule over the same rows. */
export interface Contestant {
  /** Its key in the JSON report. */
  readonly key: string;
  /** Rows that `results` gives: all, or as many as it can reckon while one waits. */
  readonly rows: number;
  readonly results: () => Promise<Results> | Results;
  /** Runs again and again over its rows for about so many seconds. */
  readonly run: (seconds: number) => Promise<Stretch>;
  readonly close?: () => void;
}

/** Repeats one pass over some rows until the time is up. */
export async function repeat(
  rows: number,
  seconds: number,
  pass: () => Promise<void> | void,
): Promise<Stretch> {
  const begun = performance.now();
  for (let passes = 1; ; passes += 1) {
    const pending = pass();
    // Awaiting nothing would cost a turn of the event loop in each pass.
    if (pending !== undefined) await pending;
    const taken = (performance.now() - begun) / 1000;
    if (taken >= seconds) return { rows: rows * passes, seconds: taken };
  }
}
