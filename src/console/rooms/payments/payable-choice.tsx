import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payable } from '#console/api/payment-queries.ts';
import { sumYuan } from '#console/rooms/books/account-balances.ts';
import { Counterparty } from '#console/rooms/books/counterparty.tsx';
import { FundTable } from '#console/rooms/books/fund-table.tsx';
import { Money } from '#console/rooms/books/money.tsx';

interface PayableChoiceProps {
  readonly payables: readonly Payable[];
  /** Those that are left out of the run. */
  readonly left: readonly string[];
  readonly onChange: (left: readonly string[]) => void;
}

/** What is owed, payee by payee; all are paid unless unticked. */
export function PayableChoice({ payables, left, onChange }: PayableChoiceProps): ReactNode {
  const { t } = useTranslation();
  const chosen = payables.filter(({ counterparty }) => !left.includes(counterparty));
  const sides = ['pooled', 'account'] as const;
  return (
    <FundTable
      label={t('payments.runs.owed')}
      none={t('payments.runs.nothingOwed')}
      columns={[
        { label: t('payments.columns.payee') },
        ...sides.map((side) => ({ label: t(`fundCodes.funds.${side}`), isFigure: true })),
      ]}
      rows={payables.map(({ counterparty, pooled, account }) => (
        <tr key={counterparty}>
          <th scope="row">
            <Checkbox
              checked={!left.includes(counterparty)}
              onChange={({ target }) =>
                onChange(
                  target.checked ? left.filter((one) => one !== counterparty) : [...left, counterparty],
                )
              }
            >
              <Counterparty id={counterparty} />
            </Checkbox>
          </th>
          <td className="figure-cell">
            <Money yuan={pooled} hidesNil />
          </td>
          <td className="figure-cell">
            <Money yuan={account} hidesNil />
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
