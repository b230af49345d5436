import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { risksQuery, type RiskSummary } from '#console/api/monitoring-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { STATEMENT_READERS } from '#console/fund/fund-roles.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { MonitoringFrame } from '#console/rooms/monitoring/monitoring-frame.tsx';
import { RISK_TONES } from '#console/rooms/monitoring/risk-tones.ts';
import { holds, useAccount } from '#console/session/session.ts';

const COLUMNS = ['month', 'subject', 'made', 'state', 'decided', 'note'] as const;

/** Assessments of risk that were made and decided. */
export function AssessmentsPage(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery({ ...risksQuery, enabled: holds(useAccount(), STATEMENT_READERS) });
  return (
    <MonitoringFrame part="assessments">
      <QueryView query={query}>
        {(risks) => (
          <FundTable
            label={t('monitoring.parts.assessments')}
            none={t('monitoring.noneKept')}
            columns={COLUMNS.map((column) => ({ label: t(`monitoring.columns.${column}`) }))}
            rows={risks.map((risk) => (
              <Row key={risk.id} risk={risk} />
            ))}
          />
        )}
      </QueryView>
    </MonitoringFrame>
  );
}

function Row({ risk }: { readonly risk: RiskSummary }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const { id, month, subject, insuranceType, state, note } = risk;
  return (
    <tr className={state === 'rejected' ? 'row-over' : ''}>
      <td>
        <Link
          to="/fund/monitoring/assessments/$id"
          params={{ id }}
          aria-label={`${month} ${poolName(subject)}`}
        >
          {month}
        </Link>
      </td>
      <th scope="row">
        {poolName(subject)} · {t(`schemes.${insuranceType}`)}
      </th>
      <td>
        <WhoWhen by={risk.madeBy} at={risk.madeAt} />
      </td>
      <td>
        <Mark tone={RISK_TONES[state]}>{t(`monitoring.states.${state}`)}</Mark>
      </td>
      <td>
        <WhoWhen by={risk.decidedBy} at={risk.decidedAt} />
      </td>
      <td className="words">{note}</td>
    </tr>
  );
}
