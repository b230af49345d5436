import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { journalQuery, type JournalEvent } from '#console/api/ledger-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { Person } from '#console/fund/person.tsx';
import { Clauses } from '#console/fund/clauses.tsx';
import { Counterparty } from '#console/fund/counterparty.tsx';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { TemplateName } from '#console/rooms/books/template-name.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { RecordedAt } from '#console/fund/recorded-at.tsx';

/** What an event says of itself: what, whose, when, by whom and by which clauses. */
export function EventFacts({ event }: { readonly event: JournalEvent }): ReactNode {
  const { t } = useTranslation();
  const code = useFundCode();
  const poolName = usePoolName();
  const { refusal, pool, otherPool, insuranceType, counterparty, category } = event;
  return (
    <dl className="fund-facts">
      <Fact name="event">
        <TemplateName event={event} />{' '}
        {refusal === null ? null : (
          <>
            <Mark tone="warn">{t('books.event.refused')}</Mark> <code>{refusal}</code>
          </>
        )}
      </Fact>
      <Fact name="pool">
        {pool === null ? '–' : poolName(pool)}
        {otherPool === null ? null : ` ↔ ${poolName(otherPool)}`}
      </Fact>
      <Fact name="type">{insuranceType === null ? '–' : t(`schemes.${insuranceType}`)}</Fact>
      {counterparty === null ? null : (
        <Fact name="counterparty">
          <Counterparty id={counterparty} />
        </Fact>
      )}
      {category === null ? null : <Fact name="category">{code('categories', category)}</Fact>}
      <Fact name="effectiveOn">{event.effectiveOn}</Fact>
      <Fact name="month">{event.postingMonth ?? '–'}</Fact>
      <Fact name="recorded">
        <Person id={event.actor} /> · <RecordedAt instant={event.knownAt} />
      </Fact>
      {event.reverses === null ? null : <Cited name="reverses" number={event.reverses} />}
      {event.corrects === null ? null : <Cited name="corrects" number={event.corrects} />}
      <Fact name="clauses">
        <EventClauses event={event} />
      </Fact>
      {event.voucher === null ? null : <Fact name="voucher">{event.voucher}</Fact>}
      {event.note === '' ? null : (
        <Fact name="note" isWide>
          {event.note}
        </Fact>
      )}
      <Fact name="key">
        <code>{event.key}</code>
      </Fact>
    </dl>
  );
}

/** The clauses that the event names, and those by which its template was made. */
function EventClauses({ event }: { readonly event: JournalEvent }): ReactNode {
  const { packHash, template, clauses } = event;
  const { data } = useQuery({ ...journalQuery(packHash ?? ''), enabled: packHash !== null });
  const cite = data?.templates.find(({ id }) => id === template)?.cite ?? [];
  return <Clauses ids={[...new Set([...clauses, ...cite])]} packHash={packHash} />;
}

interface FactProps {
  readonly name:
    | 'category'
    | 'clauses'
    | 'corrects'
    | 'counterparty'
    | 'effectiveOn'
    | 'event'
    | 'key'
    | 'month'
    | 'note'
    | 'pool'
    | 'recorded'
    | 'reverses'
    | 'type'
    | 'voucher';
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

function Fact({ name, isWide = false, children }: FactProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={isWide ? 'wide' : ''}>
      <dt>{t(`books.columns.${name}`)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface CitedProps {
  readonly name: 'reverses' | 'corrects';
  readonly number: string;
}

function Cited({ name, number }: CitedProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Fact name={name}>
      <Link to="/fund/events/$number" params={{ number }}>
        {t('books.event.title', { number })}
      </Link>
    </Fact>
  );
}
