import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { obligationsQuery, type Books } from '#console/api/ledger-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { sumYuan } from '#console/rooms/books/account-balances.ts';
import { Counterparty } from '#console/fund/counterparty.tsx';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';

const SIDES = ['receivable', 'advance', 'payable'] as const;

/** Who owes these books and whom they owe; each counterparty leads to its events. */
export function ObligationsSection({ books }: { readonly books: Books }): ReactNode {
  const { t } = useTranslation();
  const code = useFundCode();
  const { pool, insuranceType } = books;
  const query = useQuery(obligationsQuery({ pool, insuranceType }));
  const columns = [
    ...(['counterparty', 'fund', 'source'] as const).map((column) => ({
      label: t(`books.columns.${column}`),
    })),
    ...SIDES.map((side) => ({ label: t(`books.columns.${side}`), isFigure: true })),
  ];
  return (
    <section className="fund-section" aria-labelledby="obligations">
      <div className="section-title">
        <h2 id="obligations">{t('books.obligations.title')}</h2>
        <span className="note">{t('books.obligations.text')}</span>
        <UnitNote />
      </div>
      <QueryView query={query}>
        {(obligations) => (
          <FundTable
            label={t('books.obligations.title')}
            columns={columns}
            none={t('books.obligations.none')}
            rows={obligations.map((line) => (
              <tr key={`${line.counterparty} ${line.fund} ${line.source}`}>
                <th scope="row">
                  {line.isWithheld ? (
                    `${code('parties', line.counterparty)}（${t('books.withheldParties')}）`
                  ) : (
                    <Link
                      to="/fund/journal"
                      search={{ pool, insuranceType, book: 'obligation', counterparty: line.counterparty }}
                    >
                      <Counterparty id={line.counterparty} />
                    </Link>
                  )}
                </th>
                <td>{code('funds', line.fund)}</td>
                <td>{code('sources', line.source)}</td>
                {SIDES.map((side) => (
                  <td key={side} className="figure-cell">
                    <Money yuan={line[side]} hidesNil />
                  </td>
                ))}
              </tr>
            ))}
            foot={
              <tr>
                <th scope="row" colSpan={3}>
                  {t('books.total')}
                </th>
                {SIDES.map((side) => (
                  <td key={side} className="figure-cell">
                    <Money yuan={sumYuan(obligations.map((line) => line[side]))} />
                  </td>
                ))}
              </tr>
            }
          />
        )}
      </QueryView>
    </section>
  );
}
