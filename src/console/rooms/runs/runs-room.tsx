import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { packsQuery, runsQuery, type RunSummary } from '#console/api/queries.ts';
import { Nothing } from '#console/app/page-states.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { RecordedAt } from '#console/fund/recorded-at.tsx';
import { ReplayCell } from '#console/rooms/runs/replay-cell.tsx';
import '#console/rooms/runs/runs.css';

/** All stored runs, each of which can be reckoned again and compared. */
export function RunsRoom(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(runsQuery);
  return (
    <QueryView query={query}>
      {({ runs }) =>
        runs.length === 0 ? (
          <Nothing title={t('states.noRuns')} next={t('states.noRunsNext')} />
        ) : (
          <RunsPage runs={runs} />
        )
      }
    </QueryView>
  );
}

function RunsPage({ runs }: { readonly runs: readonly RunSummary[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="runs-page">
      <title>{`${t('runs.title')} · ${t('product')}`}</title>
      <div className="page-header">
        <h1 id="runs-title">{t('runs.title')}</h1>
      </div>
      <p className="note">{t('runs.text')}</p>
      <div className="table-scroll" role="region" aria-labelledby="runs-title" tabIndex={0}>
        <table className="runs">
          <thead>
            <tr>
              {(['run', 'pack', 'engine', 'recordedAt', 'hash', 'replay'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`runs.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function RunRow({ run }: { readonly run: RunSummary }): ReactNode {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { pick, pickLine } = useLanguage();
  const { data } = useQuery(packsQuery);
  const place = data?.packs.find((pack) => pack.id === run.packId)?.name;
  return (
    <tr>
      <th scope="row">
        <Link to="/runs/$runId" params={{ runId: run.id }}>
          {place === undefined ? run.packId : pick(place)} {t('yearTitle', { year: run.year })}{' '}
          {labelOf('schemes', run.scheme)}
        </Link>
        <br />
        <code>{run.id}</code>
        <p className="note data-note">{pickLine(run.dataNote)}</p>
      </th>
      <td>
        <Link to="/policy/$packId" params={{ packId: run.packId }}>
          {run.packId}
        </Link>
        <br />
        <Hash text={run.packHash} />
      </td>
      <td className="figures">{run.engineVersion}</td>
      <td className="figures">
        <RecordedAt instant={run.recordedAt} />
      </td>
      <td>
        <Hash text={run.resultHash} />
      </td>
      <td className="replay">
        <ReplayCell run={run} />
      </td>
    </tr>
  );
}

/** A hash, shown by its beginning and held whole. */
function Hash({ text }: { readonly text: string }): ReactNode {
  return <code title={text}>{text.slice(0, 12)}</code>;
}
