import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formulasQuery } from '#console/api/queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import type { PackFormulasBody } from '#contract/formulas';

type PackFormula = PackFormulasBody['formulas'][number];

/** How a person's amount is reckoned, step by step with its clauses: written from the graph that reckons it. */
export function FormulaSection({ packId }: { readonly packId: string }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(formulasQuery(packId));
  return (
    <section id="formulas">
      <h2>
        {t('policy.formulas')} <span className="note">{t('policy.formulasNote')}</span>
      </h2>
      <QueryView query={query}>
        {({ formulas }) =>
          formulas.map((formula) => <FormulaCard key={formula.kind} formula={formula} packId={packId} />)
        }
      </QueryView>
    </section>
  );
}

function FormulaCard({
  formula,
  packId,
}: {
  readonly formula: PackFormula;
  readonly packId: string;
}): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const kind = t(`policy.formulaKinds.${formula.kind}`, { defaultValue: formula.kind });
  return (
    <details className="formula">
      <summary>
        {kind} <span className="note">{t('policy.until', { from: formula.firstYear })}</span>
      </summary>
      <ol>
        {formula.steps.map((step) => (
          <li key={step.id} className={`step-${step.kind}`}>
            <strong>{pick(step.label)}</strong>
            {step.prose === undefined ? null : <span> = {pick(step.prose)}</span>}{' '}
            {step.cite.map((id) => (
              <ClauseLink key={id} id={id} packId={packId} />
            ))}
          </li>
        ))}
      </ol>
      <figure>
        <img
          src={`data:image/svg+xml;utf8,${encodeURIComponent(pick(formula.picture))}`}
          alt={t('policy.formulaPicture', { kind })}
        />
      </figure>
    </details>
  );
}
