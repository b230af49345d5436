import { CONTESTANTS, REPORTED, type ContestantKey, type ContestFindings } from '#bench/report/findings';
import { textTable, threeDigits } from '#bench/report/text-table';

const LABELS: Readonly<Record<ContestantKey, string>> = {
  hand_loop: 'loop over typed arrays, written by hand',
  c_loop: 'loop in C, cc -O3 -march=native',
  columns: 'columns target, one thread',
  scalar: 'scalar target, row by row',
  explain: 'every step explained, row by row',
  duckdb: 'SQL target on DuckDB, one thread',
  zen: '@gorules/zen-engine',
  json_rules: 'json-rules-engine',
  oracle: 'oracle, every step explained anew',
};

/** The one document of `--json`. */
export function jsonReport({ rows, rates }: ContestFindings): object {
  const rounded = REPORTED.map((key) => {
    const rate = rates[key];
    return [key, rate === null ? null : Math.round(rate)];
  });
  return { rows, rowsPerSecond: Object.fromEntries(rounded) as object };
}

/** Rows a second of each, and how many times as fast as the hand-written loop and as zen it is. */
export function ratioTable({ rates }: ContestFindings): string {
  const times = (rate: number | null, key: ContestantKey): string => {
    const base = rates[key];
    return rate === null || base === null ? 'absent' : threeDigits(rate / base);
  };
  const rows = CONTESTANTS.map((key) => {
    const rate = rates[key];
    const shown = rate === null ? 'absent' : threeDigits(rate);
    return [LABELS[key], key, shown, times(rate, 'hand_loop'), times(rate, 'zen')];
  });
  return textTable(['contestant', 'key', 'rows a second', '× hand loop', '× zen'], rows, 2);
}
