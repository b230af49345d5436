import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount, type Unit } from '#console/amounts/unit.ts';
import { LOCALES, useLanguage } from '#console/i18n/language.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { Chart } from '#console/rooms/adjustment/charts/chart.tsx';
import { flowsOption, type Flow } from '#console/rooms/adjustment/charts/flows-option.ts';
import { chartHeight } from '#console/rooms/adjustment/charts/geometry.ts';
import { monthsOption } from '#console/rooms/adjustment/charts/months-option.ts';
import { isBelowTarget } from '#console/rooms/adjustment/pool-figures.ts';
import type { RunViewBody } from '#contract/runs';
import { fenOf, sumFen } from '#kernel/fen';

/** The year at a glance: who stood where before and after, and what moved. */
export function RunCharts({ view }: { readonly view: RunViewBody }): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-label={t('charts.title')} className="charts">
      {view.targetMonths === null && view.pools.every((pool) => pool.monthsAfter === null) ? null : (
        <MonthsChart view={view} />
      )}
      <FlowsChart view={view} />
    </section>
  );
}

function MonthsChart({ view }: { readonly view: RunViewBody }): ReactNode {
  const { t } = useTranslation();
  const { pick, language } = useLanguage();
  const { pools, targetMonths } = view;
  const option = useMemo(
    () =>
      monthsOption(
        pools.map((pool) => ({ ...pool, name: pool.name[language] })),
        targetMonths,
        {
          before: t('charts.before'),
          after: t('charts.after'),
          target: t('charts.target', { months: targetMonths ?? '' }),
        },
      ),
    [pools, targetMonths, language, t],
  );
  const namesBelow = (months: 'monthsBefore' | 'monthsAfter'): string => {
    const below = pools.filter((pool) => isBelowTarget(pool[months], targetMonths));
    if (below.length === 0) return t('charts.nobody');
    return below.map((pool) => pick(pool.name)).join(language === 'zh' ? '、' : ', ');
  };
  return (
    <Chart
      title={t('charts.months')}
      unit={t('charts.monthsUnit')}
      description={
        targetMonths === null
          ? t('charts.monthsPlain')
          : t('charts.monthsText', {
              before: namesBelow('monthsBefore'),
              after: namesBelow('monthsAfter'),
            })
      }
      option={option}
      height={chartHeight(pools.length)}
    />
  );
}

/** How many units of the switch 1 亿元 is: for the marks of the axis only. */
const PER_YI: Readonly<Record<Unit, number>> = { yuan: 1e8, wan: 1e4, yi: 1 };

function FlowsChart({ view }: { readonly view: RunViewBody }): ReactNode {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { unit } = useUnit();
  const labelOf = useCodeLabel();
  const { pools, stages } = view;
  const unitName = t(`units.${unit}`);
  const levyName = t('charts.levy');
  const flows = useMemo(
    (): readonly Flow[] => [
      { name: levyName, amounts: pools.map((pool) => pool.levy), isOutgoing: true },
      ...stages.map((stage) => ({
        name: labelOf('stages', stage),
        amounts: pools.map((pool) => pool.stages[stage] ?? '0.00'),
        isOutgoing: false,
      })),
    ],
    [pools, stages, levyName, labelOf],
  );
  const option = useMemo(() => {
    const axis = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 4 });
    return flowsOption(
      pools.map((pool) => pool.name[language]),
      flows,
      {
        amount: (text) => `${formatAmount(fenOf(text), unit)} ${unitName}`,
        axis: (yi) => axis.format(Math.abs(yi) * PER_YI[unit]),
      },
    );
  }, [pools, flows, language, unit, unitName]);
  const total = (of: 'levy' | 'received'): string =>
    `${formatAmount(sumFen(pools.map((pool) => fenOf(pool[of]))), unit)} ${unitName}`;
  return (
    <Chart
      title={t('charts.flows')}
      unit={t('charts.inUnit', { unit: unitName })}
      description={t('charts.flowsText', { levy: total('levy'), received: total('received') })}
      option={option}
      height={chartHeight(pools.length)}
    />
  );
}
