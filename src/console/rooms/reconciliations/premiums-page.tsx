import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { booksQuery } from '#console/api/ledger-queries.ts';
import {
  premiumsQuery,
  type MonthOfBooks,
  type PremiumComparison,
} from '#console/api/reconciliation-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { BooksChoice } from '#console/fund/books-choice.tsx';
import type { BooksOf } from '#console/api/ledger-queries.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { MonthField } from '#console/fund/month-field.tsx';
import { MONTH } from '#console/fund/patterns.ts';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { PlaceClauses } from '#console/rooms/reconciliations/place-clauses.tsx';
import { ReconciliationsFrame } from '#console/rooms/reconciliations/reconciliations-frame.tsx';

/** Premiums of one month at every station between assessment and special account. */
export function PremiumsPage(): ReactNode {
  const { t } = useTranslation();
  const [books, setBooks] = useState<BooksOf>();
  const [month, setMonth] = useState('');
  return (
    <ReconciliationsFrame part="premiums">
      <div className="fields filter-fields screen-only">
        <BooksChoice value={books} onChange={setBooks} />
        <MonthField
          label={t('reconciliations.form.month')}
          name="premium-month"
          value={month}
          onChange={setMonth}
        />
      </div>
      {books !== undefined && MONTH.test(month) ? (
        <Compared asked={{ ...books, month }} />
      ) : (
        <p className="office-none">{t('reconciliations.premiums.choose')}</p>
      )}
    </ReconciliationsFrame>
  );
}

function Compared({ asked }: { readonly asked: MonthOfBooks }): ReactNode {
  const query = useQuery(premiumsQuery(asked));
  return <QueryView query={query}>{(comparison) => <Comparison comparison={comparison} />}</QueryView>;
}

function Comparison({ comparison }: { readonly comparison: PremiumComparison }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const place = (useQuery(booksQuery).data ?? []).find(({ pool }) => pool === comparison.pool)?.place ?? '';
  const stations = stationsOf(comparison.stations);
  const isPartial = stations.some(({ theirs }) => theirs === null);
  return (
    <>
      <UnitNote /> <PlaceClauses ids={comparison.cite} place={place} />
      <FundTable
        label={t('reconciliations.premiums.stations')}
        none={t('reconciliations.premiums.choose')}
        columns={[
          { label: t('reconciliations.premiums.station') },
          { label: t('reconciliations.premiums.ledger'), isFigure: true },
          { label: t('reconciliations.premiums.statement'), isFigure: true },
        ]}
        rows={stations.map(({ station, ours, theirs }) => (
          <tr key={station} data-station={station}>
            <th scope="row">{t(`reconciliations.premiums.${station}`)}</th>
            <td className="figure-cell">
              <Told amount={ours} />
            </td>
            <td className="figure-cell">
              <Told amount={theirs} />
            </td>
          </tr>
        ))}
      />
      <FundTable
        label={t('reconciliations.premiums.gaps')}
        none={t('reconciliations.premiums.noGap')}
        columns={[
          { label: t('reconciliations.premiums.gap') },
          { label: t('reconciliations.premiums.amount'), isFigure: true },
        ]}
        rows={comparison.gaps.map(({ gap, name, amount }) => (
          <tr key={gap} data-gap={gap}>
            <th scope="row">{pick(name)}</th>
            <td className="figure-cell">
              {isNil(amount) ? (
                <Mark tone="good">{t('reconciliations.premiums.noGap')}</Mark>
              ) : (
                <Told amount={amount} />
              )}
            </td>
          </tr>
        ))}
      />
      {isPartial ? <p className="note">{t('reconciliations.premiums.unknownNext')}</p> : null}
    </>
  );
}

/** What a station holds by the books and by the other party: undefined where nobody tells, null where no statement is. */
function stationsOf(stations: PremiumComparison['stations']) {
  return [
    { station: 'assessed', ours: stations.assessed, theirs: undefined },
    { station: 'levied', ours: undefined, theirs: stations.levied },
    { station: 'received', ours: stations.received, theirs: stations.receivedByTreasury },
    { station: 'collectedByAgency', ours: stations.collectedByAgency, theirs: undefined },
    { station: 'swept', ours: stations.swept, theirs: stations.sweptByTreasury },
  ] as const;
}

function Told({ amount }: { readonly amount: string | null | undefined }): ReactNode {
  const { t } = useTranslation();
  if (amount === undefined)
    return <span className="note">{t('reconciliations.premiums.notApplicable')}</span>;
  if (amount === null) return <span className="note">{t('reconciliations.premiums.unknown')}</span>;
  return <Money yuan={amount} />;
}

function isNil(amount: string | null): boolean {
  return amount !== null && /^-?0(?:\.0+)?$/.test(amount);
}
