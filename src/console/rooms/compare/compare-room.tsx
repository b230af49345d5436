import { useQueries, useQuery } from '@tanstack/react-query';
import { Checkbox, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { packFamilyQuery, packsQuery } from '#console/api/queries.ts';
import { Loading, Nothing } from '#console/app/page-states.tsx';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { compare, isDifferent, saidBy, type PackFamily } from '#console/rooms/compare/comparison.ts';
import { ComparisonTable } from '#console/rooms/compare/comparison-table.tsx';
import { HistorySection } from '#console/rooms/compare/history-section.tsx';
import { histories } from '#console/rooms/compare/time-line.ts';
import '#console/rooms/compare/compare.css';

/** The policies of all places side by side, and how their values changed. */
export function CompareRoom(): ReactNode {
  const query = useQuery(packsQuery);
  return (
    <QueryView query={query}>{({ packs }) => <Families packIds={packs.map((pack) => pack.id)} />}</QueryView>
  );
}

function Families({ packIds }: { readonly packIds: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueries({ queries: packIds.map((id) => packFamilyQuery(id)) });
  const failed = queries.find((query) => query.isError);
  if (failed !== undefined) {
    return <ProblemPanel error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (queries.some((query) => query.isPending)) return <Loading />;
  // A pack without a pipeline, such as the national rules, is no place; what it says holds in all of them.
  const families = queries.flatMap(({ data }) => (data?.[0]?.pipeline === undefined ? [] : [data]));
  if (families.length === 0) return <Nothing title={t('states.noPacks')} />;
  return <ComparePage families={families} />;
}

const ALL = 'all';

function ComparePage({ families }: { readonly families: readonly PackFamily[] }): ReactNode {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const [topic, setTopic] = useState(ALL);
  const [isMarking, setMarking] = useState(true);
  const [isOnlyDifferent, setOnlyDifferent] = useState(false);
  const [isOnlyShared, setOnlyShared] = useState(false);
  const topics = compare(families);
  const shown = topics
    .filter((each) => topic === ALL || each.topic === topic)
    .map((each) => ({
      ...each,
      rows: each.rows.filter(
        (row) => (!isOnlyDifferent || isDifferent(row)) && (!isOnlyShared || saidBy(row) > 1),
      ),
    }));
  return (
    <div className="compare-page">
      <div className="page-header">
        <title>{`${t('compare.title')} · ${t('product')}`}</title>
        <h1>{t('compare.title')}</h1>
      </div>
      <p className="note">{t('compare.text')}</p>
      <div className="compare-filters screen-only">
        <Segmented
          aria-label={t('compare.topic')}
          value={topic}
          onChange={setTopic}
          options={[
            { value: ALL, label: t('compare.all') },
            ...topics.map((each) => ({ value: each.topic, label: labelOf('topics', each.topic) })),
          ]}
        />
        <Checkbox checked={isMarking} onChange={(event) => setMarking(event.target.checked)}>
          {t('compare.mark')}
        </Checkbox>
        <Checkbox checked={isOnlyDifferent} onChange={(event) => setOnlyDifferent(event.target.checked)}>
          {t('compare.onlyDifferent')}
        </Checkbox>
        <Checkbox checked={isOnlyShared} onChange={(event) => setOnlyShared(event.target.checked)}>
          {t('compare.onlyShared')}
        </Checkbox>
      </div>
      <ComparisonTable families={families} topics={shown} isMarking={isMarking} />
      <HistorySection histories={histories(families)} />
    </div>
  );
}
