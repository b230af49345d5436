import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { eventQuery, type EventDetail } from '#console/api/ledger-queries.ts';
import { FixedUnit } from '#console/amounts/unit-context.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { BooksFrame } from '#console/rooms/books/books-frame.tsx';
import { EntriesTable } from '#console/rooms/books/entries-table.tsx';
import { EventFacts } from '#console/rooms/books/event-facts.tsx';
import { FUND_READERS } from '#console/fund/fund-roles.ts';
import { ReverseForm } from '#console/rooms/books/reverse-form.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { useReversible } from '#console/rooms/books/use-reversible.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** One event: what it says, and its entries in both books. */
export function EventPage(): ReactNode {
  const { t } = useTranslation();
  const { number } = useParams({ from: '/fund/events/$number' });
  const account = useAccount();
  const query = useQuery({ ...eventQuery(number), enabled: holds(account, FUND_READERS) });
  const [isReversing, setReversing] = useState(false);
  const isReversible = useReversible(query.data?.event);
  const mayReverse = isReversible && holds(account, ['fund_maker']);
  const reverse = (
    <Button className="screen-only" aria-expanded={isReversing} onClick={() => setReversing(!isReversing)}>
      {t('books.reverse.title')}
    </Button>
  );
  return (
    <BooksFrame
      part="journal"
      title={t('books.event.title', { number })}
      actions={mayReverse ? reverse : null}
    >
      {isReversing && mayReverse ? (
        <ReverseForm key={number} number={number} onClose={() => setReversing(false)} />
      ) : null}
      <FixedUnit unit="yuan">
        <QueryView query={query}>{(detail) => <Detail detail={detail} />}</QueryView>
      </FixedUnit>
      <p className="screen-only">
        <Link to="/fund/journal">{t('books.event.back')}</Link>
      </p>
    </BooksFrame>
  );
}

function Detail({ detail }: { readonly detail: EventDetail }): ReactNode {
  const { t } = useTranslation();
  const { event, entries } = detail;
  return (
    <>
      <EventFacts event={event} />
      {(['cash', 'obligation'] as const).map((book) => {
        const own = entries.filter((entry) => entry.book === book);
        return own.length === 0 ? null : (
          <section key={book} className="fund-section" aria-labelledby={`book-${book}`}>
            <div className="section-title">
              <h2 id={`book-${book}`}>{t(`fundCodes.books.${book}`)}</h2>
              <UnitNote />
            </div>
            <EntriesTable entries={own} packHash={event.packHash} label={t(`fundCodes.books.${book}`)} />
          </section>
        );
      })}
    </>
  );
}
