import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SchemeId } from '#console/api/fund-projection-queries.ts';
import { packsQuery, runQuery, runsQuery, type RunSummary } from '#console/api/queries.ts';
import { yearQuery, yearsQuery } from '#console/api/year-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { chinaDayOf } from '#console/fund/today.ts';
import type { Base } from '#console/rooms/projections/base-draft.ts';
import { baseOfYear } from '#console/rooms/projections/base-of-year.ts';
import { withBase, type ProjectionDraft } from '#console/rooms/projections/projection-draft.ts';
import { useYearTitle } from '#console/rooms/years/use-year-title.ts';
import { holds, useAccount } from '#console/session/session.ts';
import type { RunViewBody } from '#contract/runs';

interface BaseFieldsProps {
  readonly draft: ProjectionDraft;
  readonly onStart: (draft: ProjectionDraft, from: string) => void;
}

/** The years of adjustment whose figures are frozen, and the stored runs; each tells the first year's figures. */
export function BaseFields({ draft, onStart }: BaseFieldsProps): ReactNode {
  const mayStart = holds(useAccount(), ['fund_maker', 'fund_checker']);
  return (
    <>
      {mayStart ? <YearField draft={draft} onStart={onStart} /> : null}
      <RunField draft={draft} onStart={onStart} />
    </>
  );
}

function YearField({ draft, onStart }: BaseFieldsProps): ReactNode {
  const { t } = useTranslation();
  const titleOf = useYearTitle();
  const queryClient = useQueryClient();
  const years = (useQuery(yearsQuery).data ?? []).filter(({ phase }) => phase !== 'gathering');
  const load = async (id: string): Promise<void> => {
    const year = await queryClient.query(yearQuery(id));
    onStart(withBase(draft, baseOfYear(year)), titleOf(year));
  };
  return (
    <ChoiceField
      label={t('fundProjections.form.year')}
      value={draft.base?.kind === 'year' ? draft.base.id : undefined}
      options={years.map((year) => ({ value: year.id, label: titleOf(year) }))}
      placeholder={t('office.choose')}
      hint={t(years.length === 0 ? 'fundProjections.form.noYears' : 'fundProjections.form.yearHint')}
      onChange={(id) => (id === undefined ? undefined : void load(id))}
    />
  );
}

function RunField({ draft, onStart }: BaseFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const queryClient = useQueryClient();
  const packs = useQuery(packsQuery).data?.packs ?? [];
  const runs = useQuery(runsQuery).data?.runs ?? [];
  const titleOf = ({ packId, year, scheme, recordedAt }: RunSummary): string => {
    const pack = packs.find(({ id }) => id === packId);
    return t('fundProjections.form.runTitle', {
      place: pack === undefined ? packId : pick(pack.name),
      year,
      scheme: t(`schemes.${scheme as SchemeId}`),
      at: chinaDayOf(recordedAt),
    });
  };
  const load = async (id: string): Promise<void> => {
    const found = await queryClient.query(runQuery(id));
    onStart(withBase(draft, baseOfRun(found)), titleOf(found.run));
  };
  if (runs.length === 0) return null;
  return (
    <ChoiceField
      label={t('fundProjections.form.run')}
      value={draft.base?.kind === 'run' ? draft.base.id : undefined}
      options={runs.map((run) => ({ value: run.id, label: titleOf(run) }))}
      placeholder={t('office.choose')}
      hint={t('fundProjections.form.runHint')}
      onChange={(id) => (id === undefined ? undefined : void load(id))}
    />
  );
}

function baseOfRun({ run, pools }: RunViewBody): Base {
  return {
    kind: 'run',
    id: run.id,
    packId: run.packId,
    year: run.year,
    scheme: run.scheme as SchemeId,
    pools: pools.map(({ id, name }) => ({ id, name, insured: undefined })),
  };
}
