import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import type { ExplainedNode } from '#console/api/queries.ts';
import { useNodeName } from '#console/explanation/figure-scope.tsx';
import { ProvenanceTag } from '#console/explanation/provenance-tag.tsx';
import { useValueText } from '#console/explanation/value-text.ts';
import { fenOf } from '#kernel/fen';

interface FigureHeadProps {
  readonly node: ExplainedNode;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** What the figure is, what it is worth, and, of a given figure, where it comes from. */
export function FigureHead({ node, heading }: FigureHeadProps): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const nameOf = useNodeName();
  const textOf = useValueText();
  const { value, provenance } = node;
  return (
    <header className="figure-head">
      <h2 ref={heading} tabIndex={-1}>
        {nameOf(node)}
      </h2>
      <p className="figure-value">{textOf(value)}</p>
      {value.kind === 'fen' && unit !== 'yuan' ? (
        <p className="note">
          = {formatAmount(fenOf(value.amount), 'yuan')} {t('units.yuan')}
        </p>
      ) : null}
      {provenance === undefined ? null : (
        <p className="provenance">
          <ProvenanceTag origin={provenance.origin} /> <span>{provenance.basis}</span>
        </p>
      )}
    </header>
  );
}
