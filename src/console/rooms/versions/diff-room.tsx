import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { diffQuery, versionsQuery } from '#console/api/version-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { DiffChoice } from '#console/rooms/versions/diff-choice.tsx';
import { DiffEnds } from '#console/rooms/versions/diff-ends.tsx';
import { DiffView } from '#console/rooms/versions/diff-view.tsx';
import '#console/rooms/versions/versions.css';

/** Two versions of a pack, or the packs of two places, item by item. */
export function DiffRoom(): ReactNode {
  const { t } = useTranslation();
  const { from, to } = useSearch({ from: '/diff' });
  const versions = useQuery(versionsQuery);
  return (
    <div className="versions-page">
      <div className="page-header">
        <title>{`${t('diff.title')} · ${t('product')}`}</title>
        <h1>{t('diff.title')}</h1>
        <Link to="/versions" className="screen-only">
          {t('diff.back')}
        </Link>
      </div>
      <p className="note">{t('diff.text')}</p>
      <QueryView query={versions}>
        {({ places }) => <DiffChoice places={places} from={from} to={to} />}
      </QueryView>
      {from === undefined || to === undefined ? null : <Differences from={from} to={to} />}
    </div>
  );
}

function Differences({ from, to }: { readonly from: string; readonly to: string }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(diffQuery(from, to));
  return (
    <QueryView query={query}>
      {(diff) => (
        <>
          <DiffEnds from={diff.from} to={diff.to} />
          {diff.sections.length === 0 ? (
            <p>{t(diff.from.hash === diff.to.hash ? 'diff.same' : 'diff.alike')}</p>
          ) : (
            <DiffView
              key={`${from} ${to}`}
              sections={diff.sections}
              isOnePlace={diff.from.id === diff.to.id}
            />
          )}
        </>
      )}
    </QueryView>
  );
}
