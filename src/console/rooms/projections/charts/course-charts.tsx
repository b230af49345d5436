import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import type { Course, PoolYear } from '#console/api/fund-projection-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { Chart } from '#console/rooms/adjustment/charts/chart.tsx';
import { barLength, chartHeight } from '#console/rooms/adjustment/charts/geometry.ts';
import { fanOption, type FanPoint } from '#console/rooms/projections/charts/fan-option.ts';
import { tornadoOption } from '#console/rooms/projections/charts/tornado-option.ts';
import { useSwingName } from '#console/rooms/projections/use-swing-name.ts';
import { useAxisText } from '#console/rooms/scenario/charts/axis-text.ts';
import { fenOf, formatYuan, sumFen } from '#kernel/fen';

interface CourseChartsProps {
  readonly own: Course;
  readonly pool: string;
}

const HEIGHT = 320;

/** One pool's balance and months payable over the years with their range, and what moves the outcome most. */
export function CourseCharts({ own, pool }: CourseChartsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-label={t('fundProjections.charts.title')} className="charts">
      <FanLines own={own} pool={pool} measure="balance" />
      <FanLines own={own} pool={pool} measure="months" />
      {own.sensitivity.length === 0 ? null : <Tornado own={own} />}
    </section>
  );
}

type Quantiles = Readonly<Record<keyof FanPoint, string>>;

interface FanLinesProps extends CourseChartsProps {
  readonly measure: 'balance' | 'months';
}

function FanLines({ own, pool, measure }: FanLinesProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { unit } = useUnit();
  const axis = useAxisText();
  const isBalance = measure === 'balance';
  const unitName = isBalance ? t(`units.${unit}`) : t('scenario.months');
  const first = own.firstYears.pools.find(({ id }) => id === pool);
  const name = first === undefined ? pool : pick(first.name);
  const rows = useMemo(() => rowsOf(own, pool), [own, pool]);
  const shared = useMemo(() => {
    const write = (text: string): string => (isBalance ? formatAmount(fenOf(text), unit) : text);
    return { write, place: isBalance ? barLength : Number };
  }, [isBalance, unit]);
  const option = useMemo(() => {
    const { write, place } = shared;
    const quantiles = rows.map(({ row }) => quantilesOf(row, measure));
    const floor = own.years.at(-1)?.floor ?? null;
    return fanOption({
      years: rows.map(({ year }) => year),
      central: rows.map(({ row }) => (row[measure] === null ? null : place(row[measure]))),
      fan: quantiles.every((one) => one === undefined)
        ? undefined
        : quantiles.map((one) => (one === undefined ? null : placed(one, place))),
      texts: rows.map(({ year, row }) =>
        tooltipOf(
          String(year),
          t('fundProjections.charts.central'),
          row[measure],
          quantilesOf(row, measure),
          write,
        ),
      ),
      names: {
        central: t('fundProjections.charts.central'),
        median: t('fundProjections.charts.median'),
        inner: t('fundProjections.charts.inner'),
        outer: t('fundProjections.charts.outer'),
      },
      axis: isBalance ? axis : String,
      ...(isBalance || floor === null
        ? {}
        : {
            floor: {
              position: Number(floor.months),
              text: t('fundProjections.charts.floor', { months: floor.months }),
            },
          }),
      ...(typeof first?.belowFloor === 'number'
        ? { firstBelow: { year: first.belowFloor, text: t('fundProjections.charts.firstBelow') } }
        : {}),
    });
  }, [rows, shared, measure, isBalance, own, first, axis, t]);
  const last = rows.at(-1);
  return (
    <Chart
      title={t(`fundProjections.charts.${measure}`, { pool: name })}
      unit={t('charts.inUnit', { unit: unitName })}
      description={useDescription(last, measure, shared.write)}
      option={option}
      height={HEIGHT}
    />
  );
}

function useDescription(
  last: { readonly year: number; readonly row: PoolYear } | undefined,
  measure: 'balance' | 'months',
  write: (text: string) => string,
): string {
  const { t } = useTranslation();
  if (last === undefined) return '';
  const { year, row } = last;
  const quantiles = quantilesOf(row, measure);
  if (quantiles === undefined) {
    const value = row[measure];
    return t('fundProjections.charts.textCentral', { year, value: value === null ? '—' : write(value) });
  }
  const written = { year, p5: write(quantiles.p5), p50: write(quantiles.p50), p95: write(quantiles.p95) };
  return t(
    measure === 'balance' ? 'fundProjections.charts.textBalance' : 'fundProjections.charts.textMonths',
    written,
  );
}

function rowsOf(own: Course, pool: string): readonly { readonly year: number; readonly row: PoolYear }[] {
  return own.years.flatMap(({ year, pools }) => {
    const row = pools.find(({ id }) => id === pool);
    return row === undefined ? [] : [{ year, row }];
  });
}

function quantilesOf({ fan }: PoolYear, measure: 'balance' | 'months'): Quantiles | undefined {
  return fan === undefined ? undefined : (fan[measure] ?? undefined);
}

function placed({ p5, p25, p50, p75, p95 }: Quantiles, place: (text: string) => number): FanPoint {
  return { p5: place(p5), p25: place(p25), p50: place(p50), p75: place(p75), p95: place(p95) };
}

function tooltipOf(
  year: string,
  central: string,
  value: string | null,
  quantiles: Quantiles | undefined,
  write: (text: string) => string,
): string {
  const lines =
    quantiles === undefined ? [] : SHOWN.map(([name, label]) => `${label} ${write(quantiles[name])}`);
  return [year, `${central} ${value === null ? '—' : write(value)}`, ...lines].join('\n');
}

const SHOWN = [
  ['p95', '95%'],
  ['p75', '75%'],
  ['p50', '50%'],
  ['p25', '25%'],
  ['p5', '5%'],
] as const;

function Tornado({ own }: { readonly own: Course }): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const axis = useAxisText();
  const nameOf = useSwingName(own);
  const unitName = t(`units.${unit}`);
  const option = useMemo(() => {
    const closing = sumFen((own.years.at(-1)?.pools ?? []).map(({ balance }) => fenOf(balance)));
    const write = (text: string): string => `${formatAmount(fenOf(text), unit)} ${unitName}`;
    return tornadoOption({
      bars: own.sensitivity.map((swing) => ({
        name: nameOf(swing),
        low: barLength(swing.low.closing),
        high: barLength(swing.high.closing),
        text: [
          nameOf(swing),
          `${t('fundProjections.charts.low', { rate: swing.low.rate })} ${write(swing.low.closing)}`,
          `${t('fundProjections.charts.high', { rate: swing.high.rate })} ${write(swing.high.closing)}`,
        ].join('\n'),
      })),
      centre: barLength(formatYuan(closing)),
      names: { low: t('fundProjections.tornado.low'), high: t('fundProjections.tornado.high') },
      axis,
    });
  }, [own, unit, unitName, axis, nameOf, t]);
  return (
    <Chart
      title={t('fundProjections.charts.tornado')}
      unit={t('charts.inUnit', { unit: unitName })}
      description={t('fundProjections.charts.tornadoText')}
      option={option}
      height={chartHeight(own.sensitivity.length + 1)}
    />
  );
}
