import { Select } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import type { OptionalChange } from '#console/api/scenario-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { Chart } from '#console/rooms/adjustment/charts/chart.tsx';
import { barLength, monthsPosition } from '#console/rooms/adjustment/charts/geometry.ts';
import { useAxisText } from '#console/rooms/scenario/charts/axis-text.ts';
import { yearsOption, type YearsLine } from '#console/rooms/scenario/charts/years-option.ts';
import type { ProjectionBody } from '#contract/projections';
import { fenOf } from '#kernel/fen';

interface ProjectionChartsProps {
  readonly projection: ProjectionBody;
}

type Side = 'baseline' | 'scenario';
const HEIGHT = 300;

/** The fund's closing balance and months payable over the years, as the policy is and with values replaced. */
export function ProjectionCharts({ projection }: ProjectionChartsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-label={t('projection.title')} className="charts">
      <FundLines projection={projection} />
      <MonthsLines projection={projection} />
    </section>
  );
}

function FundLines({ projection: { years } }: ProjectionChartsProps): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const axis = useAxisText();
  const unitName = t(`units.${unit}`);
  const option = useMemo(() => {
    const closing = years.map(({ fund }) => fund.closingBalance);
    const lineOf = (side: Side) => ({
      name: t(`projection.${side}`),
      positions: closing.map((change) => barLength(change[side])),
      texts: closing.map((change) => `${formatAmount(fenOf(change[side]), unit)} ${unitName}`),
    });
    return yearsOption({
      years: years.map(({ year }) => year),
      baseline: lineOf('baseline'),
      scenario: lineOf('scenario'),
      axis,
    });
  }, [years, unit, unitName, axis, t]);
  const last = years.at(-1);
  const write = (text = '0.00'): string => `${formatAmount(fenOf(text), unit)} ${unitName}`;
  return (
    <Chart
      title={t('projection.fundChart')}
      unit={t('charts.inUnit', { unit: unitName })}
      description={t('projection.fundChartText', {
        year: last?.year ?? '',
        baseline: write(last?.fund.closingBalance.baseline),
        scenario: write(last?.fund.closingBalance.scenario),
      })}
      option={option}
      height={HEIGHT}
    />
  );
}

/** The choice that follows, in each year, whichever pool has the fewest months. */
const LOWEST = '';

function MonthsLines({ projection }: ProjectionChartsProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const [chosen, setChosen] = useState<string>(LOWEST);
  const { years, firstYears } = projection;
  const { floorMonths } = projection.projection;
  const months = useMemo(() => monthsOver(years, chosen), [years, chosen]);
  const option = useMemo(() => {
    const lineOf = (side: Side): YearsLine => ({
      name: t(`projection.${side}`),
      positions: months.map((change) => monthsPosition(change?.[side] ?? null)),
      texts: months.map((change) => change?.[side] ?? '—'),
    });
    const floor =
      floorMonths === undefined
        ? {}
        : {
            floor: {
              position: Number(floorMonths),
              text: t('projection.floorLine', { months: floorMonths }),
            },
          };
    return yearsOption({
      years: years.map(({ year }) => year),
      baseline: lineOf('baseline'),
      scenario: lineOf('scenario'),
      axis: String,
      ...floor,
    });
  }, [months, years, floorMonths, t]);
  const names = firstYears.pools.map(({ id, name }) => ({ value: id, label: pick(name) }));
  const options = [{ value: LOWEST, label: t('projection.lowestPool') }, ...names];
  const last = months.at(-1);
  return (
    <div>
      <Select
        className="chart-choice screen-only"
        aria-label={t('projection.choosePool')}
        value={chosen}
        options={options}
        onChange={setChosen}
      />
      <Chart
        title={t('projection.monthsChart', {
          pool: options.find(({ value }) => value === chosen)?.label ?? '',
        })}
        unit={t('scenario.months')}
        description={t('projection.monthsChartText', {
          year: years.at(-1)?.year ?? '',
          baseline: last?.baseline ?? '—',
          scenario: last?.scenario ?? '—',
        })}
        option={option}
        height={HEIGHT}
      />
    </div>
  );
}

function monthsOver(years: ProjectionBody['years'], pool: string): readonly (OptionalChange | undefined)[] {
  return years.map(({ pools, lowestMonths }) =>
    pool === LOWEST ? lowestMonths : pools.find(({ id }) => id === pool)?.monthsAfter,
  );
}
