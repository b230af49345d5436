import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '#console/app/mark.tsx';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useCodeLabel } from '#console/i18n/labels.ts';
import type { ComparedCell } from '#console/rooms/compare/comparison.ts';
import { valueAnchor } from '#console/rooms/policy/pack-sources.ts';

interface ComparisonCellProps {
  readonly cell: ComparedCell | undefined;
  readonly packId: string;
  readonly isMarked: boolean;
}

/** Figures of a table that are shown at once; the others unfold. */
const SHOWN_AT_ONCE = 5;

/** What a place says on a point: its figures, how binding they are, since when, and by which clause. */
export function ComparisonCell({ cell, packId, isMarked }: ComparisonCellProps): ReactNode {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  if (cell === undefined) return <td className="compare-missing">{t('compare.missing')}</td>;
  const { figures, kind, from, cite, value } = cell;
  const more = figures.slice(SHOWN_AT_ONCE);
  return (
    <td className={isMarked ? 'compare-said' : ''}>
      <Figures figures={figures.slice(0, SHOWN_AT_ONCE)} />
      {more.length === 0 ? null : (
        <details>
          <summary>{t('explanation.more', { count: more.length })}</summary>
          <Figures figures={more} />
        </details>
      )}
      {figures.length === 0 ? <div>{t(kind === 'step' ? 'compare.has' : 'compare.noFigure')}</div> : null}
      <div className="compare-basis">
        {kind === 'step' ? null : (
          <Mark tone={kind === 'delegated' ? 'warn' : 'plain'}>{labelOf('valueKinds', kind)}</Mark>
        )}{' '}
        {cite.map((id) => (
          <ClauseLink key={id} id={id} packId={packId} />
        ))}{' '}
        {from === undefined ? null : <span className="note">{t('policy.until', { from })}</span>}{' '}
        {value === undefined || value.versions.length < 2 ? null : (
          <Link className="note" to="/policy/$packId" params={{ packId }} hash={valueAnchor(value.name)}>
            {t('compare.versions', { count: value.versions.length })}
          </Link>
        )}
      </div>
    </td>
  );
}

function Figures({ figures }: { readonly figures: ComparedCell['figures'] }): ReactNode {
  const labelOf = useCodeLabel();
  return figures.map(({ cell, text }) => (
    <div key={`${cell} ${text}`}>
      <span className="note">
        {cell
          .split('/')
          .filter((member) => member !== '')
          .map((member) => labelOf('cells', member))
          .join(' · ')}
      </span>{' '}
      <b>{labelOf('choices', labelOf('stepOptions', text))}</b>
    </div>
  ));
}
