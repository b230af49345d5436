import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearView } from '#console/api/year-queries.ts';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { Money } from '#console/fund/money.tsx';

type Remark = YearView['remarks'][number];

interface YearRemarksProps {
  readonly remarks: readonly Remark[];
  /** Names the pool of a remark; left out where its table does. */
  readonly nameOf?: (pool: string) => string;
  /** The pack whose clauses are cited; left out where the reader may not open it. */
  readonly packId?: string;
}

/** What a year decides without money: what nobody bears and its next sources, what is not paid, a paused levy. */
export function YearRemarks({ remarks, nameOf, packId }: YearRemarksProps): ReactNode {
  const { t } = useTranslation();
  if (remarks.length === 0) return null;
  return (
    <ul className="remarks">
      {remarks.map(({ kind, pool, amount, clauses }) => (
        <li key={`${kind} ${pool}`}>
          {nameOf === undefined ? null : `${nameOf(pool)} · `}
          <strong>{t(`years.remarks.${kind}`)}</strong> {amount === null ? null : <Money yuan={amount} />}{' '}
          <span className="note">{t(`years.remarkNext.${kind}`)}</span>{' '}
          {packId === undefined ? null : clauses.map((id) => <ClauseLink key={id} id={id} packId={packId} />)}
        </li>
      ))}
    </ul>
  );
}
