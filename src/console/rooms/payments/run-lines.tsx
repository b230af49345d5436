import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentRunWithLines } from '#console/api/payment-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { sumYuan } from '#console/rooms/books/account-balances.ts';
import { Counterparty } from '#console/fund/counterparty.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { RunLinks } from '#console/rooms/payments/run-links.tsx';

type Line = PaymentRunWithLines['lines'][number];

/** The lines of a run: who is paid what, and what the bank answered; rejected ones say why. */
export function RunLines({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  const { t } = useTranslation();
  const sides = ['pooled', 'account'] as const;
  return (
    <FundTable
      label={t('payments.runs.lines')}
      none={t('payments.runs.noLines')}
      columns={[
        { label: t('books.columns.line') },
        { label: t('payments.columns.payee') },
        { label: t('payments.columns.holder') },
        ...sides.map((side) => ({ label: t(`fundCodes.funds.${side}`), isFigure: true })),
        { label: t('payments.columns.answer') },
        { label: t('payments.columns.event') },
      ]}
      rows={lines.map((line) => (
        <tr key={line.line}>
          <td>{line.line}</td>
          <th scope="row">
            <Counterparty id={line.counterparty} />
          </th>
          <td>
            {line.holder}
            <div className="note">
              {line.bank} {line.number}
            </div>
          </td>
          {sides.map((side) => (
            <td key={side} className="figure-cell">
              <Money yuan={line[side]} hidesNil />
            </td>
          ))}
          <td className="words">
            <Answer line={line} />
          </td>
          <td>
            {line.event === null ? null : (
              <Link to="/fund/events/$number" params={{ number: line.event }}>
                {t('books.event.title', { number: line.event })}
              </Link>
            )}
          </td>
        </tr>
      ))}
      foot={
        <tr>
          <th scope="row" colSpan={3}>
            {t('books.total')}
          </th>
          {sides.map((side) => (
            <td key={side} className="figure-cell">
              <Money yuan={sumYuan(lines.map((line) => line[side]))} />
            </td>
          ))}
          <td colSpan={2} />
        </tr>
      }
    />
  );
}

/** What the bank said of a line, by which vouchers, and which runs pay it again or came back before it. */
function Answer({ line }: { readonly line: Line }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {line.answers.map((answer, index) => (
        <Mark key={`${answer} ${String(index)}`} tone={answer === 'paid' ? 'good' : 'warn'}>
          {t(`payments.answers.${answer}`)}
        </Mark>
      ))}{' '}
      {line.reason}
      {line.vouchers.length === 0 ? null : (
        <div className="note">
          {t('books.columns.voucher')} {line.vouchers.join('、')}
        </div>
      )}
      <RunLinks label={t('payments.runs.paidAgainBy')} lines={line.repeatedBy} />
      <RunLinks label={t('payments.runs.repeats')} lines={line.repeats} />
    </>
  );
}
