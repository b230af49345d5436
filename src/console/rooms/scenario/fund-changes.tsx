import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import type { Change } from '#console/api/scenario-queries.ts';
import { FigureButton } from '#console/explanation/figure-button.tsx';
import { Difference } from '#console/rooms/scenario/difference.tsx';
import type { ScenarioComparisonBody } from '#contract/scenarios';
import { fenOf, ZERO_FEN } from '#kernel/fen';

/** The fund's year in one line, each figure in the run and in the scenario. */
export function FundChanges({ comparison }: { readonly comparison: ScenarioComparisonBody }): ReactNode {
  const { t } = useTranslation();
  const { inflow, outflow, closingBalance, reserve } = comparison.fund;
  const hasReserve = [reserve.baseline, reserve.scenario].some((text) => fenOf(text) !== ZERO_FEN);
  return (
    <section aria-label={t('scenario.fund')}>
      <dl className="fund">
        <FundChange name={t('scenario.inflow')} figure="fund/inflow" change={inflow} />
        <FundChange name={t('scenario.outflow')} figure="fund/outflow" change={outflow} />
        <FundChange name={t('scenario.closing')} figure="fund/closing" change={closingBalance} />
        {hasReserve ? (
          <FundChange name={t('scenario.reserve')} figure="fund/reserve" change={reserve} />
        ) : null}
      </dl>
    </section>
  );
}

interface FundChangeProps {
  readonly name: string;
  readonly figure: string;
  readonly change: Change;
}

function FundChange({ name, figure, change }: FundChangeProps): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const write = (text: string): string => formatAmount(fenOf(text), unit);
  return (
    <div className="fund-amount">
      <dt>{name}</dt>
      <dd>
        <span className="fund-baseline">{write(change.baseline)} →</span>{' '}
        <FigureButton
          figure={figure}
          name={name}
          text={`${write(change.scenario)} ${t(`units.${unit}`)}`}
          title={`${formatAmount(fenOf(change.scenario), 'yuan')} ${t('units.yuan')}`}
        >
          {write(change.scenario)} <small>{t(`units.${unit}`)}</small>
        </FigureButton>
        <p className="fund-difference">
          <Difference exact={change.difference} write={write} />
        </p>
      </dd>
    </div>
  );
}
