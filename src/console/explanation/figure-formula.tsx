import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedNode } from '#console/api/queries.ts';
import { useLanguage } from '#console/i18n/language.ts';

interface FigureFormulaProps {
  readonly node: ExplainedNode;
  readonly isGiven: boolean;
}

/** The calculation with the numbers put in, as the engine wrote it. */
export function FigureFormula({ node, isGiven }: FigureFormulaProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  if (node.formula === undefined) {
    return isGiven && node.id.startsWith('given/') ? <p className="note">{t('explanation.given')}</p> : null;
  }
  return (
    <section>
      <h3>
        {node.value.kind === 'truth' ? (
          t('explanation.reason')
        ) : (
          <>
            {t('explanation.formula')} <span className="note">{t('explanation.formulaUnit')}</span>
          </>
        )}
      </h3>
      <p className="formula">{pick(node.formula)}</p>
    </section>
  );
}
