import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { verificationsQuery, type Verification } from '#console/api/ledger-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { VerificationChecks } from '#console/rooms/books/verification-checks.tsx';
import { Person } from '#console/fund/person.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';

/** Every verification that was kept: when, by whom, up to which block, and what it found. */
export function PastVerifications(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(verificationsQuery);
  const [open, setOpen] = useState<string>();
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
          rows={verifications.flatMap((one) => {
            const key = `${one.at} ${one.by}`;
            const isOpen = key === open;
            const row = (
              <PastRow
                key={key}
                verification={one}
                isOpen={isOpen}
                onToggle={() => setOpen(isOpen ? undefined : key)}
              />
            );
            return isOpen ? [row, <ChecksRow key={`${key} checks`} verification={one} />] : [row];
          })}
        />
      )}
    </QueryView>
  );
}

/** What every check of one verification found, across the table. */
function ChecksRow({ verification }: { readonly verification: Verification }): ReactNode {
  return (
    <tr>
      <td colSpan={7}>
        <VerificationChecks verification={verification} />
      </td>
    </tr>
  );
}

interface PastRowProps {
  readonly verification: Verification;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function PastRow({ verification, isOpen, onToggle }: PastRowProps): ReactNode {
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
        <Button size="small" type="link" aria-expanded={isOpen} onClick={onToggle}>
          {t(isOpen ? 'books.seal.hide' : 'books.seal.show')}
        </Button>
      </td>
      {(['checked', 'wrong', 'unproved'] as const).map((column) => (
        <td key={column} className="figure-cell">
          {total(column)}
        </td>
      ))}
    </tr>
  );
}
