import { Select } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import type { ScenarioPool } from '#console/api/scenario-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { Chart } from '#console/rooms/adjustment/charts/chart.tsx';
import { chartHeight } from '#console/rooms/adjustment/charts/geometry.ts';
import { useAxisText } from '#console/rooms/scenario/charts/axis-text.ts';
import { balanceSteps, type StepName } from '#console/rooms/scenario/charts/balance-steps.ts';
import {
  CLOSING,
  FUND,
  moneyFlows,
  OPENING,
  OTHER_INCOME,
} from '#console/rooms/scenario/charts/money-flows.ts';
import { sankeyOption } from '#console/rooms/scenario/charts/sankey-option.ts';
import { waterfallOption } from '#console/rooms/scenario/charts/waterfall-option.ts';
import type { ScenarioComparisonBody } from '#contract/scenarios';
import { fenOf } from '#kernel/fen';

interface ScenarioChartsProps {
  readonly comparison: ScenarioComparisonBody;
}

/** One pool's balance step by step, and all money between pools and fund. */
export function ScenarioCharts({ comparison }: ScenarioChartsProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { pools, stages } = comparison;
  const [chosen, setChosen] = useState(() => poorest(pools)?.id);
  const pool = pools.find(({ id }) => id === chosen) ?? pools[0];
  return (
    <section aria-label={t('scenario.charts')} className="charts">
      {pool === undefined ? null : (
        <div>
          <Select
            className="chart-choice screen-only"
            aria-label={t('scenario.pool')}
            value={pool.id}
            options={pools.map(({ id, name }) => ({ value: id, label: pick(name) }))}
            onChange={setChosen}
          />
          <Waterfall pool={pool} stages={stages} />
        </div>
      )}
      <Flows comparison={comparison} />
    </section>
  );
}

/** The chart opens on the pool with the least to start from: there the steps are the largest part of the balance. */
function poorest(pools: readonly ScenarioPool[]): ScenarioPool | undefined {
  return pools.reduce<ScenarioPool | undefined>(
    (found, pool) =>
      found === undefined || fenOf(pool.balanceBefore) < fenOf(found.balanceBefore) ? pool : found,
    undefined,
  );
}

interface WaterfallProps {
  readonly pool: ScenarioPool;
  readonly stages: readonly string[];
}

function Waterfall({ pool, stages }: WaterfallProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { unit } = useUnit();
  const labelOf = useCodeLabel();
  const axis = useAxisText();
  const unitName = t(`units.${unit}`);
  const option = useMemo(() => {
    const baseline = balanceSteps(pool, stages, 'baseline');
    const nameOf = (name: StepName): string => {
      if (name.kind === 'stage') return labelOf('stages', name.code);
      return name.kind === 'levy' ? t('charts.levy') : t(`scenario.${name.kind}`);
    };
    return waterfallOption(
      baseline.map(({ name }) => nameOf(name)),
      baseline,
      balanceSteps(pool, stages, 'scenario'),
      {
        baseline: t('scenario.baseline'),
        scenario: t('scenario.scenario'),
        amount: (text) => `${formatAmount(fenOf(text), unit)} ${unitName}`,
        axis,
      },
    );
  }, [pool, stages, unit, unitName, axis, labelOf, t]);
  const amount = (text: string): string => `${formatAmount(fenOf(text), unit)} ${unitName}`;
  return (
    <Chart
      title={t('scenario.waterfall', { pool: pick(pool.name) })}
      unit={t('charts.inUnit', { unit: unitName })}
      description={t('scenario.waterfallText', {
        before: amount(pool.balanceBefore),
        baseline: amount(pool.balanceAfter.baseline),
        scenario: amount(pool.balanceAfter.scenario),
      })}
      option={option}
      height={WATERFALL_HEIGHT}
    />
  );
}

const WATERFALL_HEIGHT = 340;

/** The small flows below the last pool need room for their names. */
const SANKEY_ROOM = 60;

function Flows({ comparison }: ScenarioChartsProps): ReactNode {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { unit } = useUnit();
  const unitName = t(`units.${unit}`);
  const option = useMemo(() => {
    const pools = new Map(comparison.pools.map(({ id, name }) => [id, name[language]]));
    const places: Readonly<Record<string, string>> = {
      [FUND]: t('scenario.fundNode'),
      [OPENING]: t('scenario.opening'),
      [OTHER_INCOME]: t('scenario.otherIncome'),
      [CLOSING]: t('scenario.closing'),
    };
    return sankeyOption(moneyFlows(comparison), {
      nameOf: (node) => places[node] ?? pools.get(node.replace(/^(levy|received)\//, '')) ?? node,
      amount: (text) => `${formatAmount(fenOf(text), unit)} ${unitName}`,
    });
  }, [comparison, language, unit, unitName, t]);
  const amount = (text: string): string => `${formatAmount(fenOf(text), unit)} ${unitName}`;
  return (
    <Chart
      title={t('scenario.sankey')}
      unit={t('charts.inUnit', { unit: unitName })}
      description={t('scenario.sankeyText', {
        levy: amount(comparison.totals.levy.scenario),
        received: amount(comparison.totals.received.scenario),
        closing: amount(comparison.fund.closingBalance.scenario),
      })}
      option={option}
      height={chartHeight(comparison.pools.length) + SANKEY_ROOM}
    />
  );
}
