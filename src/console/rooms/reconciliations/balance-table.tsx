import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reconciliation } from '#console/api/reconciliation-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { Money } from '#console/fund/money.tsx';

interface BalanceTableProps {
  readonly month: Reconciliation;
}

/** The balance adjustment: each side with what only the other has, until both are equal. */
export function BalanceTable({ month: { adjustment } }: BalanceTableProps): ReactNode {
  const { t } = useTranslation();
  const { ours, theirs, theirReceipts, theirPayments, ourReceipts, ourPayments, adjusted } = adjustment;
  return (
    <section aria-labelledby="balance-title" className="fund-section">
      <div className="section-title">
        <h2 id="balance-title">{t('reconciliations.balance.title')}</h2>
      </div>
      <p className="note">
        <Mark tone="good">{t('reconciliations.balance.equal')}</Mark> {t('reconciliations.balance.text')}
      </p>
      <div className="table-scroll" role="region" aria-labelledby="balance-title" tabIndex={0}>
        <table className="fund-table balance-adjustment">
          <Head />
          <tbody>
            <Row row="before" left={['before', ours]} right={['before', theirs]} />
            <Row
              row="receipts"
              left={['theirReceipts', theirReceipts]}
              right={['ourReceipts', ourReceipts]}
            />
            <Row
              row="payments"
              left={['theirPayments', theirPayments]}
              right={['ourPayments', ourPayments]}
            />
          </tbody>
          <tfoot>
            <Row row="adjusted" left={['adjusted', adjusted]} right={['adjusted', adjusted]} />
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Head(): ReactNode {
  const { t } = useTranslation();
  const amount = (
    <th scope="col" className="figure-cell">
      {t('reconciliations.matches.amount')}
    </th>
  );
  return (
    <thead>
      <tr>
        <th scope="col">{t('reconciliations.balance.ours')}</th>
        {amount}
        <th scope="col" className="side-end">
          {t('reconciliations.balance.theirs')}
        </th>
        {amount}
      </tr>
    </thead>
  );
}

type Item = 'before' | 'theirReceipts' | 'theirPayments' | 'ourReceipts' | 'ourPayments' | 'adjusted';

interface RowProps {
  readonly row: string;
  /** What it is and the amount, of the books. */
  readonly left: readonly [Item, string];
  /** The same of the statement. */
  readonly right: readonly [Item, string];
}

function Row({ row, left, right }: RowProps): ReactNode {
  const { t } = useTranslation();
  return (
    <tr data-row={row}>
      <th scope="row">{t(`reconciliations.balance.${left[0]}`)}</th>
      <td className="figure-cell">
        <Money yuan={left[1]} />
      </td>
      <th scope="row" className="side-end">
        {t(`reconciliations.balance.${right[0]}`)}
      </th>
      <td className="figure-cell">
        <Money yuan={right[1]} />
      </td>
    </tr>
  );
}
