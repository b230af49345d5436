import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { statementsQuery, type StatementSummary } from '#console/api/statement-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { STATEMENT_READERS } from '#console/fund/fund-roles.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { StatementStanding } from '#console/rooms/statements/statement-standing.tsx';
import { StatementsFrame } from '#console/rooms/statements/statements-frame.tsx';
import { holds, useAccount } from '#console/session/session.ts';

const COLUMNS = ['period', 'subject', 'version', 'made', 'state', 'decided', 'corrects'] as const;

/** Statements that are kept: handed in by one person, signed by another. */
export function KeptPage(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery({ ...statementsQuery, enabled: holds(useAccount(), STATEMENT_READERS) });
  return (
    <StatementsFrame part="kept">
      <QueryView query={query}>
        {(statements) => (
          <FundTable
            label={t('statements.parts.kept')}
            none={t('statements.noneKept')}
            columns={COLUMNS.map((column) => ({ label: t(`statements.columns.${column}`) }))}
            rows={statements.map((one) => (
              <KeptRow key={one.id} kept={one} />
            ))}
          />
        )}
      </QueryView>
    </StatementsFrame>
  );
}

function KeptRow({ kept }: { readonly kept: StatementSummary }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const { id, period, subject, subjectKind, insuranceType, version, corrects, reason, state } = kept;
  return (
    <tr className={state === 'rejected' || kept.correctedBy !== null ? 'row-over' : ''}>
      <td>{period}</td>
      <th scope="row">
        {poolName(subject)} · {t(`schemes.${insuranceType}`)}{' '}
        {subjectKind === 'group' ? <span className="note">{t('statements.consolidated')}</span> : null}
      </th>
      <td>
        <Link
          to="/fund/statements/kept/$id"
          params={{ id }}
          aria-label={`${period} ${poolName(subject)} ${t('statements.version', { version })}`}
        >
          {t('statements.version', { version })}
        </Link>
      </td>
      <td>
        <WhoWhen by={kept.madeBy} at={kept.madeAt} />
      </td>
      <td>
        <StatementStanding kept={kept} />
      </td>
      <td>
        <WhoWhen by={kept.decidedBy} at={kept.decidedAt} />
      </td>
      <td className="words">{corrects === null ? null : reason}</td>
    </tr>
  );
}
