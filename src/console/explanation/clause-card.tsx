import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clause } from '#console/api/queries.ts';
import { PackStatus } from '#console/app/pack-status.tsx';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { useLanguage } from '#console/i18n/language.ts';

interface ClauseCardProps {
  readonly clause: Clause;
  readonly packId: string;
}

/** A cited clause: the document and article, and our paraphrase of what it says. */
export function ClauseCard({ clause, packId }: ClauseCardProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { instrument } = clause;
  return (
    <section className="source-card">
      <h4>
        <ClauseLink id={clause.id} packId={packId} /> {pick(clause.article)}
        {instrument.status === 'draft' ? <PackStatus status="draft" /> : null}
      </h4>
      <p>{pick(clause.paraphrase)}</p>
      {clause.open === undefined ? null : (
        <p className="open-point">
          <strong>{t('explanation.open')}</strong> {pick(clause.open)}
        </p>
      )}
      <p className="note">
        {instrument.number === undefined ? null : <span lang="zh-CN">{instrument.number} </span>}
        {pick(instrument.title)}
      </p>
    </section>
  );
}
