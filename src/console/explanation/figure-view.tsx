import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Nothing } from '#console/app/page-states.tsx';
import { AssumptionTags } from '#console/explanation/assumption-tags.tsx';
import { FigureFormula } from '#console/explanation/figure-formula.tsx';
import { FigureHead } from '#console/explanation/figure-head.tsx';
import { InputTree } from '#console/explanation/input-tree.tsx';
import { NotChosen } from '#console/explanation/not-chosen.tsx';
import { SourceList } from '#console/explanation/source-list.tsx';
import { Trail } from '#console/explanation/trail.tsx';
import { indexNodes, inputsOf } from '#console/explanation/tree.ts';
import type { FigureExplanationBody } from '#contract/explanation';

interface FigureViewProps {
  readonly explanation: FigureExplanationBody;
  readonly figure: string;
  readonly trail: readonly string[];
  readonly backTo: (step: number) => void;
}

/** One figure from its value down to the clauses and the figures it was made from. */
export function FigureView({ explanation, figure, trail, backTo }: FigureViewProps): ReactNode {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const index = useMemo(() => indexNodes(explanation.nodes), [explanation.nodes]);
  const node = index.get(figure);

  // The reader who walks by keyboard goes on from the new figure's title.
  useEffect(() => heading.current?.focus(), [figure]);

  if (node === undefined) return <Nothing title={t('states.noPage')} />;
  const inputs = inputsOf(index, node);
  return (
    <article className="figure-view">
      <Trail trail={trail} index={index} current={node} backTo={backTo} />
      <FigureHead node={node} heading={heading} />
      <FigureFormula node={node} isGiven={inputs.length === 0} />
      <NotChosen node={node} />
      <AssumptionTags names={node.assumptions} />
      <SourceList explanation={explanation} index={index} node={node} />
      <InputTree key={node.id} index={index} inputs={inputs} />
      <p className="note">
        {t('explanation.node')} <code>{node.id}</code>
      </p>
    </article>
  );
}
