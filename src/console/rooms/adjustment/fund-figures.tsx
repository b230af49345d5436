import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import { explanationQuery } from '#console/api/queries.ts';
import { FigureButton } from '#console/explanation/figure-button.tsx';
import type { RunViewBody } from '#contract/runs';
import { fenOf, ZERO_FEN } from '#kernel/fen';

const OPENING = 'given/fund/openingBalance';

/** The fund's year in one line: opening + inflow − outflow = closing. */
export function FundFigures({ view }: { readonly view: RunViewBody }): ReactNode {
  const { t } = useTranslation();
  const { fund } = view.output;
  const opening = useOpeningBalance(view.run.id);
  const hasReserve = fenOf(fund.reserve) !== ZERO_FEN;
  return (
    <section aria-label={t('fund.title')}>
      <dl className="fund">
        <Amount name={t('fund.opening')} figure={OPENING} amount={opening} />
        <Amount name={t('fund.inflow')} figure="fund/inflow" amount={fund.inflow} sign="+" />
        <Amount name={t('fund.outflow')} figure="fund/outflow" amount={fund.outflow} sign="−" />
        <Amount name={t('fund.closing')} figure="fund/closing" amount={fund.closingBalance} sign="=" />
        {hasReserve ? <Amount name={t('fund.reserve')} figure="fund/reserve" amount={fund.reserve} /> : null}
      </dl>
    </section>
  );
}

/** The run's output does not repeat what was given; the figure stands in the explanation. */
function useOpeningBalance(runId: string): string | undefined {
  const { data } = useQuery(explanationQuery(runId, OPENING));
  const value = data?.nodes.find((node) => node.id === OPENING)?.value;
  return value?.kind === 'fen' ? value.amount : undefined;
}

interface AmountProps {
  readonly name: string;
  readonly figure: string;
  readonly amount: string | undefined;
  readonly sign?: string;
}

function Amount({ name, figure, amount, sign }: AmountProps): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  return (
    <div className="fund-amount">
      <dt>
        {sign === undefined ? null : <span className="fund-sign">{sign}</span>}
        {name}
      </dt>
      <dd>
        {amount === undefined ? (
          '…'
        ) : (
          <FigureButton
            figure={figure}
            name={name}
            text={`${formatAmount(fenOf(amount), unit)} ${t(`units.${unit}`)}`}
            title={`${formatAmount(fenOf(amount), 'yuan')} ${t('units.yuan')}`}
          >
            {formatAmount(fenOf(amount), unit)} <small>{t(`units.${unit}`)}</small>
          </FigureButton>
        )}
      </dd>
    </div>
  );
}
