import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedNode } from '#console/api/queries.ts';
import { ClauseCard } from '#console/explanation/clause-card.tsx';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useFigureScope } from '#console/explanation/figure-scope.tsx';
import { ReadingLines } from '#console/explanation/reading-lines.tsx';
import { citedBelow, type NodeIndex } from '#console/explanation/tree.ts';
import type { FigureExplanationBody } from '#contract/explanation';

interface SourceListProps {
  readonly explanation: FigureExplanationBody;
  readonly index: NodeIndex;
  readonly node: ExplainedNode;
}

/** The clauses and readings that the figure follows, and by id those that lie deeper. */
export function SourceList({ explanation, index, node }: SourceListProps): ReactNode {
  const { t } = useTranslation();
  const { packId } = useFigureScope();
  const clauses = explanation.clauses.filter((clause) => node.cite.includes(clause.id));
  const readings = explanation.readings.filter((reading) => node.readings.includes(reading.id));
  return (
    <>
      {clauses.length === 0 ? null : (
        <section>
          <h3>{t('explanation.clauses')}</h3>
          {clauses.map((clause) => (
            <ClauseCard key={clause.id} clause={clause} packId={packId} />
          ))}
        </section>
      )}
      <ReadingLines readings={readings} packId={packId} />
      <Deeper
        title={t('explanation.clausesBelow')}
        ids={citedBelow(index, node, (below) => below.cite)}
        packId={packId}
      />
      <Deeper
        title={t('explanation.readingsBelow')}
        ids={citedBelow(index, node, (below) => below.readings)}
        packId={packId}
      />
    </>
  );
}

interface DeeperProps {
  readonly title: string;
  readonly ids: readonly string[];
  readonly packId: string;
}

function Deeper({ title, ids, packId }: DeeperProps): ReactNode {
  if (ids.length === 0) return null;
  return (
    <p className="deeper">
      <span className="note">{title}</span>{' '}
      {ids.map((id) => (
        <ClauseLink key={id} id={id} packId={packId} />
      ))}
    </p>
  );
}
