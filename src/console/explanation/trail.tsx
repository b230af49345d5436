import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedNode } from '#console/api/queries.ts';
import { useNodeName } from '#console/explanation/figure-scope.tsx';
import type { NodeIndex } from '#console/explanation/tree.ts';

interface TrailProps {
  readonly trail: readonly string[];
  readonly index: NodeIndex;
  readonly current: ExplainedNode;
  readonly backTo: (step: number) => void;
}

/** The figures walked through, each leading back to itself. */
export function Trail({ trail, index, current, backTo }: TrailProps): ReactNode {
  const { t } = useTranslation();
  const nameOf = useNodeName();
  if (trail.length === 0) return null;
  return (
    <nav aria-label={t('explanation.path')}>
      <ol className="trail">
        {trail.map((id, step) => {
          const node = index.get(id);
          return (
            <li key={`${step} ${id}`}>
              <button type="button" className="text-button" onClick={() => backTo(step)}>
                {node === undefined ? id : nameOf(node)}
              </button>
            </li>
          );
        })}
        <li aria-current="step">{nameOf(current)}</li>
      </ol>
    </nav>
  );
}
