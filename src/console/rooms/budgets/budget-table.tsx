import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import type { BudgetLine, BudgetTable, BudgetView } from '#console/api/budget-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { FigureButton } from '#console/explanation/figure-button.tsx';
import { useFigureScope } from '#console/explanation/figure-scope.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { keyOfLine, useLineLabel } from '#console/rooms/budgets/line-key.ts';
import { RoundingNote } from '#console/rooms/budgets/rounding-note.tsx';
import { Section } from '#console/fund/section.tsx';
import { fenOf } from '#kernel/fen';

/** The table that binds, or the latest draft before that. A plan changes amounts, so only drafts explain theirs. */
export function BudgetTableSection({ view }: { readonly view: BudgetView }): ReactNode {
  const { t } = useTranslation();
  const table = view.current ?? view.latest;
  if (table === null) return <p className="office-none">{t('budgets.noDraft')}</p>;
  return (
    <Section
      title={t('budgets.table')}
      text={t('budgets.tableText')}
      aside={
        <>
          <Mark tone={view.current === null ? 'plain' : 'good'}>
            {t(view.current === null ? 'budgets.draftTable' : 'budgets.adoptedTable')}
          </Mark>
          <UnitNote />
        </>
      }
    >
      <FundTable
        label={t('budgets.table')}
        columns={[
          { label: t('budgets.line') },
          { label: t('budgets.part') },
          { label: t('budgets.amount'), isFigure: true },
          { label: t('budgets.clauses') },
        ]}
        none={t('budgets.noDraft')}
        rows={(['income', 'expenditure'] as const).flatMap((side) => [
          <tr key={side} className="sum">
            <th scope="row" colSpan={2}>
              {t(`budgets.sides.${side}`)}
            </th>
            <td className="figure-cell">
              <TotalFigure view={view} figure={side} amount={table.totals[side]} />
            </td>
            <td />
          </tr>,
          ...table.lines
            .filter((line) => line.side === side)
            .map((line) => <LineRow key={keyOfLine(line)} view={view} table={table} line={line} />),
        ])}
        foot={(['yearBalance', 'opening', 'accumulated'] as const).map((total) => (
          <tr key={total}>
            <th scope="row" colSpan={2}>
              {t(`budgets.totals.${total}`)}
            </th>
            <td className="figure-cell">
              <TotalFigure view={view} figure={total} amount={table.totals[total]} />
            </td>
            <td />
          </tr>
        ))}
      />
      <RoundingNote
        roundings={table.roundings.map(({ figure, amount }) => ({
          name: t(`budgets.totals.${figure}`),
          amount,
        }))}
      />
    </Section>
  );
}

interface TotalFigureProps {
  readonly view: BudgetView;
  readonly figure: 'income' | 'expenditure' | 'yearBalance' | 'opening' | 'accumulated';
  readonly amount: string;
}

/** A sum opens its explanation where the draft's own sum is the one that is shown. */
function TotalFigure({ view, figure, amount }: TotalFigureProps): ReactNode {
  const { t } = useTranslation();
  const isExplained = figure !== 'opening' && view.latest?.totals[figure] === amount;
  return isExplained ? (
    <ExplainedAmount figure={`total/${figure}`} name={t(`budgets.totals.${figure}`)} amount={amount} />
  ) : (
    <Money yuan={amount} />
  );
}

interface LineRowProps {
  readonly view: BudgetView;
  readonly table: BudgetTable;
  readonly line: BudgetLine;
}

function LineRow({ view, table, line }: LineRowProps): ReactNode {
  const { t } = useTranslation();
  const { packId } = useFigureScope();
  const labelOf = useLineLabel(table);
  const key = keyOfLine(line);
  const drafted = view.latest?.lines.find((one) => keyOfLine(one) === key);
  return (
    <tr>
      <th scope="row" className="line-name">
        {labelOf(key)} {line.isTransfer ? <span className="note">{t('budgets.transfer')}</span> : null}
      </th>
      <td>{t(`budgets.parts.${line.part}`)}</td>
      <td className="figure-cell">
        {drafted?.amount === line.amount ? (
          <ExplainedAmount figure={`line/${key}`} name={labelOf(key)} amount={line.amount} />
        ) : (
          <Money yuan={line.amount} />
        )}
      </td>
      <td>
        {line.cite.map((id) => (
          <ClauseLink key={id} id={id} packId={packId} />
        ))}
      </td>
    </tr>
  );
}

interface ExplainedAmountProps {
  readonly figure: string;
  readonly name: string;
  readonly amount: string;
}

function ExplainedAmount({ figure, name, amount }: ExplainedAmountProps): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const value = fenOf(amount);
  return (
    <FigureButton
      figure={figure}
      name={name}
      text={formatAmount(value, unit)}
      className={value < 0n ? 'figure-negative' : value === 0n ? 'figure-zero' : ''}
      title={`${formatAmount(value, 'yuan')} ${t('units.yuan')}`}
    />
  );
}
