import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Books } from '#console/api/ledger-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { keyOfBooks } from '#console/fund/books-choice.tsx';
import { CloseMonth } from '#console/rooms/books/close-month.tsx';
import { CloseYear } from '#console/rooms/books/close-year.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { PlaceName } from '#console/fund/place-name.tsx';
import { WhoWhen } from '#console/fund/who-when.tsx';

interface BooksTableProps {
  readonly books: readonly Books[];
  readonly chosen: Books | undefined;
  readonly onChoose: (books: Books) => void;
}

/** The sets of books by place; one of them is shown in full below. */
export function BooksTable({ books, chosen, onChoose }: BooksTableProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const columns = (['place', 'pool', 'type', 'firstMonth', 'closedThrough', 'actions'] as const).map(
    (column) => ({ label: t(`books.columns.${column}`) }),
  );
  return (
    <FundTable
      label={t('books.parts.books')}
      columns={columns}
      none={t('books.noBooks')}
      rows={books.map((one) => (
        <tr key={keyOfBooks(one)} className={one === chosen ? 'is-chosen' : ''}>
          <td>
            <PlaceName path={one.place} />
          </td>
          <th scope="row">
            <button
              type="button"
              className="text-button"
              aria-pressed={one === chosen}
              onClick={() => onChoose(one)}
            >
              {pick(one.name)}
            </button>{' '}
            <span className="note">{t(`books.kinds.${one.kind}`)}</span>
          </th>
          <td>{t(`schemes.${one.insuranceType}`)}</td>
          <td>{one.firstMonth}</td>
          <td className="words">
            {one.closedThrough ?? <span className="note">{t('books.noneClosed')}</span>}
            {one.lastClosing === null ? null : <WhoWhen by={one.lastClosing.by} at={one.lastClosing.at} />}
            <UnsweptNote reason={one.lastClosing?.unsweptReason ?? null} />
          </td>
          <td>
            <span className="row-actions">
              <Link
                to="/fund/journal"
                search={{ pool: one.pool, insuranceType: one.insuranceType }}
                aria-label={`${t('books.parts.journal')} ${pick(one.name)} ${t(`schemes.${one.insuranceType}`)}`}
              >
                {t('books.parts.journal')}
              </Link>
              <CloseYear books={one} />
              <CloseMonth books={one} />
            </span>
          </td>
        </tr>
      ))}
    />
  );
}

/** Why the last month was closed though not all of it was swept. */
function UnsweptNote({ reason }: { readonly reason: string | null }): ReactNode {
  const { t } = useTranslation();
  return reason === null ? null : <div className="note">{t('books.close.unsweptNote', { reason })}</div>;
}
