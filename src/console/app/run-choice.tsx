import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { packsQuery, runsQuery } from '#console/api/queries.ts';
import { nearestRun, placesOf, yearsOf } from '#console/app/nearest-run.ts';
import { useLanguage } from '#console/i18n/language.ts';
import type { RunViewBody } from '#contract/runs';

/** Place and year of the run on screen; choosing another leads to its newest run. */
export function RunChoice({ view }: { readonly view: RunViewBody }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const navigate = useNavigate();
  const { data } = useQuery(runsQuery);
  const packs = useQuery(packsQuery);
  const { run, place } = view;
  const runs = data?.runs ?? [run];
  const nameOf = (packId: string): string => {
    const name = packs.data?.packs.find((pack) => pack.id === packId)?.name;
    if (packId === run.packId) return pick(place);
    return name === undefined ? packId : pick(name);
  };
  const goTo = (choice: Parameters<typeof nearestRun>[2]): void => {
    const next = nearestRun(runs, run, choice);
    if (next !== undefined) void navigate({ to: '/runs/$runId', params: { runId: next.id } });
  };
  return (
    <div className="where">
      <Select
        aria-label={t('where.place')}
        value={run.packId}
        popupMatchSelectWidth={false}
        options={placesOf(runs).map((packId) => ({ value: packId, label: nameOf(packId) }))}
        onChange={(packId) => goTo({ packId })}
      />{' '}
      <Select
        aria-label={t('where.year')}
        value={run.year}
        popupMatchSelectWidth={false}
        options={yearsOf(runs, run.packId).map((year) => ({ value: year, label: t('yearTitle', { year }) }))}
        onChange={(year) => goTo({ year })}
      />
    </div>
  );
}
