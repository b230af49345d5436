import type { ContestantKey, Findings } from '#bench/report/findings';
import { textTable, threeDigits } from '#bench/report/text-table';

/** A target and whether it was reached; undefined where what it is measured by is absent. */
export interface ReachedTarget {
  readonly target: string;
  readonly measured: string;
  readonly isReached: boolean | undefined;
}

/** What each target was to reach, against what was found. */
export function reachedTargets({ contest: { rates }, scenarios, batch }: Findings): readonly ReachedTarget[] {
  const times = (target: string, least: number, rate: number | null, by: ContestantKey): ReachedTarget => {
    const base = rates[by];
    if (rate === null || base === null) return { target, measured: 'absent', isReached: undefined };
    return { target, measured: `${threeDigits(rate / base)} ×`, isReached: rate / base >= least };
  };
  const explained = rates.explain ?? 0;
  return [
    times('columns ≥ 0.8 × the hand-written loop', 0.8, rates.columns, 'hand_loop'),
    times('columns ≥ 500 × zen', 500, rates.columns, 'zen'),
    times('scalar ≥ 100 × zen', 100, rates.scalar, 'zen'),
    {
      target: 'explained ≥ 50,000 rows a second',
      measured: `${threeDigits(explained)} a second`,
      isReached: explained >= 50_000,
    },
    withinSeconds(
      `${scenarios.scenarios} scenarios × ${millions(scenarios.rows)} claims < 2 s on ${scenarios.threads} threads`,
      2,
      scenarios.seconds,
    ),
    withinSeconds(
      `${millions(batch.rows)} claims from Parquet < 5 s on ${batch.workers} workers`,
      5,
      batch.seconds,
    ),
    times('columns ≥ 0.3 × the loop in C over the same rows', 0.3, rates.columns, 'c_loop'),
  ];
}

export function targetTable(targets: readonly ReachedTarget[]): string {
  const rows = targets.map(({ target, measured, isReached }) => {
    if (isReached === undefined) return [target, measured, 'not measured'];
    return [target, measured, isReached ? 'reached' : '**not reached**'];
  });
  return textTable(['target', 'measured', 'result'], rows, 3);
}

function withinSeconds(target: string, most: number, seconds: number): ReachedTarget {
  return { target, measured: `${threeDigits(seconds)} s`, isReached: seconds < most };
}

function millions(rows: number): string {
  return `${rows / 1_000_000} M`;
}
