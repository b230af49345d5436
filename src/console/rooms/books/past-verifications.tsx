import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { verificationsQuery, type Verification } from '#console/api/ledger-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { FundTable } from '#console/rooms/books/fund-table.tsx';
import { Person } from '#console/rooms/office/person.tsx';
import { RecordedAt } from '#console/rooms/runs/recorded-at.tsx';

/** Every verification that was kept: when, by whom, up to which block, and what it found. */
export function PastVerifications(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(verificationsQuery);
  const columns = [
    ...(['at', 'by', 'proved', 'outcome'] as const).map((column) => ({ label: t(`books.seal.${column}`) })),
    ...(['checked', 'wrong', 'unproved'] as const).map((column) => ({
      label: t(`books.seal.${column}`),
      isFigure: true,
    })),
  ];
  return (
    <QueryView query={query}>
      {(verifications) => (
        <FundTable
          label={t('books.seal.history')}
          columns={columns}
          none={t('books.seal.never')}
          rows={verifications.map((one) => (
            <PastRow key={`${one.at} ${one.by}`} verification={one} />
          ))}
        />
      )}
    </QueryView>
  );
}

function PastRow({ verification }: { readonly verification: Verification }): ReactNode {
  const { t } = useTranslation();
  const { at, by, head, isSound, checks } = verification;
  const total = (column: 'checked' | 'wrong' | 'unproved'): string =>
    checks.reduce((sum, check) => sum + BigInt(check[column]), 0n).toString();
  const failed = checks.filter(({ wrong }) => wrong !== '0').map(({ name }) => name);
  return (
    <tr>
      <th scope="row">
        <RecordedAt instant={at} />
      </th>
      <td>
        <Person id={by} />
      </td>
      <td>{head === null ? t('books.seal.noHead') : t('books.seal.block', { number: head.number })}</td>
      <td className="words">
        <Mark tone={isSound ? 'good' : 'warn'}>{t(isSound ? 'books.seal.sound' : 'books.seal.broken')}</Mark>{' '}
        {failed.length === 0 ? null : <code className="note">{failed.join(' ')}</code>}
      </td>
      {(['checked', 'wrong', 'unproved'] as const).map((column) => (
        <td key={column} className="figure-cell">
          {total(column)}
        </td>
      ))}
    </tr>
  );
}
