import type { IndicatorView, WatchedFund, WatchedFigure } from '#console/api/monitoring-queries.ts';

type Name = IndicatorView['name'];

/** A figure beyond its line, with what it is called. */
export interface Warning {
  readonly pool: string;
  readonly poolName: Name;
  /** Of all pools of the fund together. */
  readonly isWhole: boolean;
  readonly indicator: WatchedFigure['indicator'];
  readonly name: Name;
  /** Null where debts warn that are no number of months. */
  readonly figure: string | null;
  readonly missing: WatchedFigure['missing'];
}

/** What warns in a watched fund, in the order of its table. */
export function warningsOf({ subject, rows, indicators }: WatchedFund): readonly Warning[] {
  return rows.flatMap((row) =>
    row.figures.flatMap(({ indicator, figure, missing, level }) => {
      const name = indicators.find((one) => one.indicator === indicator)?.name;
      if (level !== 'warning' || name === undefined) return [];
      const isWhole = row.id === subject.id && rows.length > 1;
      return [{ pool: row.id, poolName: row.name, isWhole, indicator, name, figure, missing }];
    }),
  );
}
