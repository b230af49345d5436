import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  fundProjectionQuery,
  fundProjectionsQuery,
  useProjectionReplay,
  type ProjectionSummary,
} from '#console/api/fund-projection-queries.ts';
import { packsQuery } from '#console/api/queries.ts';
import { yearQuery } from '#console/api/year-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { baseOfYear } from '#console/rooms/projections/base-of-year.ts';
import { ProjectionForm } from '#console/rooms/projections/projection-form.tsx';
import { draftFrom, newDraft, withBase } from '#console/rooms/projections/projection-draft.ts';
import { useYearTitle } from '#console/rooms/years/use-year-title.ts';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { ReplayControl } from '#console/rooms/runs/replay-control.tsx';
import '#console/fund/books.css';
import '#console/fund/office.css';
import '#console/rooms/projections/projections.css';

const COLUMNS = ['name', 'place', 'recordedAt', 'hash', 'replay'] as const;

/** The kept fund projections, and a new one, which may start from one of them. */
export function ProjectionsRoom(): ReactNode {
  const { t } = useTranslation();
  const { from, year } = useSearch({ from: '/projections' });
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate({ from: '/projections' });
  const query = useQuery(fundProjectionsQuery);
  const isShown = isOpen || from !== undefined || year !== undefined;
  const close = (): void => {
    setOpen(false);
    void navigate({ search: {}, replace: true });
  };
  return (
    <div className="office-page fund-page">
      <title>{`${t('fundProjections.title')} · ${t('product')}`}</title>
      <div className="page-header">
        <h1>{t('fundProjections.title')}</h1>
        <Button type="primary" aria-expanded={isShown} onClick={() => (isShown ? close() : setOpen(true))}>
          {t('fundProjections.new')}
        </Button>
      </div>
      <p className="note">{t('fundProjections.text')}</p>
      {isShown ? <StartedForm from={from} year={year} onClose={close} /> : null}
      <section aria-labelledby="kept-title" className="fund-section">
        <div className="section-title">
          <h2 id="kept-title">{t('fundProjections.kept')}</h2>
        </div>
        <QueryView query={query}>
          {(projections) => (
            <FundTable
              label={t('fundProjections.kept')}
              none={t('fundProjections.none')}
              columns={COLUMNS.map((column) => ({ label: t(`fundProjections.columns.${column}`) }))}
              rows={projections.map((projection) => (
                <ProjectionRow key={projection.id} projection={projection} />
              ))}
            />
          )}
        </QueryView>
      </section>
    </div>
  );
}

interface StartedFormProps {
  readonly from: string | undefined;
  readonly year: string | undefined;
  readonly onClose: () => void;
}

/** The form, filled from the kept projection or opened on the year that the address names. */
function StartedForm({ from, year, onClose }: StartedFormProps): ReactNode {
  if (year !== undefined) return <FormOfYear year={year} onClose={onClose} />;
  return <FormOfKept from={from} onClose={onClose} />;
}

interface FormOfYearProps {
  readonly year: string;
  readonly onClose: () => void;
}

function FormOfYear({ year: id, onClose }: FormOfYearProps): ReactNode {
  const titleOf = useYearTitle();
  const query = useQuery(yearQuery(id));
  return (
    <QueryView query={query}>
      {(year) => (
        <ProjectionForm
          key={year.id}
          start={withBase(newDraft(), baseOfYear(year))}
          source={titleOf(year)}
          onClose={onClose}
        />
      )}
    </QueryView>
  );
}

function FormOfKept({ from, onClose }: Omit<StartedFormProps, 'year'>): ReactNode {
  const query = useQuery({ ...fundProjectionQuery(from ?? ''), enabled: from !== undefined });
  if (from === undefined) return <ProjectionForm start={newDraft()} onClose={onClose} />;
  return (
    <QueryView query={query}>
      {(kept) => (
        <ProjectionForm
          key={kept.projection.id}
          start={draftFrom(newDraft(), kept)}
          source={kept.projection.name}
          onClose={onClose}
        />
      )}
    </QueryView>
  );
}

function ProjectionRow({ projection }: { readonly projection: ProjectionSummary }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const replay = useProjectionReplay(projection.id);
  const pack = useQuery(packsQuery).data?.packs.find(({ id }) => id === projection.packId);
  return (
    <tr>
      <th scope="row">
        <Link to="/projections/$projectionId" params={{ projectionId: projection.id }}>
          {projection.name}
        </Link>
        {projection.yearId === null ? null : (
          <div>
            <Mark tone="plain">{t('fundProjections.private')}</Mark>
          </div>
        )}
        {projection.note === '' ? null : <p className="note">{projection.note}</p>}
        <div>
          <Link to="/projections" search={{ from: projection.id }} className="screen-only">
            {t('fundProjections.startFrom')}
          </Link>
        </div>
      </th>
      <td>
        <Link to="/policy/$packId" params={{ packId: projection.packId }}>
          {pack === undefined ? projection.packId : pick(pack.name)}
        </Link>
      </td>
      <td>
        <RecordedAt instant={projection.recordedAt} />
      </td>
      <td>
        <code title={projection.resultHash}>{projection.resultHash.slice(0, 12)}</code>
      </td>
      <td>
        <ReplayControl replay={replay} />
      </td>
    </tr>
  );
}
