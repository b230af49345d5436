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
  readonly figure: string;
}

/** What warns in a watched fund, in the order of its table. */
export function warningsOf({ subject, rows, indicators }: WatchedFund): readonly Warning[] {
  return rows.flatMap((row) =>
    row.figures.flatMap(({ indicator, figure, level }) => {
      const name = indicators.find((one) => one.indicator === indicator)?.name;
      if (level !== 'warning' || figure === null || name === undefined) return [];
      const isWhole = row.id === subject.id && rows.length > 1;
      return [{ pool: row.id, poolName: row.name, isWhole, indicator, name, figure }];
    }),
  );
}
