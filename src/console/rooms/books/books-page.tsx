import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { BookOutlined } from '@ant-design/icons';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { booksQuery, type Books } from '#console/api/ledger-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { BalancesSection } from '#console/rooms/books/balances-section.tsx';
import { BooksFrame } from '#console/rooms/books/books-frame.tsx';
import { BooksTable } from '#console/rooms/books/books-table.tsx';
import { FUND_READERS, SEAL_READERS } from '#console/fund/fund-roles.ts';
import { OpenBooksForm } from '#console/rooms/books/open-books-form.tsx';
import { ObligationsSection } from '#console/rooms/books/obligations-section.tsx';
import { SealCard } from '#console/rooms/books/seal-card.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** The books of the own places: how they are sealed, what they are, and what one of them holds and owes. */
export function BooksPage(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const mayAct = holds(account, ['fund_maker']);
  const query = useQuery({ ...booksQuery, enabled: holds(account, FUND_READERS) });
  const [isOpening, setOpening] = useState(false);
  const open = (
    <Button
      type="primary"
      icon={<BookOutlined aria-hidden />}
      aria-expanded={isOpening}
      onClick={() => setOpening(!isOpening)}
    >
      {t('books.open.title')}
    </Button>
  );
  return (
    <BooksFrame part="books" actions={mayAct ? open : null}>
      {isOpening && mayAct ? <OpenBooksForm onClose={() => setOpening(false)} /> : null}
      {holds(account, SEAL_READERS) ? <SealCard /> : null}
      <QueryView query={query}>{(books) => <Shown books={books} />}</QueryView>
    </BooksFrame>
  );
}

function Shown({ books }: { readonly books: readonly Books[] }): ReactNode {
  const navigate = useNavigate();
  const search = useSearch({ from: '/fund/books' });
  const chosen =
    books.find((one) => one.pool === search.pool && one.insuranceType === search.insuranceType) ?? books[0];
  return (
    <>
      <BooksTable
        books={books}
        chosen={chosen}
        onChoose={({ pool, insuranceType }) =>
          void navigate({ to: '/fund/books', search: { pool, insuranceType }, resetScroll: false })
        }
      />
      {chosen === undefined ? null : (
        <>
          <BalancesSection
            key={`${chosen.pool} ${chosen.insuranceType}`}
            books={chosen}
            through={search.through}
            onThrough={(through) =>
              void navigate({
                to: '/fund/books',
                search: {
                  pool: chosen.pool,
                  insuranceType: chosen.insuranceType,
                  ...(through === undefined ? {} : { through }),
                },
                replace: true,
                resetScroll: false,
              })
            }
          />
          <ObligationsSection books={chosen} />
        </>
      )}
    </>
  );
}
