import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useFigureScope } from '#console/explanation/figure-scope.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import type { ScenarioComparisonBody } from '#contract/scenarios';

type RefusedRow = ScenarioComparisonBody['refusals']['gained'][number];

/** Who may no longer draw on the fund under the scenario, and who may again. */
export function RefusalChanges({ comparison }: { readonly comparison: ScenarioComparisonBody }): ReactNode {
  const { t } = useTranslation();
  const { gained, lost } = comparison.refusals;
  return (
    <section aria-labelledby="refusals-title" className="scenario-card">
      <h2 id="refusals-title">{t('scenario.refusals')}</h2>
      {gained.length + lost.length === 0 ? <p className="note">{t('scenario.noRefusals')}</p> : null}
      <Rows title={t('scenario.gained')} sign="＋" rows={gained} />
      <Rows title={t('scenario.lost')} sign="－" rows={lost} />
    </section>
  );
}

interface RowsProps {
  readonly title: string;
  readonly sign: string;
  readonly rows: readonly RefusedRow[];
}

function Rows({ title, sign, rows }: RowsProps): ReactNode {
  const { poolNames, packId } = useFigureScope();
  const { pick } = useLanguage();
  const labelOf = useCodeLabel();
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="refusal-changes">
        {rows.map(({ pool, condition, cite }) => {
          const name = poolNames.get(pool);
          return (
            <li key={`${pool} ${condition}`}>
              {sign} {name === undefined ? pool : pick(name)} · {labelOf('conditions', condition)}{' '}
              {cite.map((clause) => (
                <ClauseLink key={clause} id={clause} packId={packId} />
              ))}
            </li>
          );
        })}
      </ul>
    </>
  );
}
