import { EditOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '#console/app/more-button.tsx';
import { eventsQuery, type EntrySums } from '#console/api/ledger-queries.ts';
import { Loading } from '#console/app/page-states.tsx';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { FixedUnit } from '#console/amounts/unit-context.tsx';
import { BooksFrame } from '#console/rooms/books/books-frame.tsx';
import { EventRow } from '#console/rooms/books/event-row.tsx';
import { FUND_READERS } from '#console/fund/fund-roles.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { JournalFilter } from '#console/rooms/books/journal-filter.tsx';
import { Money } from '#console/fund/money.tsx';
import { PostForm } from '#console/rooms/books/post-form.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { WithheldNote } from '#console/fund/withheld-note.tsx';
import { holds, useAccount } from '#console/session/session.ts';

const COLUMNS = [
  'number',
  'effectiveOn',
  'month',
  'event',
  'pool',
  'counterparty',
  'debit',
  'credit',
  'note',
  'recorded',
] as const;

/** The journal: events by their numbers, filtered; where new ones are posted by template. */
export function JournalPage(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const navigate = useNavigate();
  const search = useSearch({ from: '/fund/journal' });
  const mayAct = holds(account, ['fund_maker']);
  const query = useInfiniteQuery({ ...eventsQuery(search), enabled: holds(account, FUND_READERS) });
  const totals = query.data?.pages[0]?.totals ?? null;
  const withheld = (query.data?.pages ?? []).reduce((sum, page) => sum + page.withheld, 0);
  const [isPosting, setPosting] = useState(false);
  const post = (
    <Button
      type="primary"
      icon={<EditOutlined aria-hidden />}
      aria-expanded={isPosting}
      onClick={() => setPosting(!isPosting)}
    >
      {t('books.post.title')}
    </Button>
  );
  return (
    <BooksFrame part="journal" actions={mayAct ? post : null}>
      <FixedUnit unit="yuan">
        {isPosting && mayAct ? <PostForm onClose={() => setPosting(false)} /> : null}
        <JournalFilter
          key={JSON.stringify(search)}
          filter={search}
          onFilter={(filter) => void navigate({ to: '/fund/journal', search: filter, resetScroll: false })}
        />
        <p className="note">
          {t('books.journal.amounts')} <UnitNote />
        </p>
        {query.isPending ? <Loading /> : null}
        {query.isError ? <ProblemPanel error={query.error} onRetry={() => void query.refetch()} /> : null}
        {query.isSuccess ? (
          <FundTable
            label={t('books.parts.journal')}
            columns={COLUMNS.map((column) => ({
              label: t(`books.columns.${column}`),
              isFigure: column === 'debit' || column === 'credit',
            }))}
            none={t('books.journal.none')}
            rows={query.data.pages
              .flatMap(({ events }) => events)
              .map((event) => (
                <EventRow key={event.number} event={event} />
              ))}
            {...(totals === null ? {} : { foot: <TotalsRow totals={totals} /> })}
          />
        ) : null}
        <WithheldNote count={withheld} />
        <MoreButton label={t('books.journal.more')} query={query} />
      </FixedUnit>
    </BooksFrame>
  );
}

/** What one account of one set of books comes to over every page: the balance that led here. */
function TotalsRow({ totals: { debit, credit } }: { readonly totals: EntrySums }): ReactNode {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row" colSpan={COLUMNS.indexOf('debit')}>
        {t('books.journal.total')}
      </th>
      <td className="figure-cell">
        <Money yuan={debit} />
      </td>
      <td className="figure-cell">
        <Money yuan={credit} />
      </td>
      <td colSpan={2} />
    </tr>
  );
}
