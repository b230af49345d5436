import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '#console/app/mark.tsx';
import { PackStatus } from '#console/app/pack-status.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { ComparisonCell } from '#console/rooms/compare/comparison-cell.tsx';
import {
  isDifferent,
  type ComparedRow,
  type ComparedTopic,
  type PackFamily,
  type RowName,
} from '#console/rooms/compare/comparison.ts';

interface ComparisonTableProps {
  readonly families: readonly PackFamily[];
  readonly topics: readonly ComparedTopic[];
  readonly isMarking: boolean;
}

/** Places as columns, points as rows, one group of rows for each topic. */
export function ComparisonTable({ families, topics, isMarking }: ComparisonTableProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const labelOf = useCodeLabel();
  return (
    <div className="table-scroll compare-scroll" role="region" aria-label={t('compare.title')} tabIndex={0}>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">{t('compare.point')}</th>
            {families.map(([pack]) =>
              pack === undefined ? null : (
                <th key={pack.id} scope="col">
                  <Link to="/policy/$packId" params={{ packId: pack.id }}>
                    {pick(pack.name)}
                  </Link>{' '}
                  <PackStatus status={pack.status} />
                </th>
              ),
            )}
          </tr>
        </thead>
        {topics.map(({ topic, rows }) => (
          <tbody key={topic} data-topic={topic}>
            <tr className="compare-topic">
              <th colSpan={families.length + 1} scope="rowgroup">
                {labelOf('topics', topic)}{' '}
                <span className="note">{t('compare.rows', { count: rows.length })}</span>
              </th>
            </tr>
            {rows.map((row) => (
              <ComparisonRow key={row.key} row={row} families={families} isMarking={isMarking} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface ComparisonRowProps {
  readonly row: ComparedRow;
  readonly families: readonly PackFamily[];
  readonly isMarking: boolean;
}

function ComparisonRow({ row, families, isMarking }: ComparisonRowProps): ReactNode {
  const { t } = useTranslation();
  const isMarked = isMarking && isDifferent(row);
  return (
    <tr className={isMarked ? 'compare-different' : ''} data-row={row.key}>
      <th scope="row" className={row.name.kind === 'argument' ? 'compare-argument' : ''}>
        <PointName name={row.name} />
        {isMarked ? <Mark tone="warn">{t('compare.different')}</Mark> : null}
      </th>
      {row.cells.map((cell, index) => {
        const packId = families[index]?.[0]?.id ?? '';
        return <ComparisonCell key={packId} cell={cell} packId={packId} isMarked={isMarked} />;
      })}
    </tr>
  );
}

function PointName({ name }: { readonly name: RowName }): ReactNode {
  const { pick } = useLanguage();
  const labelOf = useCodeLabel();
  if (name.kind === 'mechanism') return labelOf('mechanisms', name.mechanism);
  if (name.kind === 'argument') return labelOf('stepArguments', name.argument);
  return (
    <>
      {pick(name.label)} <code>{name.name}</code>
    </>
  );
}
