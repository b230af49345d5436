import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { runsQuery, type RunSummary } from '#console/api/queries.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { schemeRuns } from '#console/rooms/adjustment/scheme-runs.ts';

/** Leads to the newest run of the other insurance type, where there is one. */
export function SchemeSwitch({ run }: { readonly run: RunSummary }): ReactNode {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const navigate = useNavigate();
  const { data } = useQuery(runsQuery);
  const choices = schemeRuns(data?.runs ?? [], run);
  if (choices.length < 2) return null;
  return (
    <Segmented
      className="screen-only"
      aria-label={t('schemes.choose')}
      name="scheme"
      value={run.id}
      options={choices.map(({ id, scheme }) => ({ value: id, label: labelOf('schemes', scheme) }))}
      onChange={(runId) => void navigate({ to: '/runs/$runId', params: { runId } })}
    />
  );
}
