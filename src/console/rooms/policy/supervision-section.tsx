import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import type { PackViewBody } from '#contract/packs';

interface SupervisionSectionProps {
  readonly packId: string;
  readonly plan: NonNullable<PackViewBody['supervision']>;
}

/** The lines and stages by which the place supervises its funds. */
export function SupervisionSection({ packId, plan }: SupervisionSectionProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return (
    <section id="supervision">
      <h2>{t('supervision.policy')}</h2>
      <p className="note">{t('supervision.policyText')}</p>
      <ul>
        {plan.lines.map(({ id, name, kind, cite }) => (
          <li key={id}>
            {pick(name)} {kind === undefined ? null : `(${t(`supervision.kinds.${kind}`)})`}{' '}
            {cite.map((clause) => (
              <ClauseLink key={clause} id={clause} packId={packId} />
            ))}
          </li>
        ))}
      </ul>
      {plan.stages === undefined ? null : (
        <p>
          {t('supervision.stages')}: {plan.stages.map(({ name }) => pick(name)).join(' · ')}
        </p>
      )}
    </section>
  );
}
