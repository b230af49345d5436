import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalEvent } from '#console/api/ledger-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { shortHashes } from '#console/app/short-hashes.ts';
import { Counterparty } from '#console/fund/counterparty.tsx';
import { Money } from '#console/fund/money.tsx';
import { TemplateName } from '#console/rooms/books/template-name.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { Person } from '#console/fund/person.tsx';
import { RecordedAt } from '#console/fund/recorded-at.tsx';

/** One event of the journal; its number leads to its entries. */
export function EventRow({ event }: { readonly event: JournalEvent }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const { number, refusal, pool, otherPool, insuranceType, counterparty, reverses, corrects } = event;
  return (
    <tr className={refusal === null ? '' : 'row-over'}>
      <th scope="row">
        <Link to="/fund/events/$number" params={{ number }} aria-label={t('books.event.title', { number })}>
          {number}
        </Link>
      </th>
      <td>{event.effectiveOn}</td>
      <td>{event.postingMonth}</td>
      <td>
        <TemplateName event={event} />{' '}
        {refusal === null ? null : <Mark tone="warn">{t('books.event.refused')}</Mark>}{' '}
        {reverses === null ? null : (
          <Mark tone="plain">{t('books.event.reversesOf', { number: reverses })}</Mark>
        )}{' '}
        {corrects === null ? null : (
          <Mark tone="plain">{t('books.event.correctsOf', { number: corrects })}</Mark>
        )}
      </td>
      <td>
        {pool === null ? null : poolName(pool)}
        {otherPool === null ? null : ` ↔ ${poolName(otherPool)}`}{' '}
        <span className="note">{insuranceType === null ? '' : t(`schemes.${insuranceType}`)}</span>
      </td>
      <td>{counterparty === null ? null : <Counterparty id={counterparty} />}</td>
      {[event.debit, event.credit].map((amount, index) => (
        <td key={index} className="figure-cell">
          <Money yuan={amount} hidesNil />
        </td>
      ))}
      <td className="words" title={event.note}>
        {event.voucher === null ? null : (
          <div>
            {t('books.columns.voucher')} {event.voucher}
          </div>
        )}
        {shortHashes(event.note)}
      </td>
      <td>
        <Person id={event.actor} />
        <div className="note">
          <RecordedAt instant={event.knownAt} />
        </div>
      </td>
    </tr>
  );
}
