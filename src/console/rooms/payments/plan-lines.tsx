import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanLine } from '#console/api/payment-queries.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';

const FIGURES = ['open', 'expected', 'carried', 'amount', 'funded'] as const;

interface PlanLinesProps {
  readonly lines: readonly PlanLine[];
  readonly total: string;
  /** What was moved for it so far. */
  readonly funded: string;
  readonly label: string;
}

/** The lines of a plan: what is open and expected, less what an earlier plan carries over, and what has been moved. */
export function PlanLines({ lines, total, funded, label }: PlanLinesProps): ReactNode {
  const { t } = useTranslation();
  return (
    <FundTable
      label={label}
      none={t('payments.plans.noLines')}
      columns={[
        { label: t('payments.columns.line') },
        ...FIGURES.map((figure) => ({ label: t(`payments.plans.${figure}`), isFigure: true })),
      ]}
      rows={lines.map((line) => (
        <tr key={line.line}>
          <th scope="row">{t(`payments.lines.${line.line}`)}</th>
          {FIGURES.map((figure) => (
            <td key={figure} className="figure-cell">
              <Money yuan={line[figure]} hidesNil={figure !== 'amount'} />
            </td>
          ))}
        </tr>
      ))}
      foot={
        <tr>
          <th scope="row" colSpan={FIGURES.length - 1}>
            {t('books.total')}
          </th>
          <td className="figure-cell">
            <Money yuan={total} />
          </td>
          <td className="figure-cell">
            <Money yuan={funded} />
          </td>
        </tr>
      }
    />
  );
}
