import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matter } from '#console/api/year-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { lastAssessments } from '#console/rooms/years/last-assessments.ts';
import { Section } from '#console/fund/section.tsx';

/** How pools were assessed, the best of a year first; nothing where none was granted. */
export function AssessmentResults({ matters }: { readonly matters: readonly Matter[] }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const poolName = usePoolName();
  const ranked = lastAssessments(matters);
  if (ranked.length === 0) return null;
  return (
    <Section title={t('years.assessments')} text={t('years.assessmentsText')}>
      <FundTable
        label={t('years.assessments')}
        columns={[
          { label: t('years.pool') },
          { label: t('years.year') },
          { label: t('years.assessedItems') },
          { label: t('budgets.score'), isFigure: true },
          { label: t('years.document') },
        ]}
        none=""
        rows={ranked.map(({ id, pool, year, insuranceType, document, documentHash, content }) => (
          <tr key={id}>
            <th scope="row">{poolName(pool)}</th>
            <td>
              {year} {t(`schemes.${insuranceType}`)}
            </td>
            <td className="words">
              {content.assessed?.scores
                .map(({ name, score, points }) => `${pick(name)} ${score} / ${points}`)
                .join(' · ')}
            </td>
            <td className="figure-cell">{content.assessed?.total}</td>
            <td className="words" title={documentHash}>
              {document}
            </td>
          </tr>
        ))}
      />
    </Section>
  );
}
