import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '#console/app/mark.tsx';
import { sumYuan } from '#console/rooms/books/account-balances.ts';
import { Counterparty } from '#console/fund/counterparty.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { RunLinks } from '#console/rooms/payments/run-links.tsx';
import { isChosen, type PayableRow } from '#console/rooms/payments/run-draft.ts';

interface PayableChoiceProps {
  readonly rows: readonly PayableRow[];
  /** Keys of the rows whose tick was changed. */
  readonly changed: readonly string[];
  readonly onChange: (changed: readonly string[]) => void;
}

/** What is owed, payee by payee; what has the run's category is paid unless unticked, what has none where ticked. */
export function PayableChoice({ rows, changed, onChange }: PayableChoiceProps): ReactNode {
  const { t } = useTranslation();
  const chosen = rows.filter((row) => isChosen(row, changed));
  const sides = ['pooled', 'account'] as const;
  return (
    <FundTable
      label={t('payments.runs.owed')}
      none={t('payments.runs.nothingOwed')}
      columns={[
        { label: t('payments.columns.payee') },
        ...sides.map((side) => ({ label: t(`fundCodes.funds.${side}`), isFigure: true })),
      ]}
      rows={rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">
            <Checkbox
              checked={isChosen(row, changed)}
              onChange={() =>
                onChange(
                  changed.includes(row.key)
                    ? changed.filter((key) => key !== row.key)
                    : [...changed, row.key],
                )
              }
            >
              <Counterparty id={row.counterparty} />{' '}
              {row.isUncategorised ? <Mark tone="warn">{t('payments.runs.uncategorised')}</Mark> : null}
            </Checkbox>
            <RunLinks label={t('payments.runs.cameBackFrom')} lines={row.returned} />
          </th>
          <td className="figure-cell">
            <Money yuan={row.pooled} hidesNil />
          </td>
          <td className="figure-cell">
            <Money yuan={row.account} hidesNil />
          </td>
        </tr>
      ))}
      foot={
        <tr>
          <th scope="row">{t('payments.runs.chosen', { count: chosen.length })}</th>
          {sides.map((side) => (
            <td key={side} className="figure-cell">
              <Money yuan={sumYuan(chosen.map((one) => one[side]))} />
            </td>
          ))}
        </tr>
      }
    />
  );
}
